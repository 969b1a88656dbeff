import { onceEach } from "../text/once.ts";
import { hasCapital } from "../text/tokens.ts";
import { wordSet } from "./phrases.ts";
import type { Moment } from "./reading/dates/moment.ts";
import { isPhone } from "./reading/phones.ts";
import { readSentence } from "./reading/read.ts";
import type { Token } from "./reading/tokens.ts";
import type { Unit } from "./reading/types.ts";
import { addressAt } from "./substance.ts";

/** A passage read for what its weight depends on. */
export interface Passage {
  /** Words and values in order, folded, without a plural s, then signs; no articles, web addresses, list marks or stamps of the page. */
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

/** Letters from which a word may have a plural s. */
const MIN_PLURAL = 4;

/** Reads passages of one story. */
export type PassageReader = (text: string) => Passage;

/** A reader that reads each passage once, as several ask for the same ones. */
export function passageReader(lang: string | undefined): PassageReader {
  return onceEach((text) => readPassage(text, lang));
}

/** Reads a passage of one or more sentences. Linear. */
export function readPassage(text: string, lang: string | undefined): Passage {
  const { tokens, units: all } = readSentence(text, lang);
  const units = all.filter(({ key }) => !ARTICLES.has(key));
  return {
    words: [...units.flatMap((unit) => wordsIn(unit, tokens)), ...signsIn(tokens, units)],
    figures: units.flatMap(({ sort, key }) => (sort === "number" ? [key] : [])),
    moments: units.flatMap(({ moment }) => (moment === undefined ? [] : [moment])),
  };
}

/** Of text without values only what readers call, write to or install. */
function wordsIn(unit: Unit, tokens: readonly Token[]): readonly string[] {
  switch (unit.sort) {
    case "word":
      return [isNamed(tokens, unit) ? unit.key : withoutPlural(unit.key)];
    case "opaque":
      return isPhone(unit)
        ? [unit.key]
        : addressAt(tokens[unit.from]).map((address) => address.replace(/^mailto:/, ""));
    default:
      return [unit.key];
  }
}

/** What asks, and what turns a figure round: "< 5", "≥ 50", "€", a grade "A+"; not within values. */
const SIGN = /^(?![|~])[?？¿؟\p{Sc}\p{Sm}\p{So}]$/u;

function signsIn(tokens: readonly Token[], units: readonly Unit[]): readonly string[] {
  const inside = new Set(
    units.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)),
  );
  return tokens.flatMap(({ type, text }, at) =>
    type === "mark" && !inside.has(at) && SIGN.test(text) ? [text] : [],
  );
}

/** "Mayor Woods": with a capital, and not at the beginning of a sentence. */
function isNamed(tokens: readonly Token[], { from }: Unit): boolean {
  const [before, word] = [tokens[from - 1], tokens[from]];
  return before !== undefined && before.type !== "mark" && word !== undefined && hasCapital(word.text);
}

/** "works" is "work"; what else loses its s does so on both sides. */
function withoutPlural(word: string): string {
  return word.length >= MIN_PLURAL && word.endsWith("s") ? word.slice(0, -1) : word;
}
