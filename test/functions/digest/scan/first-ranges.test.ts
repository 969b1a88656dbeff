import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ListedObject, ObjectStore } from "../../../../functions/digest/ports.ts";
import { type ListedRange, openFirstRanges } from "../../../../functions/digest/scan/first-ranges.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { inByteOrder } from "../../../support/store-bench.ts";

/** A store of these keys that counts the requested pages. */
function countingStore(keys: readonly string[]): { store: ObjectStore; requests: () => number } {
  const sorted = keys.toSorted(inByteOrder);
  let requests = 0;
  const store: ObjectStore = {
    ...createMemoryStore(),
    async *list({ prefix = "", after = "", upTo }) {
      const wanted = sorted.filter(
        (key) =>
          key.startsWith(prefix) &&
          inByteOrder(key, after) > 0 &&
          (upTo === undefined || inByteOrder(key, upTo) <= 0),
      );
      for (let start = 0; start === 0 || start < wanted.length; start += 1_000) {
        requests += 1;
        yield wanted.slice(start, start + 1_000).map((key): ListedObject => ({ key, etag: "1", size: 1 }));
      }
    },
  };
  return { store, requests: () => requests };
}

const numbered = (count: number, prefix = ""): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(9, "0")}.txt`);
const hashed = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => createHash("md5").update(String(i)).digest("hex"));
const dated = (days: number, each: number): string[] =>
  Array.from({ length: days }, (_, day) => {
    const date = new Date(Date.UTC(2025, 9, 1 + day)).toISOString().slice(0, 10).replaceAll("-", "/");
    return numbered(each, `stories/${date}/`);
  }).flat();

/** The keys listed by a range; they must be within its bounds. */
async function keysIn({
  range: { after, upTo },
  pages = stream([]),
}: ListedRange): Promise<readonly string[]> {
  const keys = (await Array.fromAsync(pages)).flat().map(({ key }) => key);
  expect(keys.filter((key) => after !== undefined && inByteOrder(key, after) <= 0)).toEqual([]);
  expect(keys.filter((key) => upTo !== undefined && inByteOrder(key, upTo) > 0)).toEqual([]);
  return keys;
}

async function* stream<T>(elements: readonly T[]): AsyncGenerator<T> {
  yield* elements;
}

describe("openFirstRanges", () => {
  it.each([
    ["no keys", [], ""],
    ["one key", ["a"], ""],
    ["a full page", numbered(1_000), ""],
    ["numbered keys", numbered(23_456, "stories/"), "stories/"],
    [
      "numbered keys next to others",
      [...numbered(5_000, "b/"), ...numbered(3_000, "a/"), ...numbered(3_000, "c/")],
      "b/",
    ],
    ["hashes", hashed(20_000), ""],
    ["dates", dated(120, 200), ""],
    ["keys of one letter", Array.from({ length: 1_024 }, (_, i) => "a".repeat(i + 1)), ""],
    [
      "astral keys",
      Array.from({ length: 3_000 }, (_, i) => `${String.fromCodePoint(0x1f300 + (i % 700))}${i}`),
      "",
    ],
  ])("lists %s completely and in order, within the limit of requests", async (_, keys, prefix) => {
    const { store, requests } = countingStore(keys);
    const ranges = await openFirstRanges(store, prefix);
    const listed: string[] = [];
    for (const listedRange of ranges) {
      listed.push(...(await keysIn(listedRange)));
    }
    const expected = keys.filter((key) => key.startsWith(prefix)).toSorted(inByteOrder);
    expect(listed).toEqual(expected);
    expect(requests()).toBeLessThanOrEqual(Math.ceil(expected.length / 1_000) + ranges.length + 1);
    expect(ranges.map(({ range }) => range.index)).toEqual(ranges.map((__, index) => index));
  });

  it.each([
    ["numbered keys", numbered(23_456), 4, 0.5],
    ["hashes", hashed(20_000), 16, 0.1],
    ["dates", dated(120, 200), 4, 0.6],
  ])("splits %s into ranges, none with most of the stories", async (_, keys, atLeast, share) => {
    const ranges = await openFirstRanges(countingStore(keys).store, "");
    expect(ranges.length).toBeGreaterThanOrEqual(atLeast);
    const sizes = await Promise.all(
      ranges.map(async ({ pages }) => (await Array.fromAsync(pages ?? [])).flat().length),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(keys.length * share);
  });
});
