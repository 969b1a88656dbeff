import { fold } from "../../text/fold.ts";
import { hasUnspaced, termsOfWord } from "../../text/scripts.ts";
import { tokenise } from "../../text/tokens.ts";

/** Words the language is made of: they say little about whether two sentences are the same one. */
const LIGHT_WORDS = new Set(
  (
    "a about after all also an and any are as at be been but by can could did do for from had has have he her his how " +
    "i if in into is it its it's me more my no not of on or our she so some such than that the their them then there " +
    "they this to up us was we were what when which who will with would you your"
  ).split(" "),
);
/** Eleven 32nds: all weights are sums of powers of two, so that they add up to the same in any order. */
const LIGHT_WEIGHT = 11 / 32;
/** Words of the same first letters are often one word in two forms, or one with a typo mended. */
const PREFIX_LENGTH = 4;
/** A part of a word: its first letters, or two neighbouring characters of a script without blanks. */
const PART_WEIGHT = 0.5;
/** Words of a sentence that count: more would only cost. */
const MAX_FEATURES = 400;
const MAX_PROFILED_LENGTH = 8_000;
/** Words that make the opening of a sentence. */
const OPENING_WORDS = 2;

/** The words of the sentences of one alignment, each with its features as numbers; and what each feature weighs. Grows. */
export interface Lexicon {
  readonly words: Map<string, Word>;
  readonly parts: Map<string, number>;
  /** Parts of two characters by their codes: a text without blanks has nothing else. */
  readonly pairs: Map<number, number>;
  readonly weights: number[];
  /** The last round in which each feature was seen: a set of features that is emptied by counting on. */
  readonly rounds: number[];
  round: number;
}

/** What a word is known by. */
interface Word {
  readonly features: readonly number[];
  /** What it is as an opening: the word itself, or the first words of a run that has no blanks. */
  readonly opening: readonly number[];
}

export function newLexicon(): Lexicon {
  return { words: new Map(), parts: new Map(), pairs: new Map(), weights: [], rounds: [], round: 0 };
}

/** A sentence as features of a lexicon, each once. */
export interface Profile {
  readonly features: readonly number[];
  readonly weight: number;
  /** Its first words. */
  readonly opening: readonly number[];
}

/**
 * The profile of a sentence: its words and numbers, folded, and their beginnings; in scripts without blanks the pairs of
 * neighbouring characters; the first few hundred.
 */
export function profileOf(sentence: string, lexicon: Lexicon): Profile {
  const features: number[] = [];
  let opening: readonly number[] = [];
  lexicon.round += 1;
  for (const { type, text } of tokenise(fold(sentence.slice(0, MAX_PROFILED_LENGTH)))) {
    if (type !== "word" && type !== "number") continue;
    if (features.length >= MAX_FEATURES) break;
    const word = lexicon.words.get(text) ?? learn(text, lexicon);
    addUnseen(word.features, features, lexicon);
    if (opening.length < OPENING_WORDS) opening = [...opening, ...word.opening].slice(0, OPENING_WORDS);
  }
  return { features, weight: weigh(features, lexicon), opening };
}

/** Adds the features that were not seen in this round. */
function addUnseen(some: readonly number[], features: number[], { rounds, round }: Lexicon): void {
  for (const feature of some) {
    if (rounds[feature] === round) continue;
    rounds[feature] = round;
    features.push(feature);
  }
}

/** A word is learnt for good; a run without blanks hardly ever comes again. */
function learn(word: string, lexicon: Lexicon): Word {
  if (hasUnspaced(word)) return runOf(word, lexicon);
  const known = spacedWord(word, lexicon);
  lexicon.words.set(word, known);
  return known;
}

/** A new word is known by itself, and unless it is a light one by its beginning. */
function spacedWord(word: string, lexicon: Lexicon): Word {
  const isLight = LIGHT_WORDS.has(word);
  const self = newFeature(isLight ? LIGHT_WEIGHT : 1, lexicon);
  const beginning = isLight ? [] : [partOf(word.slice(0, PREFIX_LENGTH), lexicon)];
  return { features: [self, ...beginning], opening: [self] };
}

/** A run without blanks is known by its pairs of characters, and by what else stands in it, such as digits. */
function runOf(run: string, lexicon: Lexicon): Word {
  const features = termsOfWord(run.slice(0, MAX_FEATURES)).map((term) => partOf(term, lexicon));
  return { features, opening: features.slice(0, OPENING_WORDS) };
}

function partOf(part: string, lexicon: Lexicon): number {
  if (part.length !== 2) return learnt(part, lexicon.parts, lexicon);
  return learnt((part.charCodeAt(0) << 16) | part.charCodeAt(1), lexicon.pairs, lexicon);
}

function learnt<Key>(key: Key, features: Map<Key, number>, lexicon: Lexicon): number {
  const known = features.get(key);
  if (known !== undefined) return known;
  const feature = newFeature(PART_WEIGHT, lexicon);
  features.set(key, feature);
  return feature;
}

function newFeature(weight: number, { weights, rounds }: Lexicon): number {
  rounds.push(0);
  return weights.push(weight) - 1;
}

function weigh(features: readonly number[], { weights }: Lexicon): number {
  let weight = 0;
  for (const feature of features) weight += weights[feature] ?? 0;
  return weight;
}

/** How much two profiles share: `dice` of both, and what part of each is found in the other; 0 to 1. */
export interface Likeness {
  readonly dice: number;
  readonly ofBefore: number;
  readonly ofAfter: number;
}

/** Likeness of two profiles. Linear. */
export function likenessOf(before: Profile, after: Profile, lexicon: Lexicon): Likeness {
  return likenessBy(sharedWith(before, lexicon)(after), before, after);
}

/** Tells the weight of the features that a profile shares with another; good until the lexicon is used for anything else. */
export function sharedWith({ features }: Profile, lexicon: Lexicon): (other: Profile) => number {
  const { rounds, weights } = lexicon;
  lexicon.round += 1;
  const { round } = lexicon;
  for (const feature of features) rounds[feature] = round;
  return (other) => {
    let shared = 0;
    for (const feature of other.features) {
      if (rounds[feature] === round) shared += weights[feature] ?? 0;
    }
    return shared;
  };
}

/** Likeness of two profiles that have features of the weight `common` in common. */
export function likenessBy(common: number, before: Profile, after: Profile): Likeness {
  const part = (whole: number) => (whole === 0 ? 0 : common / whole);
  return {
    dice: part((before.weight + after.weight) / 2),
    ofBefore: part(before.weight),
    ofAfter: part(after.weight),
  };
}

/** Two neighbouring sentences as one. */
export function mergeProfiles(a: Profile, b: Profile, lexicon: Lexicon): Profile {
  const features: number[] = [];
  lexicon.round += 1;
  addUnseen(a.features, features, lexicon);
  addUnseen(b.features, features, lexicon);
  return { features, weight: weigh(features, lexicon), opening: a.opening };
}

/** What part of the first words two sentences have in common, in order: 0, 0.5 or 1. */
export function commonOpening(a: Profile, b: Profile): number {
  const differs = a.opening.findIndex((word, n) => word !== b.opening[n]);
  return (differs < 0 ? a.opening.length : differs) / OPENING_WORDS;
}
