import { describe, expect, it } from "vitest";
import { compareKeys } from "../../../../../functions/digest/key-order.ts";
import type { ListedObject, UnreadPage } from "../../../../../functions/digest/ports.ts";
import { cutStretches } from "../../../../../functions/digest/scan/stretches/cut-stretches.ts";
import { knownRange } from "../../../../../functions/digest/scan/stretches/known-range.ts";
import {
  type KnownStretch,
  type Stretch,
  unknownStretch,
} from "../../../../../functions/digest/snapshot/fingerprints.ts";
import type { Bounds } from "../../../../../functions/digest/snapshot/snapshot.ts";
import { pageOfObjects } from "../../../../../functions/digest/store/object-page.ts";
import { decodeKey } from "../../../../../functions/digest/store/s3-page-scanner.ts";
import { fc } from "../../../../support/laws.ts";
import { answerOf, inPages, unreadPageOf } from "../../../../support/listing-pages.ts";

const object = (key: string, etag = "1"): ListedObject => ({ key, etag, size: 1 });
const byKey = (a: ListedObject, b: ListedObject): number => compareKeys(a.key, b.key);

/** A listing, and how it comes. */
interface Listing {
  readonly objects: readonly ListedObject[];
  readonly page: number;
  /** Bytes of a chunk; absent: the pages are of objects. */
  readonly chunk?: number;
  /** When all of them were last uploaded. */
  readonly modified?: string;
}

interface Cut {
  /** Objects that were read, in order. */
  readonly read: readonly ListedObject[];
  readonly passed: number;
  readonly stretches: readonly Stretch[];
  /** Pages asked for. */
  readonly pages: number;
}

const SIZES = { min: 2, max: 4 };

/** Cuts a listing; every object that `isSame` is as in the snapshot. */
async function cut(
  { objects, page, chunk, modified }: Listing,
  known: readonly Stretch[],
  { bounds = {}, isSame = () => true }: { bounds?: Bounds; isSame?: (listed: ListedObject) => boolean } = {},
): Promise<Cut> {
  let pages = 0;
  async function* listed(): AsyncGenerator<UnreadPage> {
    const after = objects.filter(({ key }) => compareKeys(key, bounds.after ?? "") > 0);
    for (const each of inPages(after, page)) {
      pages += 1;
      if (each.length > 0) {
        yield chunk === undefined ? pageOfObjects(each) : unreadPageOf(answerOf(each, modified), chunk);
      }
    }
  }
  const cutting = { sizes: SIZES, isStory: () => true };
  const { pieces, stretches } = cutStretches(listed(), knownRange(bounds, withBounds(known)), cutting);
  const read: ListedObject[] = [];
  let passed = 0;
  for await (const piece of pieces) {
    if ("unchanged" in piece) {
      passed += piece.unchanged;
    } else {
      const { stories } = piece.read();
      expect(stories.every(({ key }) => compareKeys(key, piece.last) <= 0)).toBe(true);
      read.push(...stories);
      piece.joined(stories.every(isSame) ? stories.length : undefined);
    }
  }
  return { read, passed, stretches: stretches(), pages };
}

function withBounds(stretches: readonly Stretch[]): readonly KnownStretch[] {
  const ends = stretches.map(({ anchor }) => (anchor === "" ? undefined : decodeKey(anchor)));
  return stretches.map((stretch, i) => ({ ...stretch, after: ends[i - 1], upTo: ends[i] }));
}

const letters = (text: string): readonly ListedObject[] => [...text].map((key) => object(key));
const ALPHABET = letters("abcdefghijklmnopqrst");
const keysOf = (objects: readonly ListedObject[]): string => objects.map(({ key }) => key).join("");
const anchorsOf = ({ stretches }: Cut): string => stretches.map(({ anchor }) => anchor).join(",");

