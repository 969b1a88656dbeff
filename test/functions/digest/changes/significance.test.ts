import { describe, expect, it } from "vitest";
import {
  addedParts,
  partsOf,
  SIGNIFICANCE,
  significanceOf,
  totalOf,
} from "../../../../functions/digest/changes/significance.ts";
import type { Terms } from "../../../../functions/digest/changes/terms/terms.ts";

function terms(changes: Partial<Terms> = {}): Terms {
  return { newWords: 0, goneWords: 0, rowWords: 0, values: 0, goneNumbers: 0, ...changes };
}

describe("significanceOf", () => {
  it.each<[string, Partial<Terms>, number]>([
    ["nothing but form", {}, 0],
    ["one new word", { newWords: 1 }, 6],
    ["three new words", { newWords: 3 }, 12],
    ["63 new words", { newWords: 63 }, 36],
    ["ten words that are gone, as one new one", { goneWords: 10 }, 6],
    ["ten words in tables, as one new one", { rowWords: 10 }, 6],
    ["words that came, went and stand in tables, together", { newWords: 5, goneWords: 10, rowWords: 10 }, 18],
    ["one fact", { values: 1 }, 3],
    ["seven facts", { values: 7 }, 9],
    ["ten numbers that are gone", { goneNumbers: 10 }, 3],
    ["a day near the edition", { nearDay: "2026-11-19" }, 10],
    ["a correction", { note: "correction" }, 20],
    ["an update", { note: "update" }, 10],
    ["a draft that is published", { status: "other" }, 15],
    ["a story that its agency killed", { status: "canceled" }, 100],
    ["a word that is only spelled right", { spellings: 1 }, 0],
    ["everything at once, at most 100", { newWords: 9_999, values: 99, note: "correction" }, 100],
  ])("scores %s", (_name, changes, points) => {
    expect(significanceOf(terms(changes))).toBe(points);
  });

  it("is the sum of its parts, each with what it counts", () => {
    const all = terms({ newWords: 3, goneWords: 20, values: 1, goneNumbers: 2, nearDay: "2026-11-19" });
    expect(partsOf(all)).toEqual([
      { what: "3 new words, 20 words gone", points: 15.5 },
      { what: "1 fact or new number, 2 numbers gone", points: 3.4 },
      { what: "names 2026-11-19, as it did not before", points: 10 },
    ]);
    expect(significanceOf(all)).toBe(totalOf(partsOf(all)));
  });

  it("never falls when a term grows", () => {
    for (const term of ["newWords", "goneWords", "rowWords", "values", "goneNumbers"] as const) {
      const scores = [0, 1, 2, 5, 10, 100, 1_000].map((n) => significanceOf(terms({ [term]: n })));
      expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    }
  });
});

describe("whole stories", () => {
  it("ranks a new story above a renamed one, below a changed figure and above a changed word", () => {
    expect(SIGNIFICANCE.added).toBeGreaterThan(SIGNIFICANCE.renamed);
    expect(SIGNIFICANCE.added).toBeLessThan(significanceOf(terms({ newWords: 1, values: 2 })));
    expect(SIGNIFICANCE.added).toBeGreaterThan(significanceOf(terms({ newWords: 1, goneWords: 1 })));
  });

  it.each([
    [1, 9],
    [2, 15],
    [4, 21],
    [8, 27],
  ])("gives a new story that is one of %d reports %d points", (reports, points) => {
    expect(totalOf(addedParts(reports))).toBe(points);
  });
});
