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
const PREFIX_WEIGHT = 0.5;
/** Words of a sentence that count: more would only cost. */
const MAX_FEATURES = 400;
const MAX_LETTERS = 8_000;
/** Words that make the opening of a sentence. */
const OPENING_WORDS = 2;

/** The words of the sentences of one alignment, each with its features as numbers; and what each feature weighs. Grows. */
export interface Lexicon {
  readonly words: Map<string, readonly number[]>;
  readonly prefixes: Map<string, number>;
  readonly weights: number[];
}

export function newLexicon(): Lexicon {
  return { words: new Map(), prefixes: new Map(), weights: [] };
}

/** A sentence as features of a lexicon, each once, ascending. */
export interface Profile {
  readonly features: readonly number[];
  readonly weight: number;
  /** Its first words. */
  readonly opening: readonly number[];
}

/** The profile of a sentence: its words and numbers, folded, and their beginnings; the first few hundred. */
export function profileOf(sentence: string, lexicon: Lexicon): Profile {
  const features = new Set<number>();
  const opening: number[] = [];
  for (const word of wordsOf(sentence)) {
    if (features.size >= MAX_FEATURES) break;
    const numbers = lexicon.words.get(word) ?? learn(word, lexicon);
    for (const number of numbers) features.add(number);
    if (opening.length < OPENING_WORDS) opening.push(numbers[0] ?? 0);
  }
  return { features: ascending(features), weight: weigh(features, lexicon), opening };
}

function wordsOf(sentence: string): string[] {
  return tokenise(fold(sentence.slice(0, MAX_LETTERS))).flatMap(({ type, text }) =>
    type === "word" || type === "number" ? [text] : [],
  );
}

/** The features of a new word: itself, and unless it is a light one its beginning. */
function learn(word: string, { words, prefixes, weights }: Lexicon): readonly number[] {
  const isLight = LIGHT_WORDS.has(word);
  const numbers = [weights.push(isLight ? LIGHT_WEIGHT : 1) - 1];
  if (!isLight) {
    const prefix = word.slice(0, PREFIX_LENGTH);
    const known = prefixes.get(prefix) ?? weights.push(PREFIX_WEIGHT) - 1;
    prefixes.set(prefix, known);
    numbers.push(known);
  }
  words.set(word, numbers);
  return numbers;
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
