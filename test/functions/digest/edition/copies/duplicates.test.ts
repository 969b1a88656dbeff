import { describe, expect, test } from "vitest";
import { findDuplicates } from "../../../../../functions/digest/edition/copies/duplicates.ts";
import { fc } from "../../../../support/laws.ts";

/** `wordsFrom(3, 2)` is "w3 w4". */
function wordsFrom(first: number, count: number): string {
  return Array.from({ length: count }, (_, n) => `w${first + n}`).join(" ");
}

function duplicatesOf(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(findDuplicates(Object.entries(texts).map(([key, text]) => ({ key, text }))));
}

const ferry =
  "The ferry that links both banks of the Orne stopped at noon on Sunday. Its captain saw smoke over the engine " +
  "and called the fire brigade, which found a burnt cable and no fire. Forty people walked home over the bridge.";

describe("findDuplicates", () => {
  test.each([
    ["the same text under two keys", { a: ferry, b: ferry }, { b: "a" }],
    ["different typography", { a: ferry, b: ferry.toUpperCase().replaceAll(",", " –\n") }, { b: "a" }],
    ["a text with boilerplate around it", { a: ferry, b: `Late news. ${ferry} Read more.` }, { a: "b" }],
    [
      "a few words changed",
      { a: wordsFrom(0, 200), b: `${wordsFrom(0, 90)} x y ${wordsFrom(92, 108)}` },
      { b: "a" },
    ],
    ["four fifths in common", { a: wordsFrom(0, 104), b: wordsFrom(20, 104) }, { b: "a" }],
    ["just under four fifths", { a: wordsFrom(0, 104), b: wordsFrom(21, 104) }, {}],
    [
      "the same words in a different order",
      { a: wordsFrom(0, 30), b: wordsFrom(0, 30).split(" ").reverse().join(" ") },
      {},
    ],
    ["a short text that is part of a long one", { a: wordsFrom(0, 100), b: wordsFrom(10, 12) }, {}],
    ["two short texts with the same words", { a: "Rain stops play.", b: "rain stops play" }, { b: "a" }],
    ["texts without words", { a: "…", b: "…", c: "" }, {}],
    [
      "a text in Chinese",
      {
        a: "周一奥斯陆港口的一场大火烧毁了一座仓库造成十二人死亡消防员连夜灭火",
        b: "周一，奥斯陆港口的一场大火烧毁了一座仓库，造成十二人死亡，消防员连夜灭火。",
      },
      { b: "a" },
    ],
  ])("handles %s", (_, texts, expected) => {
    expect(duplicatesOf(texts)).toEqual(expected);
  });

  test("chooses the longest text as the representative", () => {
    const texts = {
      a: wordsFrom(0, 100),
      b: wordsFrom(0, 120),
      c: wordsFrom(0, 110),
      d: wordsFrom(500, 100),
    };
    expect(duplicatesOf(texts)).toEqual({ a: "b", c: "b" });
  });

  test("maps duplicates only to representatives, whatever the order", () => {
    const text = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 60 }))
      .map(([first, count]) => wordsFrom(first, count));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const stories = texts.map((text, n) => ({ key: `k${n}`, text }));
        const duplicates = findDuplicates(stories);
        expect([...duplicates.values()].filter((key) => duplicates.has(key))).toEqual([]);
        expect(findDuplicates(stories.toReversed())).toEqual(duplicates);
      }),
      { seed: 17 },
    );
  });

  test("is bounded for thousands of copies, of one text or of none", { timeout: 20_000 }, () => {
    const copies = Array.from({ length: 3_000 }, (_, n) => ({ key: `k${n}`, text: ferry }));
    expect(findDuplicates(copies).size).toBe(2_999);
    const others = copies.map(({ key }, n) => ({ key, text: wordsFrom(1_000 * n, 300) }));
    expect(findDuplicates(others).size).toBe(0);
  });
});
