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
const MARK_WEIGHT = 0.05;
/** Words of the same first letters are often one word in two forms, or one with a typo mended. */
const PREFIX_LENGTH = 4;
const PREFIX_WEIGHT = 0.5;
/** Words of a sentence that count: more would only cost. */
const MAX_FEATURES = 400;
const MAX_LETTERS = 8_000;

/** A sentence as weighed features, for `likenessOf`. */
export interface Profile {
  readonly features: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** The profile of a sentence: its words, folded, and their beginnings; the first few hundred. */
export function profileOf(sentence: string): Profile {
  const features = new Map<string, number>();
  for (const token of tokenise(fold(sentence.slice(0, MAX_LETTERS)))) {
    if (features.size >= MAX_FEATURES) break;
    if (token.type === "space") continue;
    for (const [feature, weight] of featuresOf(token.text, token.type === "mark"))
      features.set(feature, weight);
  }
  return { features, weight: sumOf(features) };
}

function featuresOf(word: string, isMark: boolean): readonly (readonly [string, number])[] {
  if (isMark) return [[word, MARK_WEIGHT]];
  if (LIGHT_WORDS.has(word)) return [[word, LIGHT_WEIGHT]];
  return [
    [word, 1],
    [`${word.slice(0, PREFIX_LENGTH)}-`, PREFIX_WEIGHT],
  ];
}

function sumOf(features: ReadonlyMap<string, number>): number {
  return features.values().reduce((sum, weight) => sum + weight, 0);
}

/** How much two profiles share: `dice` of both, and what part of each is found in the other; 0 to 1. */
export interface Likeness {
  readonly dice: number;
  readonly ofBefore: number;
  readonly ofAfter: number;
}

/** Likeness of two profiles; linear in the smaller one. */
export function likenessOf(before: Profile, after: Profile): Likeness {
  const [small, large] = before.features.size <= after.features.size ? [before, after] : [after, before];
  let common = 0;
  for (const [feature, share] of small.features) if (large.features.has(feature)) common += share;
  const part = (whole: number) => (whole === 0 ? 0 : common / whole);
  return {
    dice: part((before.weight + after.weight) / 2),
    ofBefore: part(before.weight),
    ofAfter: part(after.weight),
  };
}

/** Two neighbouring sentences as one. */
export function mergeProfiles(a: Profile, b: Profile): Profile {
  const features = new Map([...a.features, ...b.features]);
  return { features, weight: sumOf(features) };
}
