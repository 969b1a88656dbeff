import type { SentenceToken } from "../sentence.ts";
import type { Part } from "./grammar.ts";

/** Words in a label; more do not fit next to two values. */
export const MAX_LABEL_WORDS = 5;

/** A sentence as tokens and their parts of speech. */
export interface Parsed {
  readonly tokens: readonly SentenceToken[];
  readonly parts: readonly Part[];
}

/** Token indices, half open. */
export type TokenRange = readonly [from: number, to: number];

/** Start of the clause around a token. A conjunction without a verb after it merely joins nouns. */
export function clauseStart(parsed: Parsed, at: number): number {
  const { tokens, parts } = parsed;
  let start = at;
  let hasVerb = false;
  for (; start > 0; start--) {
    const isList = LISTING.has(tokens[start - 1]?.form ?? "") && !hasVerb;
    if (!isList && isBoundary(tokens, parts, start - 1)) {
      break;
    }
    hasVerb ||= PREDICATES.has(parts[start - 1] ?? "end");
  }
  return start;
}

const LISTING = new Set(["and", "or"]);
const PREDICATES: ReadonlySet<Part> = new Set<Part>(["verb", "auxiliary", "report"]);

/** End of the clause around a token. */
export function clauseEnd({ tokens, parts }: Parsed, at: number): number {
  let end = at;
  while (end < tokens.length && !isBoundary(tokens, parts, end)) {
    end++;
  }
  return end;
}

function isBoundary(tokens: readonly SentenceToken[], parts: readonly Part[], at: number): boolean {
  const form = tokens[at]?.form ?? "";
  return parts[at] === "end" || parts[at] === "joiner" || RELATIVES.has(form);
}

const RELATIVES = new Set(["that", "which", "who", "whom"]);

/** The run of nouns that starts at a token; empty if there is none, or if it is too long for a label. */
export function nounsFrom({ parts }: Parsed, at: number): TokenRange {
  let end = at;
  while (parts[end] === "noun" && end - at <= MAX_LABEL_WORDS) {
    end++;
  }
  return end - at > MAX_LABEL_WORDS ? [at, at] : [at, end];
}

/** The run of nouns that ends before a token. */
export function nounsBefore({ parts }: Parsed, at: number): TokenRange {
  let start = at;
  while (parts[start - 1] === "noun" && at - start < MAX_LABEL_WORDS) {
    start--;
  }
  return [start, at];
}

/** Index of the last token from `from` up to `at` with one of these parts of speech; -1 if there is none. */
export function lastOf({ parts }: Parsed, wanted: ReadonlySet<Part>, [from, at]: TokenRange): number {
  for (let index = at - 1; index >= from; index--) {
    if (wanted.has(parts[index] ?? "end")) {
      return index;
    }
  }
  return -1;
}

/**
 * The subject of a clause: the nouns before its verb, without the rest of their phrase; a single noun keeps the phrase
 * after it ("damage to the ship"). Empty if the subject is a pronoun.
 */
export function subjectBefore(parsed: Parsed, verb: number, from: number): TokenRange {
  const { parts } = parsed;
  let end = verb;
  while (end > from && SKIPPED_BEFORE_VERB.has(parts[end - 1] ?? "end")) {
    end--;
  }
  return phraseIn(parsed, [from, end]);
}

const SKIPPED_BEFORE_VERB: ReadonlySet<Part> = new Set<Part>([
  "auxiliary",
  "adverb",
  "time",
  "verb",
  "report",
]);

/** The first nouns of a range; a single noun keeps the phrase after it. */
export function phraseIn(parsed: Parsed, [from, to]: TokenRange): TokenRange {
  const { parts } = parsed;
  let start = from;
  if (parts[start] === "preposition") {
    start = openingPhraseEnd(parsed, start, to);
  }
  while (start < to && parts[start] !== "noun") {
    if (parts[start] === "pronoun" || parts[start] === "verb") {
      return [to, to];
    }
    start++;
  }
  const end = Math.min(nounsFrom(parsed, start)[1], to);
  return end - start === 1 ? withPhrase(parsed, [start, end], to) : [start, end];
}

/** "In the north the turnout": end of the phrase that opens a clause; after its preposition if nothing follows the phrase. */
function openingPhraseEnd(parsed: Parsed, start: number, to: number): number {
  let at = start + 1;
  while (at < to && parsed.parts[at] !== "determiner") {
    at++;
  }
  const next = at + 1 < to ? parsed.parts.indexOf("determiner", at + 1) : -1;
  return next > 0 && next < to ? next : start + 1;
}

/** A noun with the phrase after it, if it fits the label: "damage to the ship", "number of people". */
export function withPhrase({ tokens, parts }: Parsed, [start, end]: TokenRange, to: number): TokenRange {
  if (parts[end] !== "preposition" || NO_PART_OF_PHRASE.has(tokens[end]?.form ?? "")) {
    return [start, end];
  }
  let last = end + 1;
  if (parts[last] === "determiner") {
    last++;
  }
  const nouns = last;
  while (parts[last] === "noun" && last < to) {
    last++;
  }
  return last > nouns && last <= to && last - start <= MAX_LABEL_WORDS ? [start, last] : [start, end];
}

const NO_PART_OF_PHRASE = new Set([
  "as",
  "at",
  "by",
  "after",
  "before",
  "during",
  "since",
  "until",
  "per",
  "despite",
  "between",
  "among",
]);
