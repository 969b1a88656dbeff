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

/**
 * Whether capitals mark names in a sentence: not in title case or all capitals. A line that ends with a full stop is not
 * a title if it has a lower-case word; nor is one with two labels.
 */
export function hasMeaningfulCase(tokens: readonly Token[]): boolean {
  let [words, small] = [0, 0];
  for (const { text, type } of tokens) {
    if (type !== "word" || SMALL_IN_TITLES.has(text.toLowerCase())) {
      continue;
    }
    words += 1;
    if (!hasCapital(text)) {
      small += 1;
    }
  }
  if (tokens.filter(({ text }) => text === ":").length >= MIN_LABELS) {
    return true;
  }
  const isProse = small > 0 && tokens.slice(-END).some(({ text }) => text === ".");
  const isShort = words < MIN_WORDS_FOR_TITLE_CASE && hasNamingCase(tokens);
  return isProse || isShort || small > MAX_SMALL_SHARE * words;
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
