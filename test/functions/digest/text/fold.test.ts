import { describe, expect, test } from "vitest";
import { cosmeticReasons, fold } from "../../../../functions/digest/text/fold.ts";

describe("fold", () => {
  test.each([
    ["“Stop,” she said", '"Stop," she said'],
    ["won’t", "won't"],
    ["the crew — all nine — left", "the crew–all nine–left"],
    ["wait…", "wait..."],
    ["a\u00a0 b", "a b"],
    ["zero\u200bwidth", "zerowidth"],
    ["ﬁre", "fire"],
    ["Café", "Cafe\u0301"],
    ["HARBOUR FIRE", "Harbour fire"],
    ["−5 degrees", "-5 degrees"],
    ["‘Stop,’ she said", '"Stop," she said'],
    ["in 2002—four years", "in 2002 -- four years"],
    ["the province—10,000 in all", "the province — 10,000 in all"],
  ])("folds %j and %j to the same text", (before, after) => {
    expect(fold(before)).toBe(fold(after));
  });

  test.each([
    ["$1.5 million", "$15 million"],
    ["-5 degrees", "5 degrees"],
    ['He said: "I resign."', "He said I resign."],
    ["12 people died", "45 people died"],
    ["1,200", "1.200"],
    ["re-sign", "resign"],
    ["6' tall", '6" tall'],
    ["the pages 5–10", "the pages 5 10"],
    ["10²", "102"],
  ])("distinguishes %j from %j", (before, after) => {
    expect(fold(before)).not.toBe(fold(after));
  });
});

/** Letters, digits and marks of scripts that are folded in one step, and what of them would not stay as it is. */
describe("fold, letters beyond ASCII", () => {
  const characters = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (character) => /[\p{L}\p{Nd}\p{Po}]/u.test(character),
  );

  test("every letter alone has the form that composing and lower case give it", () => {
    const other = characters.filter((letter) => {
      const isGlyph = cosmeticReasons(letter, letter.normalize("NFC")).includes("typography");
      return !isGlyph && fold(`a${letter}`) !== fold(`a${letter.normalize("NFD")}`);
    });
    expect(other).toEqual([]);
  });

  test.each([
    ["Ёлка", "ёлка"],
    ["ΜΈΓΑΣ", "μέγας"],
    ["ÎLE", "île"],
    ["ＡＢ", "ａｂ"],
    ["ԱԲ", "աբ"],
    ["Ꭰ", "ꭰ"],
    ["été", "e\u0301te\u0301"],
    ["й", "и\u0306"],
    ["آ", "ا\u0653"],
    ["が", "か\u3099"],
    ["각", "가\u11a8"],
    ["ё—ж", "ё – ж"],
  ])("folds %j and %j to the same text", (before, after) => {
    expect(fold(before)).toBe(fold(after));
  });

  test.each([
    ["и", "й"],
    ["ا", "آ"],
    ["か", "が"],
    ["ก", "ข"],
    ["가", "각"],
    ["о 5", "о 6"],
  ])("distinguishes %j from %j", (before, after) => {
    expect(fold(before)).not.toBe(fold(after));
  });
});

describe("cosmeticReasons", () => {
  test.each([
    ["Same.", "Same.", []],
    ["“Stop”", '"Stop"', ["typography"]],
    ["a  b", "a b", ["white space"]],
    ["NATO said", "Nato said", ["case"]],
    ["It’s  NATO", "It's Nato", ["white space", "typography", "case"]],
  ])("names the differences between %j and %j", (before, after, reasons) => {
    expect(cosmeticReasons(before, after)).toEqual(reasons);
  });
});
