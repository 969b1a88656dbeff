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

describe("a new story", () => {
  it.each<[string, Partial<Terms>, number, number]>([
    ["of no words", {}, 1, 0],
    ["of ten words, as one new word of a revision", { newWords: 10 }, 1, 6],
    ["of 30 words", { newWords: 30 }, 1, 12],
    ["of 300 words", { newWords: 300 }, 1, 29.7],
    ["of a table of 100 words, as ten of prose", { rowWords: 100 }, 1, 6],
    ["that names a day near the edition", { newWords: 10, nearDay: "2026-11-19" }, 1, 16],
    ["that is one of two reports", { newWords: 10 }, 2, 12],
    ["that is one of eight reports", { newWords: 10 }, 8, 24],
  ])("%s", (_name, changes, reports, points) => {
    expect(totalOf(addedParts(terms(changes), reports))).toBe(points);
  });

  it("is explained by what it has, and always by what it is", () => {
    const parts = (changes: Partial<Terms>, reports?: number) =>
      addedParts(terms(changes), reports).map(({ what }) => what);
    expect(parts({ newWords: 1, rowWords: 20, values: 1, nearDay: "2026-11-19" }, 2)).toEqual([
      "a new story of 1 word, 20 words in tables or code",
      "names 2026-11-19",
      "one of 2 reports on one event",
    ]);
    expect(parts({})).toEqual(["a new story of no words"]);
  });

  it("stands above a changed word and a moved story, and below a page of which 30 words are new", () => {
    const article = totalOf(addedParts(terms({ newWords: 250 })));
    expect(article).toBeGreaterThan(significanceOf(terms({ newWords: 1, goneWords: 1 })));
    expect(article).toBeGreaterThan(SIGNIFICANCE.renamed);
    expect(article).toBeLessThan(significanceOf(terms({ newWords: 30 })));
  });
});
