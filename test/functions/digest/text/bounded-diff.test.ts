import { describe, expect, test } from "vitest";
import { boundedDiff } from "../../../../functions/digest/text/bounded-diff.ts";

const list = (text: string) => text.split(" ");

/** Two lists of `count` words with none in common. */
const disjointLists = (count: number) =>
  ["a", "b"].map((letter) => Array.from({ length: count }, (_, n) => `${letter}${n}`));

describe("boundedDiff", () => {
  test("reports what was kept, removed and added", () => {
    const parts = boundedDiff(1, 1_000, 100)(list("a b c"), list("a x c"));
    expect(parts).toMatchObject([
      { added: false, removed: false, count: 1 },
      { removed: true, count: 1 },
      { added: true, count: 1 },
      { added: false, removed: false, count: 1 },
    ]);
  });

  test("gives up beyond its maximum distance", () => {
    const [before = [], after = []] = disjointLists(6);
    expect(boundedDiff(1, 1_000_000, 10)(before, after)).toBeUndefined();
    expect(boundedDiff(1, 1_000_000, 12)(before, after)).toBeDefined();
  });

  test("gives up once the steps for all pairs are spent, and not before", () => {
    const [before = [], after = []] = disjointLists(10);
    const diff = boundedDiff(3, 1_000, 100);
    expect([1, 2, 3].map(() => diff(before, after) !== undefined)).toEqual([true, true, false]);
    expect(diff(before, before)).toBeDefined();
  });

  test("lets one diff use the steps that others left", () => {
    const [before = [], after = []] = disjointLists(10);
    const diff = boundedDiff(1_000, 40_000, 100);
    for (let n = 0; n < 999; n++) {
      diff(list("a b"), list("a b"));
    }
    expect(diff(before, after)).toBeDefined();
  });
});
