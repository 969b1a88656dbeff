import { hasCapital, type Token } from "../text/tokens.ts";

/** Words that stay small in a headline in title case. */
const SMALL_IN_TITLES = new Set(
  "a an and as at but by for from if in into is its nor of off on or over per so than the to up via vs with".split(
    " ",
  ),
);
/** In title case or capitals at most this share of the other words is small. */
const MAX_SMALL_SHARE = 0.15;
/** Tokens at the end among which a full stop may stand: with a mark and a space behind it. */
const END = 3;
const MIN_WORDS_FOR_TITLE_CASE = 4;

/**
 * Whether capitals tell names in this sentence: not in a title, not all in capitals. A line that ends like a sentence is
 * no title as long as it has a small word.
 */
export function hasMeaningfulCase(tokens: readonly Token[]): boolean {
  let [words, small] = [0, 0];
  for (const { text, type } of tokens) {
    if (type !== "word" || SMALL_IN_TITLES.has(text.toLowerCase())) continue;
    words += 1;
    if (!hasCapital(text)) small += 1;
  }
  const isProse = small > 0 && tokens.slice(-END).some(({ text }) => text === ".");
  return isProse || words < MIN_WORDS_FOR_TITLE_CASE || small > MAX_SMALL_SHARE * words;
}
