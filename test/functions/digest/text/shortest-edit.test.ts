import { diffArrays } from "diff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numbered } from "../../../../functions/digest/text/numbered.ts";
import { shortestEdit } from "../../../../functions/digest/text/shortest-edit.ts";

const WORDS = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });
const MAX_DISTANCE = fc.integer({ min: 0, max: 90 });

/** `=2 -1 +1`: two words kept, one removed, one added. */
function shown(before: string, after: string, maxDistance = 100): string | undefined {
  const parts = shortestEdit(numbered([...before], [...after]), maxDistance);
  return parts
    ?.map(({ added, removed, count }) => `${added ? "+" : ""}${removed ? "-" : ""}${count}`)
    .join(" ");
}

describe("shortestEdit", () => {
  test.each([
    ["", "", ""],
    ["abc", "abc", "3"],
    ["", "ab", "+2"],
    ["ab", "", "-2"],
    ["abc", "axc", "1 -1 +1 1"],
    ["abc", "bca", "-1 2 +1"],
    ["abab", "ab", "2 -2"],
    ["abcabba", "cbabac", "-2 1 +1 2 -1 1 +1"],
  ])("%j → %j is %j", (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test("gives up beyond its maximum distance, and not before", () => {
    expect(shown("abc", "xyz", 5)).toBeUndefined();
    expect(shown("abc", "xyz", 6)).toBe("-3 +3");
  });

  test("finds the edit that jsdiff finds", () => {
    fc.assert(
      fc.property(WORDS, WORDS, MAX_DISTANCE, (before, after, maxDistance) => {
        const known = diffArrays(before, after, { maxEditLength: maxDistance });
        const expected = known?.map(({ added, removed, count }) => ({ added, removed, count }));
        expect(shortestEdit(numbered(before, after), maxDistance)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test("follows long edits", () => {
    const [before, after] = ["ab".repeat(500), "ba".repeat(250) + "xy".repeat(250)];
    const known = diffArrays([...before], [...after]);
    const parts = shortestEdit(numbered([...before], [...after]), 2_000);
    expect(parts).toEqual(known.map(({ added, removed, count }) => ({ added, removed, count })));
  });
});
