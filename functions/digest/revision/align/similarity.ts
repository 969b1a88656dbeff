import { hasUnspaced, runsOfWord, termsOfWord } from "../../text/scripts.ts";
import { tokenise } from "../../text/tokens.ts";

/** Function words: weak evidence that two sentences are the same. */
const LIGHT_WORDS = new Set(
  (
    "a about after all also an and any are as at be been but by can could did do for from had has have he her his how " +
    "i if in into is it its it's me more my no not of on or our she so some such than that the their them then there " +
    "they this to up us was we were what when which who will with would you your"
  ).split(" "),
);
/** 11/32: weights are sums of powers of two, so their total is the same in any order. */
const LIGHT_WEIGHT = 11 / 32;
/** Words with the same first letters are often two forms of one word, or a corrected typo. */
const PREFIX_LENGTH = 4;
/** A part of a word: its first letters, or a character bigram in scripts without spaces. */
const PART_WEIGHT = 0.5;
/** Terms of a sentence that count; more would only cost time. */
const MAX_TERMS = 400;
const MAX_PROFILED_LENGTH = 8_000;
const SURROGATE = /[\ud800-\udfff]/;
/** Number of words in the opening of a sentence. */
const OPENING_WORDS = 2;

/** The words of one alignment with their numbered terms, and the weight of each term. Grows as sentences are profiled. */
export interface Lexicon {
  /** What sentences are compared by. */
  readonly folded: (text: string) => string;
  readonly words: Map<string, Word>;
  readonly parts: Map<string, number>;
  /** Character bigrams by their codes: a text without spaces has little else. */
  readonly pairs: Map<number, number>;
  readonly weights: number[];
  /** The round in which each term was last seen: a set of terms, emptied by incrementing `round`. */
  readonly rounds: number[];
  round: number;
}

/** The terms of a word. */
interface Word {
  readonly terms: readonly number[];
  /** Its terms in an opening: the word itself, or the first bigrams of a run without spaces. */
  readonly opening: readonly number[];
}

export function newLexicon(folded: (text: string) => string): Lexicon {
  return { folded, words: new Map(), parts: new Map(), pairs: new Map(), weights: [], rounds: [], round: 0 };
}

/** A sentence as a set of terms of a lexicon. */
export interface Profile {
  readonly terms: readonly number[];
  readonly weight: number;
  /** Its first words. */
  readonly opening: readonly number[];
}

/**
 * The profile of a sentence: its folded words and numbers and their prefixes, or character bigrams in scripts without
 * spaces; only the first few hundred terms.
 */
export function profileOf(sentence: string, lexicon: Lexicon): Profile {
  const terms: number[] = [];
  let opening: readonly number[] = [];
  lexicon.round += 1;
  for (const { type, text } of tokenise(lexicon.folded(sentence.slice(0, MAX_PROFILED_LENGTH)))) {
    if (type !== "word" && type !== "number") {
      continue;
    }
    if (terms.length >= MAX_TERMS) {
      break;
    }
    const word = lexicon.words.get(text) ?? learn(text, lexicon);
    addUnseen(word.terms, terms, lexicon);
    if (opening.length < OPENING_WORDS) {
      opening = [...opening, ...word.opening].slice(0, OPENING_WORDS);
    }
  }
  return { terms, weight: weightOf(terms, lexicon), opening };
}

/** Adds the terms not yet seen in this round. */
function addUnseen(some: readonly number[], terms: number[], { rounds, round }: Lexicon): void {
  for (const term of some) {
    if (rounds[term] === round) {
      continue;
    }
    rounds[term] = round;
    terms.push(term);
  }
}

/** Words are cached; a run without spaces hardly ever recurs. */
function learn(word: string, lexicon: Lexicon): Word {
  if (hasUnspaced(word)) {
    return runOf(word, lexicon);
  }
  const known = spacedWord(word, lexicon);
  lexicon.words.set(word, known);
  return known;
}

/** The terms of a word: itself and, unless it is a light word, its prefix. */
function spacedWord(word: string, lexicon: Lexicon): Word {
  const isLight = LIGHT_WORDS.has(word);
  const self = newTerm(isLight ? LIGHT_WEIGHT : 1, lexicon);
  const beginning = isLight ? [] : [partOf(word.slice(0, PREFIX_LENGTH), lexicon)];
  return { terms: [self, ...beginning], opening: [self] };
}

