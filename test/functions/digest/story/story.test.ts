import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { repairText } from "../../../../functions/digest/story/encoding/repair.ts";
import { textHash } from "../../../../functions/digest/story/formats/read-document.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../functions/digest/story/types.ts";
import { anyCharacter } from "../../../support/any-character.ts";
import { fc } from "../../../support/laws.ts";

function story(bytes: string | Uint8Array, key = "a.txt"): Story {
  const parsed = parseStory(key, typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes);
  if (isUnreadable(parsed)) {
    throw new Error(`expected a story, got "${parsed.unreadable}"`);
  }
  return parsed;
}

const lines = (...texts: string[]) => texts.join("\n");

describe("the frame of a story", () => {
  test("has a headline above the paragraphs", () => {
    expect(
      story(
        lines(
          "Ferries return to the Harbour",
          "The first boat left at six.",
          "What comes next",
          "A vote follows.",
        ),
      ),
    ).toMatchObject({
      headline: "Ferries return to the Harbour",
      headlineSource: "given",
      paragraphs: ["The first boat left at six.", "What comes next", "A vote follows."],
      boilerplate: [],
    });
  });

  test("has a derived headline if the first line is a paragraph, which stays whole", () => {
    const first =
      "Ada Moor, the head of the harbour office, met the ferry crews in Easton this week amid complaints.";
    expect(story(lines(first, "They agreed."))).toMatchObject({
      headline:
        "Ada Moor, the head of the harbour office, met the ferry crews in Easton this week amid complaints",
      headlineSource: "derived",
      paragraphs: [first, "They agreed."],
    });
  });

  test("includes a dateline before the first sentence", () => {
    expect(
      story(lines("EASTON (Coast Wire). The mayor opened the new bridge on Monday.", "It was late.")),
    ).toMatchObject({
      dateline: "EASTON (Coast Wire)",
      headlineSource: "derived",
      headline: "The mayor opened the new bridge on Monday",
      paragraphs: ["The mayor opened the new bridge on Monday.", "It was late."],
    });
  });

  test("includes keyword tails, repeats, byline, rules, share lines and the comment form", () => {
    const parsed = story(
      lines(
        "Easton’s Bridge: What’s Next? — Easton bridge news, harbour office, ferries 2031",
        "",
        "By Ann Cole | May 2, 2031",
        "Easton's Bridge: What’s Next? —  Easton bridge news, harbour office, ferries 2031",
        "Easton bridge news, harbour office, ferries 2031",
        "—————–",
        "",
        "The bridge opened on Monday, the harbour office said.",
        "  • YOU MAY ALSO LIKE TO WATCH THIS CLIP.  The Ghost Of The Old Quay",
        "  1. Tolls: they start in June.",
        "Tolls start in June. [citation attribution: Harbour office]",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
      ),
    );
    expect(parsed).toMatchObject({
      headline: "Easton’s Bridge: What’s Next?",
      headlineSource: "given",
      byline: "By Ann Cole | May 2, 2031",
      paragraphs: [
        "The bridge opened on Monday, the harbour office said.",
        "1. Tolls: they start in June.",
        "Tolls start in June.",
      ],
    });
    expect(parsed.boilerplate).toHaveLength(8);
    expect(parsed.boilerplate[0]).toBe("Easton bridge news, harbour office, ferries 2031");
  });

  test("includes a deck under the headline; sub-headings stay in the body, marked as such", () => {
    const text = lines(
      "Ferries return to the Harbour",
      "",
      "First Boat Leaves at Six: Will the New Quay Hold?",
      "",
      "A long night",
      "",
      "EASTON (Coast Wire). The first boat left at six.",
      "",
      "What comes next",
      "",
      "A vote follows.",
    );
    expect(story(text)).toMatchObject({
      headline: "Ferries return to the Harbour",
      deck: "First Boat Leaves at Six: Will the New Quay Hold?",
      dateline: "EASTON (Coast Wire)",
      paragraphs: ["A long night", "The first boat left at six.", "What comes next", "A vote follows."],
      headings: [0, 2],
    });
  });

  test("takes the name of a first section for a heading, not a deck", () => {
    const parsed = story(lines("Ferries return", "What happened", "The first boat left at six."));
    expect(parsed).toMatchObject({
      paragraphs: ["What happened", "The first boat left at six."],
      headings: [0],
    });
    expect(parsed).not.toHaveProperty("deck");
  });

  test("derives no headline from a sub-heading", () => {
    const long = "The first boat of the year left the harbour of Easton at six, with forty people on board.";
    const heading = "A long night on the quay and in the old offices of the harbour";
    expect(story(lines(long, heading, long)).headings).toEqual([1]);
    expect(story(lines(long, "Bread", "Milk", "Eggs", long)).headings).toEqual([]);
    expect(story(lines("one of three", "Bread", "Milk and eggs")).headings).toEqual([]);
  });

  test("leaves a text that is all boilerplate as the body", () => {
    expect(story("Leave a Reply")).toMatchObject({
      headline: "Leave a Reply",
      paragraphs: ["Leave a Reply"],
      boilerplate: [],
    });
  });

  test("joins the lines of a hard-wrapped text", () => {
    const wrapped = lines(
      "Ferries return to Easton",
      "",
      "The first boat left the harbour at six in the morning with some",
      "forty passengers, among them the mayor, who had promised it for",
      "a year.",
      "",
      "The next one is expected to leave the harbour on Thursday if the",
      "weather holds.",
    );
    expect(story(wrapped).paragraphs).toHaveLength(2);
    expect(story(wrapped).paragraphs[1]).toBe(
      "The next one is expected to leave the harbour on Thursday if the weather holds.",
    );
  });

  test.each([
    [
      "fr",
      "ltr",
      "Le pont rouvre",
      "Le maire a inauguré le pont et les quais lundi. « Enfin ! » a-t-il dit dans une lettre.",
    ],
    [
      "de",
      "ltr",
      "Brücke wieder offen",
      "Die Bürgermeisterin eröffnete am 3. Mai die Brücke, z. B. für Busse.",
    ],
    ["ru", "ltr", "Мост снова открыт", "Мэр открыл мост в понедельник. «Мы рады», — сказал он."],
    [
      "ar",
      "rtl",
      "افتتاح الجسر",
      "افتتح رئيس البلدية الجسر يوم الاثنين في المدينة وقال إن العمل انتهى من الآن.",
    ],
    ["fa", "rtl", "افتتاح پل", "شهردار روز دوشنبه پل را افتتاح کرد و گفت که کار به پایان رسید."],
    ["zh", "ltr", "大桥重新开放", "市长周一为大桥剪彩。居民表示欢迎。"],
    ["ja", "ltr", "橋が再び開通", "市長は月曜日に橋の開通式に出席した。「うれしい。」と述べた。"],
    [
      "en",
      "ltr",
      "Bridge opens",
      "The mayor opened the bridge on Monday, and that was it for the old ferry.",
    ],
  ])("is read in %s", (lang, dir, headline, paragraph) => {
    expect(story(lines(headline, paragraph))).toMatchObject({
      headline,
      paragraphs: [paragraph],
      repairs: 0,
      lang,
      dir,
    });
  });

  test("has no language if a few words leave doubt", () => {
    expect(story("Titanic")).not.toHaveProperty("lang");
  });
});

