import { type Random, seededRandom } from "./data/random.ts";

const BYTES = 1_000_000;
const SENTENCES_A_PARAGRAPH = 4;
const WORDS = 4000;
const LETTERS = "etaoinshrdlucmp";
const EDITED_WORDS = 0.15;
const WORDS_OF_SENTENCES = 12;
const LONG_SENTENCE = 1000;
const HEADS = "Hol Vik Mor Sten Bra Tol Qui".split(" ");

/** Paragraphs before and after, about a megabyte each. */
export interface LargePair {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Pairs of made-up one-megabyte texts that are hard to compare, each in its own way; the same on every call. */
export const LARGE_PAIRS: Readonly<Record<string, () => LargePair>> = {
  "a few edits": () => {
    const before = prose(1);
    return {
      before,
      after: before.map((text, n) => (n % 50 === 0 ? text.replace(/ \w+ /, " other ") : text)),
    };
  },
  "an edit in each sentence": () => {
    const before = prose(1);
    return { before, after: editWords(before) };
  },
  "shuffled paragraphs": () => {
    const before = prose(1);
    const random = seededRandom(2);
    const places = new Map(before.map((text) => [text, random()]));
    return { before, after: before.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)) };
  },
  "two texts with nothing in common": () => ({ before: prose(1), after: prose(3) }),
  "table rows that all look alike": () => ({ before: rows(3), after: rows(7) }),
  "one word per sentence, reversed": () => {
    const before = prose(1).map((text) => text.replaceAll(".", "").replaceAll(" ", ". "));
    return { before, after: before.map((text) => text.split(" ").toReversed().join(" ")).toReversed() };
  },
  "shuffled words in each sentence": () => {
    const before = prose(1);
    return { before, after: shuffleWords(before, WORDS_OF_SENTENCES) };
  },
  "shuffled sentences of a thousand words": () => {
    const before = longSentences();
    return { before, after: shuffleWords(before, LONG_SENTENCE / 3) };
  },
  "a figure, a name and a quotation in each sentence": () => ({ before: reports(1), after: reports(3) }),
  "no spaces between words": () => {
    const before = prose(1).map(toHan);
    return { before, after: editWords(prose(1)).map(toHan) };
  },
  "one endless word": () => ({ before: ["x".repeat(BYTES)], after: ["y".repeat(BYTES)] }),
  "nothing but quotation marks": () => ({
    before: [`.!?"'`.repeat(BYTES / 5)],
    after: ["“”—…".repeat(BYTES / 10)],
  }),
};

function prose(seed: number): string[] {
  const random = seededRandom(seed);
  const words = Array.from({ length: WORDS }, () => word(random));
  const paragraphs: string[] = [];
  for (let length = 0; length < BYTES; length += paragraphs.at(-1)?.length ?? BYTES) {
    paragraphs.push(Array.from({ length: SENTENCES_A_PARAGRAPH }, () => sentence(words, random)).join(" "));
  }
  return paragraphs;
}

function word(random: Random): string {
  const length = 2 + Math.floor(random() * 9);
  return Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join("");
}

/** Some words are far more frequent than others, as in any language. */
function sentence(words: readonly string[], random: Random): string {
  const length = 6 + Math.floor(random() * 20);
  const text = Array.from({ length }, () => words[Math.floor(random() ** 3 * words.length)]).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function editWords(paragraphs: readonly string[]): string[] {
  const random = seededRandom(5);
  return paragraphs.map((text) =>
    text.replaceAll(/\b[a-z]+\b/g, (known) => (random() < EDITED_WORDS ? word(random) : known)),
  );
}

/** Reorders the words of a text, moving none further than `reach` words. */
function shuffleWords(paragraphs: readonly string[], reach: number): string[] {
  const random = seededRandom(7);
  return paragraphs.map((text) => {
    const words = text.split(" ").map((word, n) => ({ word, place: n + reach * random() }));
    return words
      .toSorted((a, b) => a.place - b.place)
      .map(({ word }) => word)
      .join(" ");
  });
}

function longSentences(): string[] {
  const words = prose(1).join(" ").replaceAll(".", "").toLowerCase().split(" ");
  const count = Math.ceil(words.length / LONG_SENTENCE);
  return Array.from({ length: count }, (_, n) => {
    const text = words.slice(n * LONG_SENTENCE, (n + 1) * LONG_SENTENCE).join(" ");
    return `So ${text}.`;
  });
}

function reports(step: number): string[] {
  return Array.from({ length: BYTES / 90 }, (_, n) => {
    const name = `Ada ${HEADS[(n * step) % HEADS.length]}${LETTERS[n % LETTERS.length]}er`;
    return `“We lost ${n * step} crates on May ${1 + ((n * step) % 28)},” said Captain ${name} of ship ${n}, not amused.`;
  });
}

/** Each letter as a Chinese character, without spaces. */
function toHan(text: string): string {
  return text
    .replaceAll(" ", "")
    .replaceAll(".", "。")
    .replaceAll(/[a-z]{1,2}/gi, (letters) => String.fromCharCode(0x4e00 + hashOf(letters.toLowerCase())));
}

function hashOf(letters: string): number {
  return [...letters].reduce((sum, letter) => 27 * sum + letter.charCodeAt(0) - 96, 0);
}

function rows(step: number): string[] {
  return Array.from({ length: BYTES / 40 }, (_, n) => `Row ${n * step} of the table is here, in full.`);
}
