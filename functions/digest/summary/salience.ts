import { stemsOf } from "../text/stems.ts";
import { isDependent } from "./openers.ts";
import { type Form, formOf, type Grade } from "./sentence-form.ts";
import { countTerms, documentFrequencies, type Vector, vectorOf } from "./vectors.ts";

/** Sentences that count; a story's substance is not behind its two hundredth. */
export const MAX_SCORED_SENTENCES = 200;

/** A sentence with what a choice needs. */
export interface Scored {
  readonly sentence: string;
  readonly vector: Vector;
  /** Higher is more worth telling; no fixed scale. */
  readonly salience: number;
  /** Opens with a pronoun or a connective: not to be understood without the sentence before. */
  readonly isDependent: boolean;
  readonly grade: Grade;
}

/** What more is known of the sentences than their text. */
export interface Origin {
  /** Indices of sentences that stand in a sub-heading. */
  readonly headings?: ReadonlySet<number>;
  /** BCP 47 tag of their language; English where it is not known. */
  readonly lang?: string | undefined;
}

type Terms = ReadonlyMap<string, number>;

/**
 * After so many telling sentences the weight of the position falls to 1/e. A slower fading and a stricter
 * redundancy were tried: what they won on one set of news stories was within chance, and on another they won nothing.
 */
const FADING = 3;
const DEPENDENT_MALUS = 0.15;
const TOP_STEMS = 10;

/**
 * The sentences with their salience in the story: lead position, repetition in later sentences, share of the story's most
 * frequent stems, and malus points for what reads badly alone. Position counts sentences that tell something: fragments
 * and headings above the lead do not push it down. Linear in the text.
 */
export function scoreSentences(sentences: readonly string[], { headings, lang }: Origin = {}): Scored[] {
  const counts = sentences.map((sentence) => countTerms(stemsOf(sentence, lang)));
  const vectors = counts.map(weigher(counts));
  const forms = sentences.map((sentence, i) => formIn(sentence, headings?.has(i) === true));
  const places = placesOf(forms);
  const repeated = minMax(repetitions(vectors));
  const topical = topicShares(counts);
  return forms.map(({ sentence, grade, malus, isDependent }, i) => {
    const position = Math.exp(-(places[i] ?? 0) / FADING);
    const worth = 0.5 * position + 0.4 * (repeated[i] ?? 0) + 0.2 * (topical[i] ?? 0);
    return { sentence, vector: vectors[i] ?? new Map(), salience: worth - malus, isDependent, grade };
  });
}

interface Standing extends Form {
  readonly sentence: string;
  readonly isDependent: boolean;
}

function formIn(sentence: string, isHeading: boolean): Standing {
  const { grade, malus } = formOf(sentence);
  const leans = isDependent(sentence);
  return {
    sentence,
    isDependent: leans,
    grade: isHeading ? "heading" : grade,
    malus: malus + (leans ? DEPENDENT_MALUS : 0),
  };
}

/** Makes vectors of sentences, weighed by how rare a stem is among `sentences`. */
export function vectoriser(sentences: readonly string[]): (sentence: string) => Vector {
  const weigh = weigher(sentences.map((sentence) => countTerms(stemsOf(sentence))));
  return (sentence) => weigh(countTerms(stemsOf(sentence)));
}

function weigher(counts: readonly Terms[]): (terms: Terms) => Vector {
  const idf = new Map<string, number>();
  for (const [stem, df] of documentFrequencies(counts)) idf.set(stem, idfOf(counts.length, df));
  const idfOfUnknown = idfOf(counts.length, 0);
  return (terms) => vectorOf(terms, (stem, count) => count * (idf.get(stem) ?? idfOfUnknown));
}

/** How rare a stem is that `df` of `n` sentences have. */
function idfOf(n: number, df: number): number {
  return Math.log((n + 1) / (df + 0.5));
}

/** For each sentence, how many telling ones stand before it. */
function placesOf(forms: readonly Form[]): number[] {
  let telling = 0;
  return forms.map(({ grade }) => (grade === "telling" ? telling++ : telling));
}

/** For each sentence the sum of its cosines with all later ones: its product with the sum of their vectors. */
function repetitions(vectors: readonly Vector[]): number[] {
  const later = new Map<string, number>();
  const sums: number[] = [];
  for (const vector of vectors.toReversed()) {
    let sum = 0;
    for (const [stem, weight] of vector) {
      const known = later.get(stem) ?? 0;
      sum += weight * known;
      later.set(stem, known + weight);
    }
    sums.push(sum);
  }
  return sums.reverse();
}

/** Values mapped to 0 to 1; all 0 where they are equal. */
export function minMax(values: readonly number[]): number[] {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return values.map((value) => (most > least ? (value - least) / (most - least) : 0));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** For each sentence, its share of all occurrences of the story's most frequent stems. */
function topicShares(counts: readonly Terms[]): number[] {
  const totals = new Map<string, number>();
  for (const terms of counts) for (const [stem, n] of terms) totals.set(stem, (totals.get(stem) ?? 0) + n);
  const top = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TOP_STEMS);
  const all = sumOf(top.map(([, n]) => n));
  return counts.map((terms) => (all === 0 ? 0 : sumOf(top.map(([stem]) => terms.get(stem) ?? 0)) / all));
}