/** The terms of a word without spaces: its character bigrams and other content such as digits. */
function runOf(word: string, lexicon: Lexicon): Word {
  const terms = runsOfWord(word.slice(0, MAX_TERMS)).flatMap((run) =>
    run.length > 1 && hasUnspaced(run) ? bigramsOf(run, lexicon) : [partOf(run, lexicon)],
  );
  return { terms, opening: terms.slice(0, OPENING_WORDS) };
}

/** By their codes: strings of two characters would be made for each, only to be looked up. */
function bigramsOf(run: string, lexicon: Lexicon): readonly number[] {
  if (SURROGATE.test(run)) {
    return termsOfWord(run).map((part) => partOf(part, lexicon));
  }
  const terms: number[] = [];
  for (let at = 1; at < run.length; at++) {
    terms.push(learnt(codesAt(run, at - 1), lexicon.pairs, lexicon));
  }
  return terms;
}

function partOf(part: string, lexicon: Lexicon): number {
  return part.length === 2
    ? learnt(codesAt(part, 0), lexicon.pairs, lexicon)
    : learnt(part, lexicon.parts, lexicon);
}

/** Two code units of a text as one number. */
function codesAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function learnt<Key>(key: Key, terms: Map<Key, number>, lexicon: Lexicon): number {
  const known = terms.get(key);
  if (known !== undefined) {
    return known;
  }
  const term = newTerm(PART_WEIGHT, lexicon);
  terms.set(key, term);
  return term;
}

function newTerm(weight: number, { weights, rounds }: Lexicon): number {
  rounds.push(0);
  return weights.push(weight) - 1;
}

function weightOf(terms: readonly number[], { weights }: Lexicon): number {
  let weight = 0;
  for (const term of terms) {
    weight += weights[term] ?? 0;
  }
  return weight;
}

/** Overlap of two profiles, 0 to 1: Dice coefficient, and the share of each that is found in the other. */
export interface Similarity {
  readonly dice: number;
  readonly ofBefore: number;
  readonly ofAfter: number;
}

/** Similarity of two profiles. Linear. */
export function similarityOf(before: Profile, after: Profile, lexicon: Lexicon): Similarity {
  return similarityFrom(sharedWith(before, lexicon)(after), before, after);
}

/** Returns a function that gives the weight of the terms shared with another profile; valid until the next use of the lexicon. */
export function sharedWith({ terms }: Profile, lexicon: Lexicon): (other: Profile) => number {
  const { rounds, weights } = lexicon;
  lexicon.round += 1;
  const { round } = lexicon;
  for (const term of terms) {
    rounds[term] = round;
  }
  return (other) => {
    let shared = 0;
    for (const term of other.terms) {
      if (rounds[term] === round) {
        shared += weights[term] ?? 0;
      }
    }
    return shared;
  };
}

/** Similarity of two profiles whose common terms weigh `common`. */
export function similarityFrom(common: number, before: Profile, after: Profile): Similarity {
  return {
    dice: diceOf(common, before, after),
    ofBefore: part(common, before.weight),
    ofAfter: part(common, after.weight),
  };
}

/** The Dice coefficient of two profiles whose common terms weigh `common`. */
export function diceOf(common: number, before: Profile, after: Profile): number {
  return part(common, (before.weight + after.weight) / 2);
}

function part(common: number, whole: number): number {
  return whole === 0 ? 0 : common / whole;
}

/** Joins the profiles of two adjacent sentences. */
export function mergeProfiles(a: Profile, b: Profile, lexicon: Lexicon): Profile {
  const terms: number[] = [];
  lexicon.round += 1;
  addUnseen(a.terms, terms, lexicon);
  addUnseen(b.terms, terms, lexicon);
  return { terms, weight: weightOf(terms, lexicon), opening: a.opening };
}

/** Share of the opening words that two sentences have in common, in order: 0, 0.5 or 1. */
export function commonOpening(a: Profile, b: Profile): number {
  const differs = a.opening.findIndex((word, n) => word !== b.opening[n]);
  return (differs < 0 ? a.opening.length : differs) / OPENING_WORDS;
}
