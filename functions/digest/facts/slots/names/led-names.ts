import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import type { Gap, Side } from "../gaps.ts";
import type { SlotChange } from "../slot.ts";
import { ARTICLES, FUNCTION_WORDS, JOINERS, PARTICLES, PREPOSITIONS, SMALL_WORDS } from "../words.ts";
import { anotherName } from "./another-name.ts";
import { isAcronym, isName, type NameContext } from "./is-name.ts";

/** Words that may follow a name on one side of a gap only. */
const MAX_AFTER_NAME = 8;
const INDEFINITE = wordSet("a an un une ein eine einen einem einer una uno een um uma en ett");

/**
 * "Write to Ada Holt" → "Write to Ines Vik, or call", "to the Board" → "to the charity Velm Boats": names at the head of both sides, right
 * after a preposition or article that is kept, whatever few words follow them.
 */
export function ledNames({ before, after }: Gap, context: NameContext): readonly SlotChange[] {
  const [link, lead] = after.sentence.units.slice(Math.max(0, after.from - 2), after.from);
  const [first, second] = lead === undefined ? [undefined, link] : [link, lead];
  const isAfterArticle =
    ARTICLES.has(second?.key ?? "") && (first === undefined || PREPOSITIONS.has(first.key));
  const isLed = second?.sort === "word" && (PREPOSITIONS.has(second.key) || isAfterArticle);
  const [a, b] = [headOf(before, context), headOf(after, context)];
  return isLed && a !== undefined && b !== undefined ? anotherName({ before: a, after: b }, context) : [];
}

/**
 * The name that a side begins with, after an article and what it is ("the charity Velm Boats"), if few words follow it; "a Pull
 * Request" and "the Open Source project" name nobody.
 */
function headOf(side: Side, context: NameContext): Side | undefined {
  const { sentence, from, to } = side;
  const { units } = sentence;
  const article = units[from]?.key ?? "";
  const first = ARTICLES.has(article) ? from + 1 : from;
  const start = isNamedThing(sentence, first, to, context) ? first + 1 : first;
  let end = start;
  while (end < to && isNameAt(sentence, end, context)) {
    end += 1;
  }
  const rest = units.slice(end, to).filter(({ key }) => !FUNCTION_WORDS.has(key));
  const isSubject = from === 1;
  const isNamed = end > start && !INDEFINITE.has(article) && (isSubject || !isGoingOn(sentence, end, to));
  return isNamed && rest.length <= MAX_AFTER_NAME ? { sentence, from: start, to: end } : undefined;
}

/** A word in small letters that says something stands right behind a name, which may only say of what kind it is. */
function isGoingOn({ units }: ReadSentence, end: number, to: number): boolean {
  const [last, next] = [units[end - 1], units[end]];
  const isNext = end < to && next !== undefined && next.from === last?.to;
  return isNext && !isSmall(next) && !SMALL_WORDS.has(next.key) && !PREPOSITIONS.has(next.key);
}

/** A word in small letters that says something, before a name that is no abbreviation: "neural MT" is one word with it. */
function isNamedThing(sentence: ReadSentence, at: number, to: number, context: NameContext): boolean {
  const { units, tokens } = sentence;
  const [noun, name] = [units[at], units[at + 1]];
  const isWord = noun?.sort === "word" && !isSmall(noun) && !SMALL_WORDS.has(noun.key);
  const isSmallNoun = isWord && !hasCapital(tokens[noun.from]?.text ?? "");
  const isNamed = at + 1 < to && isNameAt(sentence, at + 1, context);
  return isSmallNoun && isNamed && !isAcronym(tokens[name?.from ?? 0]?.text ?? "");
}

function isNameAt(sentence: ReadSentence, at: number, context: NameContext): boolean {
  const [unit, before] = [sentence.units[at], sentence.units[at - 1]];
  return (
    unit !== undefined && isName(sentence, unit, context) && (before === undefined || before.to === unit.from)
  );
}

/** A small word that may stand between the words of names. */
export function isSmall({ sort, key }: Unit): boolean {
  return sort === "word" && (FUNCTION_WORDS.has(key) || PARTICLES.has(key) || JOINERS.has(key));
}
