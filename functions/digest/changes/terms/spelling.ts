import { isCommonWord } from "../../text/background/background.ts";
import { isOneLetterApart } from "../../text/spelling/one-letter-apart.ts";
import { inOneSpelling } from "../../text/spelling/one-spelling.ts";

/** Letters from which a word can be misspelt for another one: shorter ones are too often two words. */
const MIN_LETTERS = 5;
const LETTERS_ONLY = /^\p{L}+$/u;

/** Letters of the shortest word of which two spellings are looked for. */
const MIN_COUNTRY = 6;

/** The words of a story before and after. */
export interface StoryWords {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Whether these are one English word as two countries spell it: "colour", "color"; "cancelled", "canceled". */
function isOtherCountry(before: string, after: string): boolean {
  return (
    Math.max(before.length, after.length) >= MIN_COUNTRY && inOneSpelling(before) === inOneSpelling(after)
  );
}

/**
 * Whether one word is the other one spelled right, or as another country spells it. Right: one letter is missing, added, another one or swapped, not the first nor in the
 * ending; the story had the right word before, and has the wrong one no more. Words that differ in more are two words ("legal",
 * "illegal"), and so are two of which the one that goes is a common word ("contract", "contact"). `words` is called if the two are a letter apart.
 */
export function isSpelling(wrong: string, right: string, words: () => StoryWords): boolean {
  return isOtherCountry(wrong, right) || isSlip(wrong, right, words);
}

function isSlip(wrong: string, right: string, words: () => StoryWords): boolean {
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
