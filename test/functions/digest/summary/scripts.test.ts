import { expect, test } from "vitest";
import { countUnspaced, termsOfWord } from "../../../../functions/digest/summary/scripts.ts";

test.each([
  ["harbour", ["harbour"]],
  ["порт", ["порт"]],
  ["港口关闭", ["港口", "口关", "关闭"]],
  ["2025年港口", ["2025", "年港", "港口"]],
  ["港", ["港"]],
  ["𠮷野家", ["𠮷野", "野家"]],
])("takes %s apart into %j", (word, terms) => {
  expect(termsOfWord(word)).toEqual(terms);
});

test.each([
  ["The harbour", 0],
  ["Oslo 港口 closed", 2],
  ["ท่าเรือ", 7],
])("counts in “%s” %i characters of scripts without blanks", (text, count) => {
  expect(countUnspaced(text)).toBe(count);
});
