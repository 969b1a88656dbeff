import { expect, test } from "vitest";
import {
  andMore,
  capitalised,
  counted,
  countLine,
  listed,
  ordinal,
  stories,
} from "../../../../../functions/digest/publish/wording/words.ts";
import { makeEdition } from "../../../../../local/preview/sample-editions.ts";

test.each([
  [0, "0 stories"],
  [1, "1 story"],
  [2, "2 stories"],
  [1204, "1,204 stories"],
  [1_000_000, "1,000,000 stories"],
])("%i: %s", (n, words) => {
  expect(stories(n)).toBe(words);
});

test("other nouns have their own plural", () => {
  expect([counted(1, "summary", "summaries"), counted(2, "summary", "summaries")]).toEqual([
    "1 summary",
    "2 summaries",
  ]);
});

test.each([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
  [4, "4th"],
  [11, "11th"],
  [12, "12th"],
  [13, "13th"],
  [21, "21st"],
  [112, "112th"],
  [1203, "1,203rd"],
])("%i is %s", (n, word) => {
  expect(ordinal(n)).toBe(word);
});

test.each([
  [[], 0, ""],
  [["a"], 0, "a"],
  [["a", "b"], 0, "a and b"],
  [["a", "b", "c"], 0, "a, b and c"],
  [["a", "b"], 1200, "a, b and 1,200 more"],
  [["a"], -3, "a"],
])("%j with %i more: %s", (names, more, words) => {
  expect(listed(names, more)).toBe(words);
});

test("what is left is counted, and nothing is said when nothing is left", () => {
  expect([andMore(312), andMore(0), andMore(-1)]).toEqual(["and 312 more", "", ""]);
});

test.each([
  ["people died", "People died"],
  ["éclair", "Éclair"],
  ["𐐨𐐩", "𐐀𐐩"],
  ["", ""],
])("%j begins with a capital: %j", (text, words) => {
  expect(capitalised(text)).toBe(words);
});

test("only what was counted is shown, in the order of the email", () => {
  const { counts } = makeEdition({ counts: { removed: 1, revised: 1200, cosmetic: 2 } });
  expect(countLine(counts)).toBe("1,200 revised, 1 removed, 2 with formatting changes only");
});
