import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../../functions/digest/revision/compare.ts";
import { mendAlike } from "../../../../../functions/digest/story/encoding/mend-alike.ts";
import { readAlike } from "../../../../../functions/digest/story/read-alike.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../../functions/digest/story/types.ts";
import { legacyBytes } from "../../../../support/legacy-bytes.ts";

const KEY = "ferry.txt";

function read(content: string | Uint8Array, key = KEY): Story {
  const story = parseStory(key, content);
  if (isUnreadable(story)) {
    throw new Error(story.unreadable);
  }
  return story;
}

const CLEAN = `Ferry talks in Altmere stall again

The minister’s envoy met the crews’ leaders on Monday — for the third time — and left without a word.

“We will not sign a paper that says nothing,” said Olin Petrie, who speaks for the dockers. “It’s that simple.”

The company offered 4–5 % more and can’t go further. Sana’a-born captain Idris Al-Ma’ari called it a “bad joke”.

The Russia–Iran line isn’t affected. The next round is on 12 May. “I’ll be there,” Petrie said.
`;
const MARKS = [...CLEAN.matchAll(/[’“”–—]/g)].map(({ index }) => index);
const LOST = CLEAN.replaceAll(/[’“”–—]/g, "â");

/** The text mended but for the marks with these numbers. */
function partly(...left: readonly number[]): string {
  const places = new Set(left.map((number) => MARKS[number % MARKS.length]));
  return Array.from(CLEAN, (character, index) => (places.has(index) ? "â" : character)).join("");
}

const PAIRS = MARKS.map((_, number) => [number, number + 1 + (number % 5)] as const);

describe("a text whose lost marks were mended in part", () => {
  test.each(PAIRS)("differs in encoding only: all but the marks %i and %i", (...left) => {
    const part = partly(...left);
    for (const [before, after] of [
      [LOST, part],
      [part, CLEAN],
      [CLEAN, part],
      [part, LOST],
    ] as const) {
      const { kind, facts } = compareStories(read(before), read(after));
      expect({ kind, facts }).toEqual({ kind: "cosmetic", facts: [] });
    }
  });

  test.each(PAIRS.filter((_, index) => index % 4 === 0))("hides no changed date: %i, %i", (...left) => {
    const { facts, counts } = compareStories(read(LOST), read(partly(...left).replace("12 May", "14 May")));
    expect(facts.map(({ before, after }) => [before, after])).toEqual([["12 May", "14 May"]]);
    expect(counts.edited).toBe(1);
  });

  test("keeps the letter in the words that have it", () => {
    const before =
      "The old château is closed, the town’s office said.\n\nThe pâté of the café isn’t served.\n";
    const after = before.replace("town’s", "townâs");
    expect(compareStories(read(before), read(after)).kind).toBe("cosmetic");
    expect(compareStories(read(before), read(before.replace("château", "palace"))).kind).not.toBe("cosmetic");
  });

  test("shows its quotation as the other version has it", () => {
    const [before, after] = [read(CLEAN), read(CLEAN.replace("a “bad joke”", "a âbad jokeâ"))];
    const alike = readAlike(
      { story: before, bytes: Buffer.from(CLEAN) },
      { story: after, bytes: Buffer.from(after.text) },
      {},
    );
    expect(alike.after.paragraphs).toEqual(before.paragraphs);
  });
});

describe("two versions in legacy charsets", () => {
  const options = {};
  const versionOf = (bytes: Uint8Array) => ({ story: read(bytes), bytes });

  test.each([
    ["Croatian", "Kuća je prodana.\n", "windows-1250"],
    ["Latvian", "Tiltu slēgs rīt.\n", "windows-1257"],
    ["Turkish", "Köprü yarın kapalı.\n", "windows-1254"],
    ["Russian", "Да, ёж.\n", "ibm866"],
  ])("are read in the charset of the words that the UTF-8 one has: %s", (_, text, charset) => {
    const [utf8, legacy] = [versionOf(Buffer.from(text)), versionOf(legacyBytes(text, charset))];
    expect(readAlike(utf8, legacy, options).after.text).toBe(text);
    expect(readAlike(legacy, utf8, options).before.text).toBe(text);
    expect(readAlike(utf8, legacy, options).after.hash).toBe(legacy.story.hash);
  });

  test("are read in one charset where one of them alone shows it", () => {
    const short = "Kuća je prodana.\n";
    const long = `${short}\nVlasnici žele još dva mjeseca, priopćila je uprava. Čeka se dozvola općine i rješenje o naknadi.\n`;
    const [before, after] = [
      versionOf(legacyBytes(short, "windows-1250")),
      versionOf(legacyBytes(long, "windows-1250")),
    ];
    expect(before.story.encoding).toBe("windows-1252");
    for (const { before: one, after: other } of [readAlike(before, after, options)]) {
      expect([one.encoding, other.encoding]).toEqual(["windows-1250", "windows-1250"]);
      expect(one.text).toBe(short);
      expect(other.text).toBe(long);
    }
  });

  test("are left alone where both are certain", () => {
    const [before, after] = [versionOf(Buffer.from("Kuća\n")), versionOf(Buffer.from("Kuæa\n"))];
    expect(readAlike(before, after, options).after).toBe(after.story);
  });
});

