import { hasUnspaced, termsOfWord } from "../summary/scripts.ts";
import { fold } from "./fold.ts";
import { tokenise } from "./tokens.ts";

/** Words the language is made of: they say little about whether two sentences are the same one. */
const LIGHT_WORDS = new Set(
  (
    "a about after all also an and any are as at be been but by can could did do for from had has have he her his how " +
    "i if in into is it its it's me more my no not of on or our she so some such than that the their them then there " +
    "they this to up us was we were what when which who will with would you your"
  ).split(" "),
);
const LIGHT_WEIGHT = 0.35;
/** Words of the same first letters are often one word in two forms, or one with a typo mended. */
const PREFIX_LENGTH = 4;
/** A part of a word: its first letters, or two neighbouring characters of a script without blanks. */
const PART_WEIGHT = 0.5;
/** Words of a sentence that count: more would only cost. */
const MAX_FEATURES = 400;
const MAX_LETTERS = 8_000;
/** Words that make the opening of a sentence. */
const OPENING_WORDS = 2;

/** The words of the sentences of one alignment, each with its features as numbers; and what each feature weighs. Grows. */
export interface Lexicon {
  readonly words: Map<string, Word>;
  readonly parts: Map<string, number>;
  readonly weights: number[];
}

/** What a word is known by. */
interface Word {
  readonly features: readonly number[];
  /** What it is as an opening: the word itself, or the first words of a run that has no blanks. */
  readonly opening: readonly number[];
}

export function newLexicon(): Lexicon {
  return { words: new Map(), parts: new Map(), weights: [] };
}

/** A sentence as features of a lexicon, each once, ascending. */
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
  const features = new Set<number>();
  const opening: number[] = [];
  for (const word of wordsOf(sentence)) {
    if (features.size >= MAX_FEATURES) break;
    const known = lexicon.words.get(word) ?? learn(word, lexicon);
    for (const feature of known.features) features.add(feature);
    if (opening.length < OPENING_WORDS) opening.push(...known.opening);
  }
  return {
    features: ascending(features),
    weight: weigh(features, lexicon),
    opening: opening.slice(0, OPENING_WORDS),
  };
}

function wordsOf(sentence: string): string[] {
  return tokenise(fold(sentence.slice(0, MAX_LETTERS))).flatMap(({ type, text }) =>
    type === "word" || type === "number" ? [text] : [],
  );
}

function learn(word: string, lexicon: Lexicon): Word {
  const known = hasUnspaced(word) ? runOf(word, lexicon) : spacedWord(word, lexicon);
  lexicon.words.set(word, known);
  return known;
}

/** A new word is known by itself, and unless it is a light one by its beginning. */
function spacedWord(word: string, lexicon: Lexicon): Word {
  const isLight = LIGHT_WORDS.has(word);
  const self = lexicon.weights.push(isLight ? LIGHT_WEIGHT : 1) - 1;
  const beginning = isLight ? [] : [partOf(word.slice(0, PREFIX_LENGTH), lexicon)];
  return { features: [self, ...beginning], opening: [self] };
}

/** A run without blanks is known by its pairs of characters, and by what else stands in it, such as digits. */
function runOf(run: string, lexicon: Lexicon): Word {
  const features = termsOfWord(run.slice(0, MAX_FEATURES)).map((term) => partOf(term, lexicon));
  return { features, opening: features.slice(0, OPENING_WORDS) };
}

function partOf(part: string, { parts, weights }: Lexicon): number {
  const known = parts.get(part) ?? weights.push(PART_WEIGHT) - 1;
  parts.set(part, known);
  return known;
}

function ascending(features: ReadonlySet<number>): number[] {
  return [...features].sort((a, b) => a - b);
}

function weigh(features: Iterable<number>, { weights }: Lexicon): number {
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
export function likenessOf(before: Profile, after: Profile, { weights }: Lexicon): Likeness {
  const [a, b] = [before.features, after.features];
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) common += weights[x] ?? 0;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return likenessBy(common, before, after);
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
  const features = new Set([...a.features, ...b.features]);
  return { features: ascending(features), weight: weigh(features, lexicon), opening: a.opening };
}

/** What part of the first words two sentences have in common, in order: 0, 0.5 or 1. */
export function commonOpening(a: Profile, b: Profile): number {
  const differs = a.opening.findIndex((word, n) => word !== b.opening[n]);
  return (differs < 0 ? a.opening.length : differs) / OPENING_WORDS;
}
