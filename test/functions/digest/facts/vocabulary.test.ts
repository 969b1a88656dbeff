import { describe, expect, test } from "vitest";
import { isOrdinary, vocabularyOf } from "../../../../functions/digest/facts/vocabulary.ts";

const TEXTS = [
  "The ferry of Holt met the pilot, Vik, near a pier.",
  "Pilots were asked. Holt’s crew slept.",
  "THE FERRY SANK NEAR BERGEN TODAY",
];
const USES: readonly (readonly [string, "small" | "inside" | undefined])[] = [
  ["ferry", "small"],
  ["holt", "inside"],
  ["vik", "inside"],
  ["pilots", undefined],
  ["bergen", undefined],
  ["fer", undefined],
];

describe("vocabularyOf", () => {
  test.each(USES)("gives the use of %j in the texts: %j", (form, expected) => {
    expect(vocabularyOf(TEXTS)(form)).toBe(expected);
  });

  test("gives the same answers after many look-ups", () => {
    const vocabulary = vocabularyOf(TEXTS);
    for (let n = 0; n < 100; n++) {
      expect(vocabulary(`unheard${n}`)).toBeUndefined();
    }
    expect(USES.map(([form]) => [form, vocabulary(form)])).toEqual(USES);
  });
});

describe("isOrdinary", () => {
  test.each([
    ["Ferry", false, true],
    ["Holt", false, false],
    ["Quickly", false, true],
    ["Quickly", true, false],
    ["McSweeting", false, false],
  ] as const)("%j, before a capital: %j, is an ordinary word: %j", (word, isBeforeCapital, expected) => {
    expect(isOrdinary(word, vocabularyOf(TEXTS), isBeforeCapital)).toBe(expected);
  });
});
