import { describe, expect, it } from "vitest";
import { aroundDifference } from "../../../../functions/digest/text/same-words.ts";
import { fc } from "../../../support/laws.ts";

const MAX = 100;
const cut = (text: string): string => (text.length <= MAX ? text : text.slice(0, MAX));
const same = (letters: number): string => "the ferry leaves at noon ".repeat(letters).slice(0, letters);

describe("two texts that are cut", () => {
  it.each([
    ["at the start", "12 boats", "19 boats", 0],
    ["within the first half", `${same(40)}12 boats`, `${same(40)}19 boats`, 40],
    ["in the last letters shown", `${same(97)}12 boats`, `${same(97)}19 boats`, 23],
    ["far beyond", `${same(5000)}12 boats`, `${same(5000)}19 boats`, 23],
    ["by an addition at the end", same(300), `${same(300)}, and no later`, 23],
  ])("differ %s in what is left of them", (_, before, after, at) => {
    const [a, b] = aroundDifference(`${before} ${same(200)}`, `${after} ${same(200)}`, MAX);
    expect(cut(a)).not.toBe(cut(b));
    expect([...cut(a)].findIndex((letter, n) => letter !== cut(b)[n])).toBeGreaterThanOrEqual(
      Math.min(at, 10),
    );
  });

  it.each([
    ["short ones", "12 boats", "19 boats"],
    ["equal ones", same(300), same(300)],
  ])("stay as they are: %s", (_, before, after) => {
    const [a, b] = aroundDifference(before, after, MAX);
    expect([cut(a), cut(b)].map((text) => text.replace(/^… /, ""))).toHaveLength(2);
    expect(cut(a) === cut(b)).toBe(before === after);
  });

  it("keep the difference right after a long word", () => {
    for (let letters = 40; letters < 200; letters += 1) {
      const start = `${same(letters)} ${"x".repeat(28)}`;
      const [a, b] = aroundDifference(`${start} 12 ${same(99)}`, `${start} 19 ${same(99)}`, 80);
      expect(a.slice(0, 60)).not.toBe(b.slice(0, 60));
    }
  });

  it("differ wherever they do, and are never cut within a character", () => {
    const letters = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(letters, letters, letters, letters, (start, before, after, end) => {
        fc.pre(before !== after);
        const [a, b] = aroundDifference(start + before + end, start + after + end, MAX);
        expect(cut(a) === cut(b)).toBe(start + before + end === start + after + end);
        expect(a.isWellFormed() && b.isWellFormed()).toBe(true);
      }),
    );
  });
});
