import { describe, expect, it } from "vitest";
import { compareKeys } from "../../../functions/digest/key-order.ts";
import type { Difference, Known } from "../../../functions/digest/scan/join.ts";
import { joinListing } from "../../support/join-listing.ts";
import { fc } from "../../support/laws.ts";

const utf8Order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Keys that S3 allows: astral, private use, control characters, slashes; no lone surrogates. */
const keys = fc.string({
  unit: fc.constantFrom("a", "b", "/", "\n", "~", "é", "\ue000", "\uffff", "😀", "𝒳"),
  minLength: 1,
});

async function joined(before: readonly Known[], listed: readonly Known[]): Promise<readonly string[]> {
  const differences: string[] = [];
  for await (const found of joinListing(before, listed)) {
    differences.push(describeDifference(found));
  }
  return differences;
}

function describeDifference(found: Difference<Known>): string {
  return `${found.difference} ${"before" in found ? found.before.key : found.listed.key}`;
}

describe("compareKeys", () => {
  it("orders any keys by their UTF-8 bytes", () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Math.sign(utf8Order(a, b)));
      }),
      { seed: 1 },
    );
  });

  it("puts U+FFFD before an emoji, which JavaScript does not", () => {
    expect(compareKeys("\ufffd", "😀")).toBeLessThan(0);
    expect("\ufffd" < "😀").toBe(false);
  });
});

describe("joinListing", () => {
  const story = (key: string, etag = "1", size = 1): Known => ({ key, etag, size });

  it.each([
    ["the same version", [story("a")], [story("a")], ["same a"]],
    ["a different ETag", [story("a")], [story("a", "2")], ["touched a"]],
    ["a different size", [story("a")], [story("a", "1", 2)], ["touched a"]],
    ["only in the snapshot", [story("a")], [], ["removed a"]],
    ["only in the listing", [], [story("a")], ["added a"]],
    ["nothing on both sides", [], [], []],
  ])("recognises %s", async (_name, before, listed, differences) => {
    expect(await joined(before, listed)).toEqual(differences);
  });

  it("gives the result of comparing two maps, in key order", async () => {
    const side = fc.uniqueArray(
      fc.record({ key: keys, etag: fc.constantFrom("1", "2"), size: fc.constant(1) }),
      {
        selector: ({ key }) => key,
      },
    );
    await fc.assert(
      fc.asyncProperty(side, side, async (before, listed) => {
        const left = before.toSorted((a, b) => utf8Order(a.key, b.key));
        const right = listed.toSorted((a, b) => utf8Order(a.key, b.key));
        expect(await joined(left, right)).toEqual(naive(left, right));
      }),
      { seed: 1 },
    );
  });

  it.each([
    ["out of order", [story("b"), story("a")]],
    ["twice", [story("a"), story("a")]],
  ])("rejects a side with keys %s", async (_name, side) => {
    await expect(joined([], side)).rejects.toThrow("cannot join the listing");
    await expect(joined(side, [])).rejects.toThrow("cannot join the snapshot");
  });
});

function naive(before: readonly Known[], listed: readonly Known[]): readonly string[] {
  const left = new Map(before.map((entry) => [entry.key, entry]));
  const right = new Map(listed.map((object) => [object.key, object]));
  return [...new Set([...left.keys(), ...right.keys()])].toSorted(utf8Order).map((key) => {
    const [entry, object] = [left.get(key), right.get(key)];
    if (entry === undefined || object === undefined) {
      return `${entry === undefined ? "added" : "removed"} ${key}`;
    }
    return `${entry.etag === object.etag ? "same" : "touched"} ${key}`;
  });
}
