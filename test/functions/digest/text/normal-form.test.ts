import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import { boundMarks, normalForm } from "../../../../functions/digest/text/normal-form.ts";

const FUNCTIONS = join(import.meta.dirname, "../../../../functions");
/** Two marks of different classes, which a normal form has to sort. */
const PAIR = "\u0301\u0316";
const PILE = `a${PAIR.repeat(150_000)}`;

describe("boundMarks", () => {
  it.each([
    ["Latin", `e${PAIR.repeat(20)}x`, `e${PAIR.repeat(15)}x`],
    ["no letter before", PAIR.repeat(20), PAIR.repeat(15)],
    ["Thai vowels and tones", `\u0e01${"\u0e38\u0e48".repeat(40)}`, `\u0e01${"\u0e38\u0e48".repeat(15)}`],
    ["Hebrew points", `\u05d0${"\u05b0\u05bc".repeat(16)}\u05d1`, `\u05d0${"\u05b0\u05bc".repeat(15)}\u05d1`],
    ["voicing signs of half width", `\uff76${"\uff9e".repeat(99)}`, `\uff76${"\uff9e".repeat(30)}`],
    [
      "musical marks beyond the first plane",
      `x${"\u{1d165}\u{1d16d}".repeat(20)}`,
      `x${"\u{1d165}\u{1d16d}".repeat(15)}`,
    ],
    ["spacing vowels", `\u0915${"\u093e".repeat(31)}`, `\u0915${"\u093e".repeat(30)}`],
    ["two piles", `a${PAIR.repeat(16)}b${PAIR.repeat(99)}`, `a${PAIR.repeat(15)}b${PAIR.repeat(15)}`],
  ])("cuts %s after thirty marks", (_, text, expected) => {
    expect(boundMarks(text)).toBe(expected);
  });

  it.each([
    ["Vietnamese, decomposed", "Vie\u0323\u0302t Nam đo\u0323c ba\u0301o mo\u0302\u0303i nga\u0300y"],
    ["Tibetan stacks", "\u0f40\u0f90\u0fb5\u0f72\u0f7e་བོད་ཡིག"],
    ["Hindi", "बंदरगाह की नौका दोपहर को निकलती है"],
    ["Hebrew with points and accents", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים"],
    ["thirty marks", `a${PAIR.repeat(15)}`],
    ["a family of emoji", "👩‍👩‍👧‍👦".repeat(20)],
    ["Japanese of half width", "ｶﾞｷﾞｸﾞｹﾞｺﾞ".repeat(9)],
    ["lone surrogates", "\ud800".repeat(40)],
  ])("leaves %s alone", (_, text) => {
    expect(boundMarks(text)).toBe(text);
  });

  it("knows where every mark of Unicode may be", () => {
    for (let code = 0; code <= 0x10_ffff; code += 1) {
      const mark = String.fromCodePoint(code);
      if (/\p{M}/u.test(mark)) {
        expect([...boundMarks(mark.repeat(40))].length, code.toString(16)).toBe(30);
      }
    }
  });
});

describe("a letter with 300,000 marks (NFC took minutes)", () => {
  it.each(["NFC", "NFD", "NFKC"] as const)("has its %s", (form) => {
    expect(normalForm(PILE, form).length).toBeLessThan(40);
  });

  it.each([
    ["a.txt.gz", gzipSync(`The ferry leaves\n\nIt leaves at noon ${PILE} today.`)],
    ["a.html", `<p>The ferry leaves at noon a${"&#769;&#790;".repeat(150_000)} today.</p>`],
    ["a.json", `{"headline":"Ferry","body":"It leaves at noon a${"\\u0301\\u0316".repeat(150_000)} today."}`],
    ["a.md", `# Ferry\n\nIt leaves at noon ${PILE} today.`],
    ["hidden.txt", `The ferry\n\nIt leaves at noon a${`${PAIR.repeat(10)}\u200b`.repeat(20_000)} today.`],
  ])("is read in %s with thirty of them", (key, content) => {
    const story = parseStory(key, content);
    expect(isUnreadable(story) ? story.unreadable : story.paragraphs.join(" ").length).toBeLessThan(100);
  });
});

it("no other code puts what a story says into a normal form", () => {
  const files = readdirSync(FUNCTIONS, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith("normal-form.ts"))
    .filter((name) => readFileSync(join(FUNCTIONS, name), "utf8").includes(".normalize("));
  expect(files).toEqual([]);
});
