import { backgroundFrequency } from "./background.ts";
import { BACKGROUND_DOCUMENTS } from "./background-table.ts";
import { countUsage, type Usage, type Vocabulary } from "./term-usage.ts";
import { termReader } from "./terms.ts";

/** The more often a word is used, the less once more tells: 1 for once, towards `SATURATION` + 1 for often. */
const SATURATION = 3;
/** Names and numbers tell events apart better than other words do. */
const NAME_WEIGHT = 3;
const NUMBER_WEIGHT = 3;
/** The weightiest terms of a story are compared; all of them make its length. */
const MAX_TERMS = 64;
const NUMBER = /\p{N}/u;

/** A story as numbered terms and their weights, of length 1 together with those that are not compared. */
export interface StoryVector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** How much one use of a term weighs, and in how many stories it is, by its number. */
interface Evidence {
  readonly weights: Float64Array;
  readonly documents: readonly number[];
  /** The weight of a word that is in no other story. */
  readonly rarest: number;
}

/**
 * The vectors of some texts, in their order: tf-idf, where a word counts for more in the lead, and names and numbers for
 * more than other words. What is a name is told by the capitals that all texts together give a word inside sentences.
 * The idf is that of the stories and the background table together: ln((Nb + n + 1) / (dfb + df + 0.5)).
 *
 * Saturating use after BM25 (Robertson and Zaragoza, 2009). Linear in the words; of each text the first 400 count.
 */
export function vectorsOf(texts: readonly string[]): StoryVector[] {
  const vocabulary: Vocabulary = { numbers: new Map(), documents: [], capitals: [] };
  const readTerms = termReader();
  const usages = texts.map((text) => countUsage(readTerms(text), vocabulary));
  const evidence = evidenceOf(vocabulary, texts.length);
  return usages.map((usage) => vectorOf(usage, evidence));
}

function evidenceOf({ numbers, documents, capitals }: Vocabulary, stories: number): Evidence {
  const idf = (frequency: number): number =>
    Math.log((BACKGROUND_DOCUMENTS + stories + 1) / (frequency + 0.5));
  const weights = new Float64Array(numbers.size);
  for (const [stem, number] of numbers) {
    const isName = (capitals[number] ?? 0) > 0;
    weights[number] = kindWeight(stem, isName) * idf(backgroundFrequency(stem) + (documents[number] ?? 0));
  }
  return { weights, documents, rarest: idf(1) };
}

function kindWeight(stem: string, isName: boolean): number {
  if (NUMBER.test(stem)) return NUMBER_WEIGHT;
  return isName ? NAME_WEIGHT : 1;
}

/** Terms of no other story make the vector longer, but need no place in it: they add to no product. */
function vectorOf(usage: Usage, evidence: Evidence): StoryVector {
  const { terms } = usage;
  const weights = usage.used.map((use, at) => saturated(use) * (evidence.weights[terms[at] ?? 0] ?? 0));
  const length = Math.hypot(lengthOf(weights), evidence.rarest * lengthOf(usage.beyond.map(saturated)));
  const compared = [...terms.keys()]
    .filter((at) => (evidence.documents[terms[at] ?? 0] ?? 0) > 1)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, MAX_TERMS);
  return {
    terms: compared.map((at) => terms[at] ?? 0),
    weights: compared.map((at) => (weights[at] ?? 0) / length),
  };
}

function saturated(use: number): number {
  return ((SATURATION + 1) * use) / (use + SATURATION);
}

function lengthOf(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum);
}
