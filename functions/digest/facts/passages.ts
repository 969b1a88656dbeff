import { wordSet } from "./phrases.ts";
import type { Moment } from "./reading/dates/moment.ts";
import { readSentence } from "./reading/read.ts";

/** A passage read for what its weight depends on. */
export interface Passage {
  /** Words and values in order, folded, without a plural s; no articles, addresses, list marks or stamps of the page. */
  readonly words: readonly string[];
  /** The numbers among them. */
  readonly figures: readonly string[];
  /** The dates among them. */
  readonly moments: readonly Moment[];
}

/** Words that never make a passage say something else. */
const ARTICLES = wordSet(
  "a an the that which this these those",
  "le la les l' un une des du de d' ce cet cette ces",
  "der die das den dem des ein eine einen einem einer eines",
  "el los las una unos unas del",
  "il lo gli i uno dello della dell' dei degli delle",
  "het een o os as um uma",
);

/** Reads a passage of one or more sentences. Linear. */
export function readPassage(text: string, lang: string | undefined): Passage {
  const units = readSentence(text, lang).units.filter(
    ({ sort, key }) => sort !== "opaque" && !ARTICLES.has(key),
  );
  return {
    words: units.map(({ sort, key }) => (sort === "word" ? withoutPlural(key) : key)),
    figures: units.flatMap(({ sort, key }) => (sort === "number" ? [key] : [])),
    moments: units.flatMap(({ moment }) => (moment === undefined ? [] : [moment])),
  };
}

/** "works" is "work"; what else loses its s does so on both sides. */
function withoutPlural(word: string): string {
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