describe("bytes", () => {
  const text = "Café reopens\nThe café on Quay Street reopens, its owner said.";

  test.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`), "utf-8"],
    ["UTF-16, little-endian", Buffer.from(`\ufeff${text}`, "utf16le"), "utf-16"],
    ["UTF-16, big-endian", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "utf-16"],
    ["windows-1252", Buffer.from(text, "latin1"), "windows-1252"],
  ])("of the same text in %s give the same hash", (_, bytes, encoding) => {
    expect(story(bytes)).toMatchObject({ text, encoding, hash: textHash(text) });
  });

  test("with a broken UTF-8 sequence are read as UTF-8 around it", () => {
    const whole = Buffer.from("Ann’s café is open—at last. They’ll come, é or not");
    const broken = Buffer.concat([whole.subarray(0, -8), whole.subarray(-7)]);
    expect(story(broken)).toMatchObject({ encoding: "utf-8" });
    expect(story(broken).text).toContain("Ann’s café is open—at last. They’ll come");
  });

  test.each([
    ["Ann’s café, é", 1],
    ["Ann’s café is “open”", 1],
    ["Ann’s café is “open”", 2],
    ["渡轮今天😀", 3],
  ])("cut off within the last character of %j, by %i bytes, lose only that", (whole, bytes) => {
    const cut = Buffer.from(whole).subarray(0, -bytes);
    const text = [...whole].slice(0, -1).join("");
    expect(story(cut)).toMatchObject({ encoding: "utf-8", text });
  });

  test("of ASCII but for the last letter are read as windows-1252", () => {
    expect(story(Buffer.from("The ferry and its café", "latin1")).text).toBe("The ferry and its café");
  });

  test("of a .gz key are decompressed, those of another key are not", () => {
    expect(story(gzipSync(text), "a.txt.gz").text).toBe(text);
    expect(parseStory("a.txt", gzipSync(text.repeat(50)))).toEqual({ key: "a.txt", unreadable: "archive" });
  });

  test.each([
    ["empty", "a", Buffer.alloc(0)],
    ["empty", "a", Buffer.from(" \r\n\t\u00a0\u200b")],
    ["binary", "a", Buffer.from("abc\0def")],
    ["binary", "a", Buffer.from(`${"\u0007".repeat(6)}${"a".repeat(94)}`)],
    ["not text", "a", Buffer.from(`${"a".repeat(2000)}\0`)],
    ["too large", "a", Buffer.alloc(MAX_STORY_BYTES + 1, "a")],
    ["too large", "a.gz", gzipSync(Buffer.alloc(MAX_STORY_BYTES + 1, "a"))],
    ["broken gzip", "a.gz", Buffer.from("no gzip at all")],
    ["broken gzip", "a.gz", gzipSync(text).subarray(0, 30)],
  ])("are held back as %s (%s)", (unreadable, key, bytes) => {
    expect(parseStory(key, bytes)).toEqual({ key, unreadable });
  });

  test("keep their hash when only the repair rules change, but not when any character does", () => {
    const lossy = story("Iranâs envoy left the city.");
    expect(lossy).toMatchObject({ hash: textHash("Iranâs envoy left the city."), repairs: 1 });
    expect(lossy.paragraphs).toEqual(["Iran’s envoy left the city."]);
    expect(textHash("a")).not.toBe(textHash("a "));
    expect(textHash("a")).toMatch(/^[\w-]{22}$/);
  });

  test("with other line ends give the same paragraphs but another hash", () => {
    const [unix, dos] = [story("One line.\n\nTwo lines."), story("One line.\r\n\r\nTwo lines.")];
    expect(dos.paragraphs).toEqual(unix.paragraphs);
    expect(dos.text).toBe(unix.text);
    expect(dos.hash).not.toBe(unix.hash);
  });
});

describe("hostile bytes", () => {
  test.each([
    ["letters", "a"],
    ["brackets", "("],
    ["words", "word "],
    ["emoji", "😀"],
    ["lost marks", "â"],
    ["mojibake", "Ã¢â‚¬â„¢"],
    ["stops", "A. "],
    ["lines", "x\n"],
    ["notes", "[citation attribution: "],
    ["capitals", "EASTON "],
    ["soft hyphens", "\u00ad"],
    ["commas", "a, "],
  ])("of 5 MB of %s are read to the end", (_, unit) => {
    const bytes = Buffer.from(unit.repeat(MAX_STORY_BYTES / Buffer.byteLength(unit))).subarray(
      0,
      MAX_STORY_BYTES,
    );
    const parsed = parseStory("a", bytes);
    expect(isUnreadable(parsed) || parsed.headline.length <= 200).toBe(true);
  });

  test.each([
    ["a.txt", (n: number) => "x\n".repeat(n)],
    ["a.txt", (n: number) => "x\n\n\n".repeat(n)],
    [
      "a.html",
      (n: number) => `<html><body><p>One line of prose, and long enough to be one.${"<p>x".repeat(n - 1)}`,
    ],
    ["a.json", (n: number) => JSON.stringify({ headline: "A", body: Array(n).fill("x") })],
    ["a.json", (n: number) => JSON.stringify({ headline: "A", body: "x\n".repeat(n) })],
    ["a.json", (n: number) => JSON.stringify({ headline: "A", body: "<p>x".repeat(n) })],
    [
      "a.xml",
      (n: number) =>
        `<nitf version="3"><body><body.content>${"<p>x</p>".repeat(n)}</body.content></body></nitf>`,
    ],
  ])(
    "with more paragraphs than are compared are no story, and those with as many are: %s %#",
    (key, source) => {
      const reasonOf = (count: number) => {
        const parsed = parseStory(key, Buffer.from(source(count)));
        return isUnreadable(parsed) ? parsed.unreadable : undefined;
      };
      expect(reasonOf(52_001)).toBe("too many paragraphs");
      expect(reasonOf(52_000)).toBeUndefined();
    },
  );

  test("never leave control or direction characters in a headline", () => {
    const parsed = story("Bridge\u0007 \u202eopens\u2066 \u001b[31mnow\u200f\n\nThe bridge opened.");
    expect(parsed.headline).toBe("Bridge opens [31mnow");
    expect(parsed.paragraphs).toEqual(["The bridge opened."]);
  });

  test("of any kind give a story or a reason, and the same one each time", () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "\n",
            "\r\n",
            "\n\n",
            " — ",
            "By ",
            "MOSCOW (X). ",
            "Leave a Reply",
            "â",
            "Ã©",
            "\u202e",
            "“",
          ),
          fc.string({ unit: anyCharacter, maxLength: 20 }),
          fc.lorem({ maxCount: 20 }),
        ),
        { maxLength: 20 },
      )
      .map((pieces) => Buffer.from(pieces.join("")));
    const bytes = fc.oneof(text, fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(bytes, fc.constantFrom("a.txt", "a.gz"), (input, key) => {
        const parsed = parseStory(key, input);
        expect(parseStory(key, Uint8Array.from(input))).toEqual(parsed);
        if (!isUnreadable(parsed)) {
          expect(parsed.headline).toMatch(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]{1,200}$/u);
          expect(parsed.paragraphs.every((paragraph) => paragraph.trim() !== "")).toBe(true);
          expect(parsed.headings.every((index) => parsed.paragraphs[index] !== undefined)).toBe(true);
          expect(repairText(parsed.text)).toBe(parsed.text);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

test.each([
  ["a.txt", "Ferry returns\n\nThe ferry – with 12 cafés on board – sails."],
  ["a.html", "<html><body><h1>Ferry returns</h1><p>The ferry sails.</p></body></html>"],
  ["a.md", "# Ferry returns\n\nThe ferry sails."],
  ["a.json", '{"headline": "Ferry returns", "body_text": "The ferry sails."}'],
  ["a.txt", ""],
])("a text stands for its bytes in UTF-8: %s %j", (key, text) => {
  expect(parseStory(key, text)).toEqual(parseStory(key, Buffer.from(text)));
});