describe.each([
  ["objects", undefined],
  ["bytes", 1_000],
  ["bytes in small chunks", 37],
] as const)("cutStretches, in pages of %s", (_, chunk) => {
  const listing = (objects: readonly ListedObject[], page = 5): Listing => ({
    objects,
    page,
    ...(chunk && { chunk }),
  });

  it("reads a listing of which nothing is known, and passes it on unread the next time", async () => {
    const first = await cut(listing(ALPHABET), []);
    expect([keysOf(first.read), anchorsOf(first)]).toEqual([keysOf(ALPHABET), "e,j,o,t,"]);
    const second = await cut(listing(ALPHABET), first.stretches);
    expect(second).toEqual({ read: [], passed: 20, stretches: first.stretches, pages: 4 });
  });

  it.each([
    [
      "added",
      letters("abcdeeXfghijklmnopqrst")
        .filter(({ key }, i, all) => all.findIndex((o) => o.key === key) === i)
        .toSorted(byKey),
      "abcdeX",
    ],
    ["changed", ALPHABET.map((each) => (each.key === "h" ? object("h", "2") : each)), "fghij"],
    ["removed", ALPHABET.filter(({ key }) => key !== "h"), "fgij"],
    ["removed that was an anchor", ALPHABET.filter(({ key }) => key !== "j"), "fghiklmno"],
  ])(
    "reads only the stretch of a story that was %s, though all pages after it begin elsewhere",
    async (__, now, read) => {
      const { stretches } = await cut(listing(ALPHABET), []);
      const found = await cut(listing(now), stretches, {
        isSame: ({ key, etag }) => etag === "1" && key !== "X",
      });
      expect([...keysOf(found.read)].toSorted()).toEqual([...read].toSorted());
      expect(found.passed + found.read.length).toBe(now.length);
    },
  );

  it("gives no fingerprint to a stretch in which anything differed, and one the next day", async () => {
    const { stretches } = await cut(listing(ALPHABET), []);
    const now = ALPHABET.map((each) => (each.key === "h" ? object("h", "2") : each));
    const day2 = await cut(listing(now), stretches, { isSame: ({ etag }) => etag === "1" });
    expect(day2.stretches.map(({ fingerprint }) => fingerprint !== "")).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    const day3 = await cut(listing(now), day2.stretches);
    expect(keysOf(day3.read)).toBe("fghij");
    const day4 = await cut(listing(now), day3.stretches);
    expect([day4.read, day4.passed]).toEqual([[], 20]);
  });

  it("reads on after an end that a story took along, and asks for no page more", async () => {
    const bounds = { after: "c", upTo: "m" };
    const first = await cut(listing(ALPHABET), [], { bounds });
    expect([keysOf(first.read), first.pages]).toEqual(["defghijklm", 2]);
    expect(first.stretches.at(-1)?.anchor).toBe("m");
    const now = ALPHABET.filter(({ key }) => key !== "m");
    const found = await cut(listing(now), [unknownStretch("c"), ...first.stretches], { bounds });
    expect([keysOf(found.read), found.passed, found.pages]).toEqual(["ijkl", 5, 2]);
  });

  it("uses no stretch that began before the range", async () => {
    const { stretches } = await cut(listing(ALPHABET), []);
    const found = await cut(listing(ALPHABET), stretches, { bounds: { after: "c", upTo: "r" } });
    expect([keysOf(found.read), found.passed]).toEqual(["depqr", 10]);
  });

  it("uses no stretch that began before the range, though nothing was listed since then", async () => {
    const { stretches } = await cut(listing(ALPHABET), []);
    const found = await cut(listing(ALPHABET), stretches, { bounds: { after: "eee", upTo: "o" } });
    expect([keysOf(found.read), found.passed]).toEqual(["fghij", 5]);
  });

  it("uses no stretch that ended before the range does, though nothing is listed since then", async () => {
    const { stretches } = await cut(listing(letters("a")), [], { bounds: { upTo: "eee" } });
    const found = await cut(listing(letters("a")), [...stretches, unknownStretch(undefined)]);
    expect([keysOf(found.read), anchorsOf(found)]).toEqual(["a", ""]);
  });

  it("tells apart an anchor and the longer keys that begin like it", async () => {
    const keys = ["a", "a+", "a+b", "a+b%2B", "a+b&c", "a<b>", "a b", "é", "日本", "😀"]
      .map((key) => object(key))
      .toSorted(byKey);
    const { stretches } = await cut(listing(keys, 3), []);
    expect((await cut(listing(keys, 4), stretches)).passed).toBe(keys.length);
  });

  it("throws if keys are out of order, also after a stretch that was not read", async () => {
    await expect(cut(listing(letters("acbde")), [])).rejects.toThrow('key "b" came after "c"');
    await expect(cut(listing(letters("abcc")), [])).rejects.toThrow('key "c" came after "c"');
    const { stretches } = await cut(listing(letters("abcdefgh"), 4), []);
    await expect(cut(listing(letters("abcdaefgh"), 4), stretches)).rejects.toThrow('key "a" came after "d"');
  });
});

