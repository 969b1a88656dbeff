import { splitSentences } from "../../text/sentences/sentences.ts";
import { WRITTEN_DATE } from "../../text/written-date.ts";
import { opensPhrase, wordsOf } from "./headline-words.ts";

/** Where a title may end, in characters, and its least and most words. */
const SEARCHED = 260;
const MIN_GLUED_WORDS = 3;
const MAX_GLUED_WORDS = 24;

const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WRITTEN_DATE}|\\d{1,2} ?/ ?\\d{1,2} ?/ ?(?:\\d{4}|\\d{2})(?!\\d))`,
  "iu",
);
/** Beside a date in the stamp of a page: "Posted on Thu … at 1:10 PM ET |". */
const STAMP =
  /^(?:(?:posted|published|--|updated|last|on|at|by|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[|·•,.@–—-]|\d{1,2}|\d{1,2}[:.]\d{2}(?:[ap]m)?|\d{2}[ap]m|[ap]\.|m\.|[ap]m|[ecmp][sd]?t|gmt|utc|bst|ist|a[ecw][sd]t|c?est|hrs?|uhr)[,.:]?$/iu;
const CLOCK = /\d[:.] ?\d\d|\d ?[ap]\.? ?m\b/iu;
/** "sank on Monday, May 3, 2031": the date belongs to the sentence, where no clock time follows. */
const PREPOSITION = /^(?:on|at|by|am)(?= |$)/iu;
/** English words that have a capital only where a sentence begins. */
const BEGINS = /^(?:The|An?|After|As|When|While|It|He|She|They|We|There|Two|Three|Today,?|Yesterday,?)$/;
/** The least words of a title that has capitals throughout. */
const MIN_CAPITALS = 4;
const SMALL = /^(?:an?|the|and|or|of|in|into|on|at|to|for|from|by|with|as|over|out|up|off|vs\.?|[&–—-])$/u;

/**
 * The title that a text has run together with its first sentence: up to the date line of a page, or up to a word that begins a
 * sentence in the middle of one. `undefined` if there is none.
 */
export function gluedTitle(text: string, lang: string): string | undefined {
  const start = text.slice(0, SEARCHED).split("\n", 1)[0] ?? "";
  const title = beforeStamp(start, lang) ?? (lang === "en" ? beforeSentence(wordsOf(start)) : undefined);
  const words = wordsOf(title ?? "").length;
  const isTitle =
    words >= MIN_GLUED_WORDS && words <= MAX_GLUED_WORDS && splitSentences(title ?? "").length === 1;
  return isTitle ? title : undefined;
}

/** Whether a text is nothing but the date line of a page. */
export function isStamp(text: string): boolean {
  return DATE.test(text) && wordsOf(text.replace(DATE, " ")).every((word) => STAMP.test(word));
}

/** A text without the date line of a page at its start. */
export function withoutStamp(text: string): string {
  const date = DATE.exec(text.slice(0, SEARCHED));
  const words = wordsOf(text.slice(0, date?.index ?? 0));
  if (date === null || !words.every((word) => STAMP.test(word))) {
    return text;
  }
  const rest = text.slice(date.index + date[0].length);
  if (words.length > 0 && words.every((word) => PREPOSITION.test(word)) && /^, ?\p{Lu}/u.test(rest)) {
    return text;
  }
  const next = wordsOf(rest.slice(0, SEARCHED)).find((word) => !STAMP.test(word)) ?? "";
  return isCapital(next) && !/^,? ?\p{Ll}/u.test(rest) ? withoutStamp(rest.slice(rest.indexOf(next))) : text;
}

/** "From June 2 – ", "vom 3. Juni – ": the first day of a range. */
const RANGE = /(?:\p{L}{3,}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,}\.?|\d{1,2}\.) ?[-–—] ?$/u;

/** In prose a preposition stands before a date, or a mark or a small letter after it. */
function beforeStamp(start: string, lang: string): string | undefined {
  const date = DATE.exec(start);
  if (date === null) {
    return undefined;
  }
  if (RANGE.test(start.slice(0, date.index))) {
    return undefined;
  }
  const rest = start.slice(date.index + date[0].length);
  const after = wordsOf(rest.replace(/^,/, ""));
  const isOpen = STAMP.test(after[0] ?? "") || /^\s/.test(rest);
  const before = wordsOf(start.slice(0, date.index));
  const title = withoutStampAtEnd(before);
  const isStamp = hasDigit(after.slice(0, 2)) || !PREPOSITION.test(before.slice(title.length).join(" "));
  const last = title.at(-1);
  const isTitle = last !== undefined && !opensPhrase(last, lang) && !/[,.;:]$/u.test(last);
  return isTitle && isOpen && isStamp && isCapital(after.find((word) => !STAMP.test(word)))
    ? title.join(" ")
    : undefined;
}

/** The words before a date without those of its stamp: no figure that is no clock time. */
function withoutStampAtEnd(words: readonly string[]): readonly string[] {
  const title = words.slice(0, words.findLastIndex((word) => !STAMP.test(word)) + 1);
  const stamp = words.slice(title.length).join(" ");
  return /\d/.test(stamp) && !CLOCK.test(stamp) ? words : title;
}

function hasDigit(words: readonly string[]): boolean {
  return words.some((word) => STAMP.test(word) && /\d/.test(word));
}

/** "Bridge falls in Easton The bridge of Easton fell …". */
function beforeSentence(words: readonly string[]): string | undefined {
  const begins = words.findIndex((word, index) => {
    const [before = "", next = "", afterNext = ""] = [words[index - 1], words[index + 1], words[index + 2]];
    const title = words.slice(0, index);
    const isNew =
      /^\p{Ll}|^\p{Lu}{2}/u.test(next) ||
      title.join(" ").includes(`${next} ${afterNext}`) ||
      (title.length >= MIN_CAPITALS &&
        title.every((part) => SMALL.test(part) || !/^\p{P}?\p{Ll}/u.test(part)));
    return BEGINS.test(word) && isNew && !/\p{P}$/u.test(before) && !opensPhrase(before);
  });
  return begins > 0 ? words.slice(0, begins).join(" ") : undefined;
}

function isCapital(word = ""): boolean {
  return /^[“"‘'(]?\p{Lu}/u.test(word);
}
