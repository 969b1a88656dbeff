import { diffArrays } from "diff";
import { array, assert, constantFrom, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { shortestDiff } from "../../../../functions/digest/text/shortest-diff.ts";

const list = (text: string) => text.split(" ");
const words = array(constantFrom("a", "b", "c", "d"), { maxLength: 16 });

/** "= 2": two words kept, "- 1": one removed, "+ 1": one added. */
const shown = (parts: ReturnType<typeof shortestDiff>) =>
  parts?.map(({ added, removed, count }) => {
    const sign = added ? "+" : "-";
    return `${added || removed ? sign : "="} ${count}`;
  });

describe("shortestDiff", () => {
  test.each([
    ["a b c", "a b c", ["= 3"]],
    ["a b c", "a x c", ["= 1", "- 1", "+ 1", "= 1"]],
    ["a b c d", "c d", ["- 2", "= 2"]],
    ["a b", "a b c d", ["= 2", "+ 2"]],
    ["a b", "x y z", ["- 2", "+ 3"]],
    ["a b c a b b a", "c b a b a c", ["- 2", "= 1", "+ 1", "= 2", "- 1", "= 1", "+ 1"]],
  ])("%s → %s", (before, after, parts) => {
    expect(shown(shortestDiff(list(before), list(after), 20))).toEqual(parts);
  });

  test("has no parts for two empty lists, and one where only one is empty", () => {
    expect(shortestDiff([], [], 5)).toEqual([]);
    expect(shown(shortestDiff([], ["a", "b"], 5))).toEqual(["+ 2"]);
    expect(shown(shortestDiff(["a", "b"], [], 5))).toEqual(["- 2"]);
  });

  test("gives up beyond its maximum distance, and not at it", () => {
    expect(shortestDiff(list("a b c"), list("a x c"), 1)).toBeUndefined();
    expect(shortestDiff(list("a b c"), list("a x c"), 2)).toBeDefined();
    expect(shortestDiff(list("a b c"), list("a b c"), 0)).toBeDefined();
  });

  test("finds the same parts as the package diff, up to any distance", () => {
    assert(
      property(words, words, nat(20), (before, after, maxDistance) => {
        const theirs = diffArrays(before, after, { maxEditLength: maxDistance });
        const ours = shortestDiff(before, after, maxDistance);
        expect(shown(ours)).toEqual(theirs && shown(theirs));
      }),
      { numRuns: 2_000 },
    );
  });
});