test("marks are mended, and a currency beside one is not", () => {
  const garbled =
    "Ferry fares\n\nThe crew didn\ufffdt agree. “$50 is too much,” said Olin Petrie of the dockers.";
  const mended = garbled.replace("didn\ufffdt", "didn’t").replace("$50", "€50");
  const [before, after] = [read(garbled), read(mended)];
  expect(compareStories(...mendAlike(before, after))).toMatchObject({
    kind: "substantive",
    facts: [{ before: "$50", after: "€50" }],
  });
});

describe("characters that are lost in one version, and addresses that only a script can read", () => {
  const kindOf = (before: string, after: string) => {
    const around = (text: string) =>
      `Harbour rules\n\nThe office opens at noon. ${text}\n\nAll boats pay a fee.`;
    return compareStories(read(around(before)), read(around(after))).kind;
  };

  const SAME = [
    ["Le café du port ferme.", "Le caf\ufffd du port ferme."],
    ["Die Fähre fährt über den Fluss.", "Die F\ufffdhre f\ufffdhrt \ufffdber den Fluss."],
    ["El señor Núñez vendió la caña.", "El se\ufffdor N\ufffd\ufffdez vendi\ufffd la ca\ufffda."],
    [
      "Zażółć gęślą jaźń, mówi kapitan.",
      "Za\ufffd\ufffd\ufffd\ufffd g\ufffd\ufffdl\ufffd ja\ufffd\ufffd, m\ufffdwi kapitan.",
    ],
    ["The crew\u00a0sails at dawn.", "The crew\ufffdsails at dawn."],
    ["The fee is low • the boats are old.", "The fee is low \ufffd the boats are old."],
    ["The fee is low and the boats are old.", "The fee is low and the \ufffdboats are old."],
    ["Write to crew@velm.example by noon.", "Write to [email protected] by noon."],
    ["Écrivez à bac@velm.example avant midi.", "Écrivez à [email protected] avant midi."],
    ["Schreiben Sie an hafen@velm.example.", "Schreiben Sie an [email protected]"],
    ["Write to [email\u00a0protected] by noon.", "Write to [email protected] by noon."],
  ] as const;
  eachPair(SAME, "are no news", (before, after) => {
    expect(kindOf(before, after)).toBe("cosmetic");
    expect(kindOf(after, before)).toBe("cosmetic");
  });

  const NEWS = [
    ["The fee is 12 now.", "The fee is \ufffd13 now."],
    ["Le café du port ferme.", "Le caf\ufffd du port ouvre."],
    ["Write to crew@velm.example by noon.", "Write to crew@orsk.example by noon."],
    ["Write to the captain by noon.", "Write to [email protected] by noon."],
    ["The fee is € 5 for all.", "The fee is $ 5 for all."],
  ] as const;
  eachPair(NEWS, "do not hide news", (before, after) => {
    expect(kindOf(before, after)).not.toBe("cosmetic");
  });
});

describe("lost characters all over a long text", () => {
  const linesOf = (line: (n: number) => string) =>
    read(`Boats of Velm\n\n${Array.from({ length: 25_000 }, (_, n) => line(n)).join("\n\n")}`);

  test("are restored in each line that stands in the same order", () => {
    const lossy = linesOf((n) => `Le café ${n} ferme \ufffd midi.`);
    const [mended] = mendAlike(
      lossy,
      linesOf((n) => `Le café ${n} ferme à midi.`),
    );
    expect(mended.paragraphs.filter((paragraph) => paragraph.includes("ferme à midi"))).toHaveLength(25_000);
  });

  test("are given up where the other version has too many places that may be theirs", () => {
    const lossy = read(`Boats of Velm\n\n${"\ufffda\ufffd ".repeat(150_000)}`);
    const other = read(`Boats of Velm\n\n12 ${"\ufffda\ufffd ".repeat(150_000)}`);
    const [mended] = mendAlike(lossy, other);
    expect(mended.repairs).toBe(lossy.repairs);
  });
});

function eachPair(
  rows: readonly (readonly [string, string])[],
  name: string,
  check: (before: string, after: string) => void,
): void {
  test.each(rows)(`${name}: %s → %s`, check);
}
