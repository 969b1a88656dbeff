import { describe, expect, test } from "vitest";
import { termReader } from "../../../../../functions/digest/edition/threads/terms.ts";

const MARKS: Readonly<Record<string, string>> = { true: "+", false: "-", undefined: "" };

/** Terms as "stem", with "+" if capitalised inside a sentence and "-" if not. */
function termsOf(text: string): string {
  return termReader()(text)
    .map(({ stem, isCapital }) => `${MARKS[String(isCapital)]}${stem}`)
    .join(" ");
}

describe("termReader", () => {
  test.each([
    ["removes stop words and word endings", "ships were sailing", "ship -sail"],
    ["ignores the case of a first word", "Ships sail", "ship -sail"],
    [
      "ignores the case after a full stop, a colon, a quotation mark or a line end",
      "x: One. Two “Three\nFour",
      "two thre four",
    ],
    ["keeps numbers as written", "on 6:40 and 35,000", "6 40 35,000"],
    ["keeps words with marks whole", "हिन्दी समाचार", "हिन्दी समाचार"],
    ["reads pairs of characters in scripts without spaces", "北京大火", "北京 京大 大火"],
    ["reads words next to such characters", "用iPhone拍照", "用 iphon 拍照"],
    ["keeps the first letters of an inflected word", "Пожарные Мурманска", "пожар +мурма"],
    ["removes the Arabic article", "الحريق وحريق", "حريق وحريق"],
    ["recognises a capital inside a sentence", "the Orne rose", "+orn -ros"],
    ["finds nothing in a text without words", "… — (!)", ""],
  ])("%s", (_, text, expected) => {
    expect(termsOf(text)).toBe(expected);
  });

  test("reads the same terms from a text in a different Unicode normal form", () => {
    expect(termsOf("cafe\u0301 noir")).toBe(termsOf("caf\u00e9 noir"));
  });

  test("reads four hundred words of a text, with their positions", () => {
    const terms = termReader()(Array.from({ length: 1_000 }, (_, n) => `w${n}`).join(" "));
    expect(terms.map(({ place }) => place)).toEqual([...Array(400).keys()]);
  });
});