it("reads stories that were uploaded again as they were, and attests them anew", async () => {
  const listing = { objects: ALPHABET, page: 5, chunk: 1_000 };
  const first = await cut(listing, []);
  const again = { ...listing, modified: "2026-11-21T08:00:00.000Z" };
  const second = await cut(again, first.stretches);
  expect([second.read.length, second.stretches.some(({ fingerprint }) => fingerprint === "")]).toEqual([
    20,
    false,
  ]);
  expect((await cut(again, second.stretches)).passed).toBe(20);
});

describe("cutStretches, day after day", () => {
  const key = fc.string({
    unit: fc.constantFrom("a", "b", "/", "+", "%", "é", "\ue000", "😀"),
    minLength: 1,
    maxLength: 4,
  });
  const day = fc.record({
    objects: fc.uniqueArray(fc.record({ key, etag: fc.constantFrom("1", "2"), size: fc.constant(1) }), {
      selector: (each) => each.key,
      minLength: 20,
      maxLength: 40,
    }),
    added: fc.nat({ max: 2 }),
    gone: fc.nat({ max: 30 }),
    page: fc.integer({ min: 1, max: 12 }),
    chunk: fc.constantFrom(90, 4_000),
  });
  type Day = typeof day extends fc.Arbitrary<infer T> ? T : never;

  /** The next day's objects: some of the day before are gone or others now, and some are new. */
  function after(before: readonly ListedObject[], { objects, added, gone }: Day): readonly ListedObject[] {
    const news = before.length === 0 ? objects : objects.slice(0, added);
    const left = before.filter((each, i) => i !== gone && news.every((other) => other.key !== each.key));
    return [...left, ...news].toSorted(byKey);
  }

  function expectTruth(
    now: readonly ListedObject[],
    isSame: (each: ListedObject) => boolean,
    found: Cut,
  ): void {
    expect(found.read.length + found.passed).toBe(now.length);
    expect(found.read).toEqual(expect.arrayContaining(now.filter((each) => !isSame(each))));
    for (const { after, upTo, stories, fingerprint } of withBounds(found.stretches)) {
      const within = now.filter((each) => isWithin(each, { after, upTo }));
      expect(fingerprint === "" || (within.length === stories && within.every(isSame))).toBe(true);
    }
  }

  const isWithin = ({ key }: ListedObject, { after, upTo }: Pick<KnownStretch, "after" | "upTo">): boolean =>
    compareKeys(key, after ?? "") > 0 && (upTo === undefined || compareKeys(key, upTo) <= 0);

  it("passes on or reads every object, reads those that differ, and attests only what is the same", async () => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 4, maxLength: 8 }), async (days) => {
        let before: readonly ListedObject[] = [];
        let stretches: readonly Stretch[] = [];
        for (const each of days) {
          const now = after(before, each);
          const known = new Set(before.map(({ key, etag }) => `${key} ${etag}`));
          const isSame = ({ key, etag }: ListedObject): boolean => known.has(`${key} ${etag}`);
          const found = await cut({ ...each, objects: now }, stretches, { isSame });
          expectTruth(now, isSame, found);
          passed += found.passed;
          [before, stretches] = [now, found.stretches];
        }
      }),
      { seed: 1, numRuns: 150 },
    );
    expect(passed).toBeGreaterThan(5_000);
  });
});
