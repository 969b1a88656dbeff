import { expect, test } from "vitest";
import { columnsOf } from "../../../../functions/digest/text/columns.ts";

test.each([
  ["“ab” – c", 8],
  ["Vellmouth’s", 11],
  ["e\u0301te\u0301", 3],
  ["שָׁלוֹם", 4],
  ["नमस्ते", 4],
  ["漢字かな한글，Ａ", 16],
  ["\u1112\u1161\u11ab", 2],
  ["ｱｲｳ", 3],
  ["𠮷野", 4],
  ["☀️ and ☀", 8],
  ["👍🏽", 2],
  ["a\u200bb\u202ec", 3],
])("%j takes %i columns", (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});
