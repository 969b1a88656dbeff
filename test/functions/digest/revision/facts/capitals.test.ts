import { describe, expect, test } from "vitest";
import { capitalsIn, firstCapitalsIn } from "../../../../../functions/digest/revision/facts/capitals.ts";

const TEXT = "Ada Holt met McVik’s crew in Saint-Malo. “Élise”, said HOLTEN; pier 3B is Pier2.";
const WORDS: readonly (readonly [string, boolean])[] = [
  ["Holt", true],
  ["McVik", true],
  ["Malo", true],
  ["Élise", true],
  ["Pier2", true],
  ["Pier", false],
  ["HOLT", false],
  ["crew", false],
  ["Vik", false],
  ["", false],
];

describe("capitalsIn", () => {
  test.each(WORDS)("finds %j only as a whole, capitalised word: %j", (word, expected) => {
    expect(capitalsIn(TEXT)(word)).toBe(expected);
  });

  test("gives the same answers after many look-ups", () => {
    const isThere = capitalsIn(TEXT);
    for (let n = 0; n < 100; n++) {
      expect(isThere(`Nobody${n}`)).toBe(false);
    }
    expect(WORDS.map(([word]) => [word, isThere(word)])).toEqual(WORDS);
  });
});

test("firstCapitalsIn finds words before which no other capitalised one stands", () => {
  const text = "The Harbour Board met. Holt spoke, and Dr. Vik of Saint-Malo; Ada Marr did not.";
  const first = firstCapitalsIn(text);
  expect(["Holt", "Saint", "Ada", "Board", "Vik", "Marr"].filter((word) => first.has(word))).toEqual([
    "Holt",
    "Saint",
    "Ada",
  ]);
});
