import { describe, expect, test } from "vitest";
import { rouge } from "../../bench/measures/rouge.ts";

describe("rouge", () => {
  test("is 1 for the same text, whatever its case and marks", () => {
    expect(rouge(["The cat sat."], ["the CAT, sat"])).toEqual({ rouge1: 1, rouge2: 1, rougeL: 1 });
  });

  test("is 0 where no word is shared, and for nothing", () => {
    expect(rouge(["a b"], ["c d"])).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
    expect(rouge([], ["c d"])).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
  });

  test("counts words, pairs of words and words in order", () => {
    const { rouge1, rouge2, rougeL } = rouge(["police killed the gunman"], ["the gunman killed police"]);
    expect(rouge1).toBeCloseTo(1);
    expect(rouge2).toBeCloseTo((2 * 1) / (3 + 3));
    expect(rougeL).toBeCloseTo((2 * 2) / (4 + 4));
  });

  test("counts a word no more often than both have it", () => {
    expect(rouge(["the the the"], ["the cat"]).rouge1).toBeCloseTo((2 * 1) / (3 + 2));
    expect(rouge(["the the the"], ["the cat"]).rougeL).toBeCloseTo((2 * 1) / (3 + 2));
  });

  test("unites what several sentences have in order of one of the reference", () => {
    const summary = ["w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"];
    const { rougeL } = rouge(summary, ["w1 w2 w3 w4 w5"]);
    expect(rougeL).toBeCloseTo((2 * 4) / (10 + 5));
  });
});
