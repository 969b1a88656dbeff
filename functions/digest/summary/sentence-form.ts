import { countUnspaced } from "../text/scripts.ts";

/** How fit a sentence is to stand in a summary by its form alone, best first. */
export type Grade = "telling" | "lesser" | "heading";

const FEWEST_WORDS = 8;
const MOST_WORDS = 80;
/** Longest headline or sub-heading, in words; what is longer and has no stop has lost it. */
const MAX_HEADING = 20;
/** Title case counts words of so many letters, and wants so many of them. */
const TITLE_WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]{3,}/gu;
const TITLE_WORDS = 3;
const TITLE_SHARE = 0.75;

const CLOSERS = "[\"'”’»›“‘」』）)\\]\\s]{0,12}";
const STOP = new RegExp(`[.!?…‽。．！？।॥؟۔։።။។]${CLOSERS}$`, "u");
const QUESTION = new RegExp(`[?？؟]${CLOSERS}$`, "u");
const CRY = new RegExp(`[!！]${CLOSERS}$`, "u");
const INTRODUCES = /[:：]\s?\.?$/u;
const LIST_MARK = /^(?:[•⁃◦▪‣*·–—-]\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;

const LABEL = /^\p{Lu}[\p{L} ]{0,30}: /u;
const CAPTION = /\((?:pictured|above|left|right|centre|center|file photo|file)\b/i;
const OPENING_QUOTE = /^["“”„«‘']/;
const LONG_WORDS = 38;
/** Words are counted in so many characters from the start, stops are looked for in so many at the end. */
const SEARCHED = 4000;
const END = 20;

/** What a sentence's form says of it, before what it tells. */
export interface Form {
  readonly grade: Grade;
  /** What its form takes off its salience. */
  readonly malus: number;
}

/**
 * The form of a sentence. The malus adds up the points below; the grade is that of the first row that holds:
 *
 * | sentence | grade |
 * |---|---|
 * | ends with a colon | heading |
 * | at most 20 words, no stop at its end | heading |
 * | at most 20 words, a question or a cry, its words in title case | heading |
 * | begins with the mark of a list | lesser |
 * | under 8 words or over 80 | lesser |
 * | any other | telling |
 */
export function formOf(sentence: string): Form {
  const searched = sentence.slice(0, SEARCHED);
  const words = countWords(searched);
  return { grade: gradeOf(sentence, words), malus: malusOf(sentence, words) };
}

function gradeOf(sentence: string, words: number): Grade {
  if (INTRODUCES.test(sentence.slice(-8)) || (words <= MAX_HEADING && isTitleLike(sentence)))
    return "heading";
  const isLesser = words < FEWEST_WORDS || words > MOST_WORDS || LIST_MARK.test(sentence.slice(0, 8));
  return isLesser ? "lesser" : "telling";
}

function isTitleLike(sentence: string): boolean {
  const end = sentence.slice(-END);
  return !STOP.test(end) || ((QUESTION.test(end) || CRY.test(end)) && isTitleCase(sentence));
}

function isTitleCase(sentence: string): boolean {
  const words = sentence.slice(0, SEARCHED).match(TITLE_WORD) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= TITLE_WORDS && capitals >= TITLE_SHARE * words.length;
}

/** Words between blanks; in scripts without blanks two characters count as one. */
function countWords(text: string): number {
  return text.split(" ").length + Math.floor(countUnspaced(text) / 2);
}

function malusOf(sentence: string, words: number): number {
  const points: readonly (readonly [boolean, number])[] = [
    [words < FEWEST_WORDS, 0.4],
    [words > LONG_WORDS, 0.1],
    [QUESTION.test(sentence.slice(-END)), 0.1],
    [LABEL.test(sentence) || CAPTION.test(sentence.slice(0, SEARCHED)), 0.2],
    [OPENING_QUOTE.test(sentence), 0.1],
  ];
  return points.reduce((sum, [holds, malus]) => sum + (holds ? malus : 0), 0);
}
