import { expect, test } from "vitest";
import { countUnspaced, piecesOfWord, termsOfWord } from "../../../../functions/digest/text/scripts.ts";

test.each([
  ["harbour", ["harbour"]],
  ["порт", ["порт"]],
  ["港口关闭", ["港口", "口关", "关闭"]],
  ["2025年港口", ["2025", "年港", "港口"]],
  ["港", ["港"]],
  ["𠮷野家", ["𠮷野", "野家"]],
])("splits %s into the terms %j", (word, terms) => {
  expect(termsOfWord(word)).toEqual(terms);
});

test.each([
  ["The harbour", 0],
  ["Oslo 港口 closed", 2],
  ["ท่าเรือ", 7],
])("finds in “%s” %i characters of unspaced scripts", (text, count) => {
  expect(countUnspaced(text)).toBe(count);
});

test.each([
  ["harbour", ["harbour"]],
  ["港口关闭", ["港", "口", "关", "闭"]],
  ["2025年", ["2025", "年"]],
  ["ตอนรุ่ง", ["ต", "อ", "น", "รุ่", "ง"]],
  ["𠮷野", ["𠮷", "野"]],
])("splits %s into the pieces %j", (word, pieces) => {
  expect(piecesOfWord(word)).toEqual(pieces);
});
