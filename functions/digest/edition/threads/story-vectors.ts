import { backgroundFrequency } from "../../text/background/background.ts";
import { BACKGROUND_DOCUMENTS } from "../../text/background/background-table.ts";
import { addToVocabulary, countUsage, type Usage, type Vocabulary } from "./term-usage.ts";
import { termReader } from "./terms.ts";

/** Each further use of a word adds less: weight 1 for one use, approaching `SATURATION` + 1 for many. */
const SATURATION = 3;
/** Names and numbers distinguish events better than other words do. */
const NAME_WEIGHT = 3;
const NUMBER_WEIGHT = 3;
/** Only the heaviest terms enter dot products; the norm uses all. */
const MAX_COMPARED_TERMS = 64;
const NUMBER = /\p{N}/u;

/** A story as numbered terms with weights; a unit vector if the terms left out are included. */
export interface StoryVector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** The weight of one use of a term, and its document frequency, by term number. */
interface TermWeights {
  readonly weights: Float64Array;
  readonly documents: readonly number[];
  /** The weight of a word in no other story. */
  readonly rarest: number;
}

/**
 * The vectors of these texts, in order: tf-idf with more weight for the lead, and for names and numbers. A word is a name
 * if most of its uses inside sentences, over all texts, are capitalised. The idf covers the stories and the background
 * table together: ln((Nb + n + 1) / (dfb + df + 0.5)).
 *
 * Term saturation as in BM25 (Robertson and Zaragoza, 2009). Linear in the words; only the first 400 of a text count.
 */
export function vectorsOf(texts: readonly string[]): StoryVector[] {
  const vocabulary: Vocabulary = { numbers: new Map(), documents: [], capitals: [] };
  const readTerms = termReader();
  const terms = texts.map((text) => addToVocabulary(readTerms(text), vocabulary));
  const termWeights = weighTerms(vocabulary, texts.length);
  return terms.map((each) => vectorOf(countUsage(each), termWeights));
}

function weighTerms({ numbers, documents, capitals }: Vocabulary, stories: number): TermWeights {
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
  if (NUMBER.test(stem)) {
    return NUMBER_WEIGHT;
  }
  return isName ? NAME_WEIGHT : 1;
}

/** Terms in no other story add to the norm, but not to any dot product, so the vector omits them. */
function vectorOf(usage: Usage, termWeights: TermWeights): StoryVector {
  const { terms } = usage;
  const weights = usage.used.map((use, at) => saturated(use) * (termWeights.weights[terms[at] ?? 0] ?? 0));
  const norm = Math.hypot(normOf(weights), termWeights.rarest * normOf(usage.overflow.map(saturated)));
  const compared = [...terms.keys()]
    .filter((at) => (termWeights.documents[terms[at] ?? 0] ?? 0) > 1)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, MAX_COMPARED_TERMS);
  return {
    terms: compared.map((at) => terms[at] ?? 0),
    weights: compared.map((at) => (weights[at] ?? 0) / norm),
  };
}

function saturated(use: number): number {
  return ((SATURATION + 1) * use) / (use + SATURATION);
}

function normOf(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) {
    sum += weight * weight;
  }
  return Math.sqrt(sum);
}
