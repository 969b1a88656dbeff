import { describe, expect, test } from "vitest";
import {
  addToVocabulary,
  countUsage,
  type Vocabulary,
} from "../../../../../functions/digest/edition/threads/term-usage.ts";
import { MAX_READ_WORDS, type Term } from "../../../../../functions/digest/edition/threads/terms.ts";

function emptyVocabulary(stems: readonly string[] = []): Vocabulary {
  return { numbers: new Map(stems.map((stem, number) => [stem, number])), documents: [], capitals: [] };
}

function termsAt(...at: readonly (readonly [string, number])[]): Term[] {
  return at.map(([stem, place]) => ({ stem, place, isCapital: undefined }));
}

describe("addToVocabulary", () => {
  test("numbers terms in the order in which they come, and counts the stories that have them", () => {
    const vocabulary = emptyVocabulary();
    addToVocabulary(termsAt(["dam", 0], ["burst", 1], ["dam", 2]), vocabulary);
    addToVocabulary(termsAt(["bridge", 0], ["dam", 1]), vocabulary);
    expect([...vocabulary.numbers]).toEqual([
      ["dam", 0],
      ["burst", 1],
      ["bridge", 2],
    ]);
    expect(vocabulary.documents).toEqual([2, 1, 1]);
  });

  test("counts capitalised uses against the others", () => {
    const vocabulary = emptyVocabulary();
    const uses = [true, true, false, undefined].map((isCapital, place) => ({
      stem: "may",
      place,
      isCapital,
    }));
    addToVocabulary(uses, vocabulary);
    expect(vocabulary.capitals).toEqual([1]);
  });
});

describe("countUsage", () => {
  test("gives an early use more weight, and adds the uses of a term", () => {
    const vocabulary = emptyVocabulary(["other"]);
    const last = MAX_READ_WORDS - 1;
    const once = countUsage(addToVocabulary(termsAt(["dam", 0], ["burst", last]), vocabulary));
    expect(once.terms).toEqual([1, 2]);
    expect(once.used[0]).toBeCloseTo(1 + 19 * Math.exp(-1 / 25));
    expect(once.used[1]).toBeCloseTo(1);
    const twice = countUsage(addToVocabulary(termsAt(["dam", 0], ["dam", last]), vocabulary));
    expect(twice.terms).toEqual([1]);
    expect(twice.used[0]).toBeCloseTo(2 + 19 * Math.exp(-1 / 25));
  });

  test("keeps apart what no longer fits into the vocabulary", () => {
    const vocabulary = emptyVocabulary(Array.from({ length: 499_999 }, (_, number) => `w${number}`));
    const terms = addToVocabulary(termsAt(["dam", 0], ["burst", 399], ["burst", 398]), vocabulary);
    const usage = countUsage(terms);
    expect(usage.terms).toEqual([499_999]);
    expect(usage.overflow.map(Math.round)).toEqual([1, 1]);
    expect(vocabulary.numbers.has("burst")).toBe(false);
  });
});
