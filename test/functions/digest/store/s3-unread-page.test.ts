import { describe, expect, it } from "vitest";
import { createS3Store } from "../../../../functions/digest/store/s3-store.ts";
import { openUnreadPage } from "../../../../functions/digest/store/s3-unread-page.ts";
import { answerOf, inChunks, unreadPageOf } from "../../../support/listing-pages.ts";
import { scriptedS3 } from "../../../support/scripted-s3.ts";

const OBJECTS = ["a", "a b+c", "a<b>&", "é", "😀"].map((key, i) => ({ key, etag: `e${i}`, size: i }));
const ANSWER = answerOf(OBJECTS);

describe("openUnreadPage", () => {
  it.each([1, 7, 60, 10_000])("keeps a page unread that comes in chunks of %i bytes", (length) => {
    const page = unreadPageOf(ANSWER, length);
    expect(page).toMatchObject({ count: 5, last: "😀", lastSpelled: "%F0%9F%98%80" });
    expect(page.read(0, page.end)).toEqual(OBJECTS);
    const place = page.placeAfter("a+b%2Bc") ?? 0;
    expect(page.read(0, place)).toEqual(OBJECTS.slice(0, 2));
    expect(page.read(place, page.end)).toEqual(OBJECTS.slice(2));
    expect(page.placeAfter("a+b")).toBeUndefined();
    expect(page.placeUpTo("a b+c")).toBe(place);
    expect(page.placeUpTo("a b+")).toBe(page.placeAfter("a"));
    expect(page.placeUpTo("A")).toBe(0);
    expect(page.placeUpTo("\u{10ffff}")).toBe(page.end);
  });

  it("has other bytes for another version, and the same wherever the page begins and is cut", () => {
    const bytes = (objects: typeof OBJECTS, from: number, chunk: number): string => {
      const page = unreadPageOf(answerOf(objects), chunk);
      const start = from === 0 ? 0 : (page.placeAfter("a+b%2Bc") ?? -1);
      return Buffer.concat(page.bytes(start, page.end)).toString();
    };
    const rest = OBJECTS.slice(2);
    expect(bytes(OBJECTS, 2, 50)).toBe(bytes(rest, 0, 9_999));
    expect(
      bytes(
        rest.map((each) => ({ ...each, etag: "x" })),
        0,
        50,
      ),
    ).not.toBe(bytes(rest, 0, 50));
    expect(
      bytes(
        rest.map((each) => ({ ...each, size: 99 })),
        0,
        50,
      ),
    ).not.toBe(bytes(rest, 0, 50));
  });

  it.each([
    ["does not count its keys", "<KeyCount>5</KeyCount>"],
    ["does not encode its keys", "<EncodingType>url</EncodingType>"],
    ["does not say whether more follows", "<IsTruncated>false</IsTruncated>"],
  ])("leaves a page to be read as a whole that %s, or says so between objects", (_, element) => {
    const without = ANSWER.toString().replace(element, "");
    expect(openUnreadPage([Buffer.from(without)])).toBeUndefined();
    const between = without.replace("</Contents>", `</Contents>${element}`);
    expect(openUnreadPage([Buffer.from(between)])).toBeUndefined();
  });

  it.each([
    ["an empty page", answerOf([])],
    [
      "a page with a key that needs XML's entities",
      Buffer.from(ANSWER.toString().replace("%F0%9F%98%80", "&#x41;")),
    ],
  ])("leaves %s to be read as a whole", (_, answer) => {
    expect(openUnreadPage([answer])).toBeUndefined();
  });

  it("opens no page that breaks off, wherever it does", () => {
    for (let length = 1; length < ANSWER.length; length += 1) {
      const open = (): boolean => openUnreadPage(inChunks(ANSWER.subarray(0, length), 100)) !== undefined;
      let isOpened = false;
      try {
        isOpened = open();
      } catch (error) {
        expect(String(error)).toContain("the listing");
      }
      expect(isOpened, `${length} bytes`).toBe(false);
    }
  });

  it("throws when read if it has fewer objects than it counts, also if only a part is read", () => {
    const short = Buffer.from(ANSWER.toString().replace(/<Contents><Key>a<.*?<\/Contents>/, ""));
    expect(() => unreadPageOf(short, 100).placeUpTo("b")).toThrow("has 4 of the keys that it counts (5)");
    const page = unreadPageOf(short, 100);
    expect(() => page.read(page.placeAfter("a+b%2Bc") ?? 0, page.end)).toThrow("has 4 of the keys");
  });

  it("gives back the memory of chunks that have their own, and leaves shared memory alone", () => {
    const own = Buffer.from(new Uint8Array(ANSWER).buffer);
    const shared = new Uint8Array(ANSWER.length + 8);
    shared.set(ANSWER);
    openUnreadPage([own])?.unread.release();
    openUnreadPage([Buffer.from(shared.buffer, 0, ANSWER.length)])?.unread.release();
    expect([own.length, shared.length]).toEqual([0, ANSWER.length + 8]);
  });
});

it("asks again for a page that was cut off", async () => {
  let requests = 0;
  const client = await scriptedS3((_, response, count) => {
    requests = count;
    response.end(count === 1 ? ANSWER.subarray(0, -30) : ANSWER);
  }, 2);
  const pages = await Array.fromAsync(createS3Store(client, "corpus").listUnread?.({}) ?? []);
  expect(pages.map((page) => page.read(0, page.end))).toEqual([OBJECTS]);
  expect(requests).toBe(2);
});

it("reads an answer of another form as a whole", async () => {
  const client = await scriptedS3((_, response) =>
    response.end(
      '<ListBucketResult><Contents><Size>1</Size><ETag>"1"</ETag><Key>a&amp;b</Key></Contents></ListBucketResult>',
    ),
  );
  const pages = await Array.fromAsync(createS3Store(client, "corpus").listUnread?.({}) ?? []);
  expect(pages.map((page) => page.read(0, page.end))).toEqual([[{ key: "a&b", etag: "1", size: 1 }]]);
});
