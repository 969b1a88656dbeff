import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "../../../../../functions/digest/publish/mail/wrap.ts";

const WORDS = "twelve words that go on and on until the line must be broken somewhere";

test("breaks between words, and puts the rest under the beginning", () => {
  expect(wrapText(`1. ${WORDS} soon`)).toBe(
    "1. twelve words that go on and on until the line must be broken somewhere\n   soon\n",
  );
  expect(wrapText(`  ${WORDS} soon`)).toBe(`  ${WORDS}\n  soon\n`);
});

test("leaves a long word whole on a line of its own", () => {
  const address = `https://example.org/${"x".repeat(90)}`;
  expect(wrapText(`- ${WORDS} ${address} end`)).toBe(`- ${WORDS}\n  ${address}\n  end\n`);
});

test("drops blanks at line ends and second empty lines", () => {
  expect(wrapText("a  \n\n\n\nb\n")).toBe("a\n\nb\n");
});

test("loses no word and keeps lines of short words within 74 columns", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "-"), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const wrapped = wrapText(words.join(" "));
      expect(wrapped.split(/\s+/).filter((w) => w !== "")).toEqual(words);
      expect(Math.max(...wrapped.split("\n").map((line) => line.length))).toBeLessThanOrEqual(74);
    }),
    { seed: 1 },
  );
});
