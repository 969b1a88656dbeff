import { isCommonWord } from "../../text/background/background.ts";
import { isOneLetterApart } from "../../text/one-letter-apart.ts";

/** Letters from which a word can be misspelt for another one: shorter ones are too often two words. */
const MIN_LETTERS = 5;
const LETTERS_ONLY = /^\p{L}+$/u;

/** Endings in which British and American English spell a word in two ways, and how both are compared. */
const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})our(?!s?e|t|c|n)/u, "or"],
  [/(?<=[aeiou][^aeiou]{1,9}[aeiou]l)l(?=ed$|ing$|ers?$)/u, ""],
  [/(?<=\p{L}{3}[iy])s(?=e[ds]?$|ing$|ers?$|ations?$)/u, "z"],
  [/(?<=\p{L}{2})tre(?=s?$)/u, "ter"],
  [/(?<=^(?:def|off|lic|pret)en)c(?=es?$)/u, "s"],
  [/^programmes?$/u, "program"],
];
const MIN_COUNTRY = 6;

/** The words of a story before and after. */
export interface StoryWords {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Whether these are one English word as two countries spell it: "colour", "color"; "cancelled", "canceled". */
function isOtherCountry(before: string, after: string): boolean {
  const spelled = (word: string) => COUNTRIES.reduce((one, [ending, by]) => one.replace(ending, by), word);
  return Math.max(before.length, after.length) >= MIN_COUNTRY && spelled(before) === spelled(after);
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
