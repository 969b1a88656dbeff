import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../functions/digest/story/types.ts";
import { foldInvisible, withoutInvisible } from "../../../../functions/digest/text/invisible.ts";

function read(text: string): Story {
  const story = parseStory("story.txt", text);
  if (isUnreadable(story)) {
    throw new Error(story.unreadable);
  }
  return story;
}

const STORIES = {
  English: [
    "Quarry to close\n\nThe quarry near Altmere will close with 1,250 jobs lost, said Jona Petrie.\n",
    ["quarry", "Petrie", "1,250"],
  ],
  German: [
    "Steinbruch schließt\n\nDer Steinbruch bei Altmeer schließt, 1.250 Stellen fallen weg, sagte Jona Petrie.\n",
    ["Steinbruch bei", "Petrie", "1.250"],
  ],
  Japanese: [
    "採石場が閉鎖へ\n\n採石場は来春に閉鎖され、1250人が職を失うと広報が発表した。\n",
    ["閉鎖され", "1250"],
  ],
  Arabic: [
    "المحجر سيغلق\n\nقال المتحدث إن المحجر سيغلق وإن 1250 عاملا سيفقدون وظائفهم.\n",
    ["المتحدث", "1250"],
  ],
} as const;

const MARKS = [
  0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060,
  0x2063, 0x2066, 0x2069, 0x206d, 0xfe00, 0xfe0e, 0xfe0f, 0xfeff, 0xfff0, 0x1bca0, 0x1d173, 0xe0041, 0xe0100,
  0xe0fff,
];

describe("an invisible mark that comes or goes", () => {
  const rows = Object.entries(STORIES).flatMap(([language, [text, spots]]) =>
    MARKS.map((mark) => ({
      language,
      text,
      spots,
      mark: String.fromCodePoint(mark),
      code: mark.toString(16),
    })),
  );
  test.each(rows)("changes nothing: U+$code in $language", ({ text, spots, mark }) => {
    for (const spot of spots) {
      for (const at of [0, 1, spot.length].map((shift) => text.lastIndexOf(spot) + shift)) {
        const marked = read(`${text.slice(0, at)}${mark}${text.slice(at)}`);
        expect(marked.paragraphs).toEqual(read(text).paragraphs);
        expect(compareStories(read(text), marked).kind).toBe("cosmetic");
        expect(compareStories(marked, read(text)).facts).toEqual([]);
      }
    }
  });

  test("does not hide a changed figure beside it", () => {
    const [text] = STORIES.English;
    const { facts } = compareStories(
      read(text),
      read(text.replace("1,250", "1\u2060,350").replace("The", "\u200bThe")),
    );
    expect(facts.map(({ before, after }) => [before, after])).toEqual([["1,250", "1,350"]]);
  });
});

describe("withoutInvisible", () => {
  test.each([
    ["the non-joiner of Persian", "می\u200cخواهم"],
    ["the joiner of Hindi", "क्\u200dष"],
    ["the joiner of Sinhala", "ශ්\u200dරී"],
    ["a family of emoji", "👩\u200d👩\u200d👧"],
    ["a coloured heart on fire", "❤\ufe0f\u200d🔥"],
    ["a keycap", "1\ufe0f\u20e3"],
    ["the flag of Wales", "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}"],
    ["combining accents", "re\u0301sume\u0301"],
    ["typographic marks", "“It’s 5–6 µg…”"],
  ])("keeps %s", (_, text) => {
    expect(withoutInvisible(text)).toBe(text);
  });

  test("looks at every character that has no glyph", () => {
    const marks = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => (code < 0xd800 || code > 0xdfff) && code !== 0xfe0f && code >> 1 !== 0x200c >> 1)
      .map((code) => String.fromCodePoint(code))
      .filter((mark) => /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u.test(mark));
    expect(marks.length).toBeGreaterThan(4_000);
    expect(marks.filter((mark) => /^qu ?arry$/.test(withoutInvisible(`qu${mark}arry`)))).toEqual(marks);
  });

  test.each([
    ["a joiner between Latin letters", "qua\u200drry", "quarry"],
    ["a byte order mark inside", "quarry\ufeff works", "quarry works"],
    ["letters that are hidden in tags", "quarry\u{e0068}\u{e0069}", "quarry"],
    ["tags without a flag that they end", "🏴\u{e0067}\u{e0062} flag", "🏴 flag"],
    ["a Hangul filler that stands for a space", "the\u3164quarry", "the quarry"],
  ])("removes %s", (_, text, visible) => {
    expect(withoutInvisible(text)).toBe(visible);
  });
});

describe("foldInvisible", () => {
  test.each([
    ["with and without a non-joiner in Persian", "می\u200cخواهم", "میخواهم"],
    ["with and without the sign for a coloured emoji", "❤\ufe0f", "❤"],
  ])("is the same %s", (_, one, other) => {
    expect(foldInvisible(one)).toBe(foldInvisible(other));
  });

  test.each([
    ["a family and its members", "👩\u200d👩\u200d👧", "👩👩👧"],
    [
      "two flags",
      "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
      "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    ],
    ["two accents", "résumé", "resume"],
  ])("tells %s apart", (_, one, other) => {
    expect(foldInvisible(one)).not.toBe(foldInvisible(other));
  });
});

describe("line ends", () => {
  const [text] = STORIES.English;
  test.each(["\r\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f"])("are read alike: %j", (end) => {
    expect(read(text.replaceAll("\n", end)).paragraphs).toEqual(read(text).paragraphs);
  });

  test("are told from an ellipsis of windows-1252", () => {
    expect(read("He waited\u0085 and went.").paragraphs).toEqual(["He waited… and went."]);
    expect(read("He waited\u0085and \u0093went\u0094.").paragraphs).toEqual(["He waited…and “went”."]);
    expect(read("Title\n\nHe waited\u0085and went.").paragraphs).toEqual(["He waited…and went."]);
  });
});
