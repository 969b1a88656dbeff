import { expect, test } from "vitest";
import { wrapText } from "../../../../../functions/digest/publish/mail/wrap.ts";
import { fc } from "../../../../support/laws.ts";

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

const COLUMNS = 74;

/** What a terminal shows of a line: two columns for each letter of a script without spaces. */
function columnsOf(line: string): number {
  return [...line].reduce(
    (sum, letter) => sum + (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}。、「」ー]/u.test(letter) ? 2 : 1),
    0,
  );
}

test("breaks Chinese and Japanese by the columns that their letters take", () => {
  const chinese = "市政府周一宣布港口大桥将关闭一年进行维修预计费用为四百万美元。".repeat(4);
  const lines = wrapText(`  ${chinese}`).trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.map((line) => line.slice(2)).join("")).toBe(chinese);
  for (const line of lines) {
    expect(line).toMatch(/^ {2}\S/);
    expect(columnsOf(line)).toBeLessThanOrEqual(COLUMNS);
  }
  expect(lines.slice(0, -1).every((line) => columnsOf(line) >= COLUMNS - 4)).toBe(true);
});

test("begins no line with a mark or a small letter, and ends none with an opening bracket", () => {
  for (let lead = 0; lead < 12; lead++) {
    const lines = wrapText(`${"港".repeat(30 + lead)}「大橋」、ニュースっぽい（見出し）。港`)
      .trimEnd()
      .split("\n");
    for (const line of lines) {
      expect(line).not.toMatch(/^[、。」）ュっー]|[「（]$/);
    }
  }
});

test("never breaks a Latin word, a number with its marks, or a key, within a text of such letters", () => {
  for (const word of ["breakwater", "1,204.50", "U.S.-based"]) {
    for (let lead = 20; lead < 40; lead++) {
      const wrapped = wrapText(`${"港".repeat(lead)}${word}${"桥".repeat(20)}`);
      expect(wrapped).toContain(word);
      expect(wrapped.replaceAll("\n", "")).toBe(`${"港".repeat(lead)}${word}${"桥".repeat(20)}`);
    }
  }
  const key = `\uffff新闻/${"港".repeat(50)}.txt`;
  expect(wrapText(`- 见 ${key}`)).toBe(`- 见\n  ${key.slice(1)}\n`);
});

test("counts marks on letters as nothing, and emoji as two columns", () => {
  expect(wrapText(`${"e\u0301".repeat(70)} end`)).toBe(`${"e\u0301".repeat(70)} end\n`);
  expect(wrapText(`${"😀".repeat(36)} end`)).toBe(`${"😀".repeat(36)}\nend\n`);
});

test("takes time in proportion to the text", () => {
  const started = process.cpuUsage().user;
  wrapText("港".repeat(200_000));
  expect(process.cpuUsage().user - started).toBeLessThan(5_000_000);
});
