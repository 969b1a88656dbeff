import { isCommonWord } from "../../text/background.ts";

/** Letters from which a word can be misspelt for another one: shorter ones are too often two words. */
const MIN_LETTERS = 5;
/** Letters at the end that tell inflections apart ("closed", "closes"). */
const ENDING = 2;
const LETTERS_ONLY = /^\p{L}+$/u;

/** The words of a story before and after. */
export interface StoryWords {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/**
 * Whether one word is the other one spelled right: one letter is missing, added, another one or swapped, not the first nor in the
 * ending; the story had the right word before, and has the wrong one no more. Words that differ in more are two words ("legal",
 * "illegal"), and so are two of which the one that goes is a common word ("contract", "contact"). `words` is called if the two are a letter apart.
 */
export function isSpelling(wrong: string, right: string, words: () => StoryWords): boolean {
  return (
    Math.min(wrong.length, right.length) >= MIN_LETTERS &&
    LETTERS_ONLY.test(wrong) &&
    LETTERS_ONLY.test(right) &&
    isOneLetterApart(wrong, right) &&
    !isCommonWord(wrong) &&
    words().before.has(right) &&
    !words().after.has(wrong)
  );
}

function isOneLetterApart(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1;
  }
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwapped = x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
  return start > 0 && end >= ENDING && (Math.max(x.length, y.length) === 1 || isSwapped);
}
