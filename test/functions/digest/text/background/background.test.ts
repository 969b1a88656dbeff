import { describe, expect, test } from "vitest";
import { termReader } from "../../../../../functions/digest/edition/threads/terms.ts";
import { backgroundFrequency } from "../../../../../functions/digest/text/background/background.ts";
import {
  BACKGROUND_CLASSES,
  BACKGROUND_DOCUMENTS,
  BACKGROUND_TABLE,
} from "../../../../../functions/digest/text/background/background-table.ts";

const MAX_BYTES = 60_000;

/** The stems of a text that are not in the table. */
function unknownStems(text: string): string[] {
  return termReader()(text)
    .map(({ stem }) => stem)
    .filter((stem) => backgroundFrequency(stem) === 0);
}

describe("backgroundFrequency", () => {
  test.each([
    "government people president political history",
    "attacked attacking fighting families companies",
    "continued organization different countries",
  ])("contains the stems of common words, so that the table matches the stemmer: %s", (words) => {
    expect(unknownStems(words)).toEqual([]);
  });

  test.each([
    ["French", "les une dans pour est pas qui sur avec"],
    ["German", "der das und nicht ist mit von auf wird"],
    ["Russian", "не что как для это или если"],
    ["Persian", "از به را در این می برای"],
    ["Chinese", "可以"],
  ])("contains function words of %s", (_, words) => {
    expect(unknownStems(words)).toEqual([]);
  });

  test("distinguishes common words from rare ones and from names", () => {
    expect(backgroundFrequency("peopl")).toBeGreaterThan(backgroundFrequency("bridg"));
    expect(backgroundFrequency("bridg")).toBeGreaterThan(0);
    expect(backgroundFrequency("vellmouth")).toBe(0);
  });

  test("has no frequency above the number of documents, and stays small", () => {
    expect(BACKGROUND_CLASSES.length).toBeGreaterThan(10);
    expect(Math.max(...BACKGROUND_CLASSES)).toBeLessThanOrEqual(BACKGROUND_DOCUMENTS);
    expect(BACKGROUND_CLASSES).toEqual(BACKGROUND_CLASSES.toSorted((a, b) => b - a));
    expect(Buffer.byteLength(BACKGROUND_TABLE)).toBeLessThan(MAX_BYTES);
  });
});
