import { isCommonWord } from "../text/background/background.ts";
import { hasCapital, type Token } from "../text/tokens.ts";
import { wordSet } from "./phrases.ts";

/** Words that stay lower-case in a title-case headline. */
const SMALL_IN_TITLES = wordSet(
  "a an and as at but by for from if in into is its nor of off on or over per so than the to up via vs with",
);
/** In title case or all capitals, at most this share of the other words is lower-case. */
const MAX_SMALL_SHARE = 0.15;
/** Look for a full stop in this many last tokens: a mark and a space may follow it. */
const END = 3;
/** Colons of a line that lists what is what: "Chair: Ada Holt, Clerk: Max Marr". */
const MIN_LABELS = 2;
const MIN_WORDS_FOR_TITLE_CASE = 4;
/** Members of a line that is a list of names, and words of one. */
const MIN_MEMBERS = 3;
const MIN_LABELLED = 2;
const LABEL = /^[^:]{2,40}: /;
const MIN_MEMBER_WORDS = 2;
const MAX_MEMBER_WORDS = 4;
const BETWEEN_MEMBERS = /[,;•·|]| (?:and|und|et|y|e|en|och|og|&) /;
const IN_BRACKETS = /\([^()]*\)/g;
const BLANKS = /\s+/;

/**
 * Whether capitals mark names in a sentence: not in title case or all capitals. A line that ends with a full stop is not
 * a title if it has a lower-case word; nor is one with two labels.
 */
export function hasMeaningfulCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(
    ({ text, type }) => type === "word" && !SMALL_IN_TITLES.has(text.toLowerCase()),
  );
  const small = words.filter(({ text }) => !hasCapital(text)).length;
  const isLabelled = tokens.filter(({ text }) => text === ":").length >= MIN_LABELS;
  const isProse = small > 0 && tokens.slice(-END).some(({ text }) => text === ".");
  const isShort = words.length < MIN_WORDS_FOR_TITLE_CASE && hasNamingCase(tokens);
  return isLabelled || isProse || isShort || small > MAX_SMALL_SHARE * words.length || isListOfNames(tokens);
}

/** "Ada Holt, Uwe Marr (Velm) and Ida Lund": members of two to four words with capitals, of which one is no common word. */
function isListOfNames(tokens: readonly Token[]): boolean {
  const line = tokens.map(({ text }) => text).join("");
  const unlabelled = line.replace(LABEL, "");
  const members = unlabelled.replace(IN_BRACKETS, "").split(BETWEEN_MEMBERS);
  const least = unlabelled === line ? MIN_MEMBERS : MIN_LABELLED;
  return members.length >= least && members.every((member) => isNamed(member.trim().split(BLANKS)));
}

function isNamed(words: readonly string[]): boolean {
  return (
    words.length >= MIN_MEMBER_WORDS &&
    words.length <= MAX_MEMBER_WORDS &&
    words.every(hasCapital) &&
    words.some((word) => !isCommonWord(word.toLowerCase()))
  );
}

/**
 * Whether capitals mark names in a short English line or the cell of a table: a word in it that is written small would not be so
 * in a title, or one is no common word. "In Review" is a state, "Workshop Leader" a heading, "Ada Holt" is neither.
 */
export function hasNamingCase(tokens: readonly Token[]): boolean {
  return tokens.some(({ text, type }) => {
    const form = text.toLowerCase();
    return type === "word" && !SMALL_IN_TITLES.has(form) && (!hasCapital(text) || !isCommonWord(form));
  });
}
