import { stemReader } from "../text/stems.ts";
import { isDependent } from "./openers.ts";
import { formOf, type Grade, type SentenceForm } from "./sentence-form.ts";
import { countTerms, newNumbering, type Terms, tallyTerms, type Vector, vectorOf } from "./vectors.ts";

/** Sentences scored: the substance of a story comes within its first two hundred. */
export const MAX_SCORED_SENTENCES = 200;

/** A sentence with what selection needs. */
export interface ScoredSentence {
  readonly sentence: string;
  readonly vector: Vector;
  /** Higher is more important; no fixed scale. */
  readonly salience: number;
  /** Opens with a pronoun or connective: needs the sentence before it. */
  readonly isDependent: boolean;
  readonly grade: Grade;
}

/** What is known about the sentences besides their text. */
export interface SentenceContext {
  /** Indices of the sentences in sub-headings. */
  readonly headings?: ReadonlySet<number>;
  /** Indices of what is no sentence: list items that only name something, captions, code, table rows. */
  readonly asides?: ReadonlySet<number>;
  /** BCP 47 tag of their language; English if unknown. */
  readonly lang?: string | undefined;
}

/**
 * Strong sentences after which the position weight falls to 1/e. A slower decay and a stricter redundancy
 * penalty were tried: their gain on one set of news stories was within chance, and on another there was none.
 */
const POSITION_DECAY = 3;
const DEPENDENT_PENALTY = 0.15;
const TOP_STEMS = 10;

/**
 * The sentences with their salience in the story: lead position, repetition in later sentences, share of the
 * story's most frequent stems, less penalties for what reads badly alone. Position counts strong sentences
 * only: fragments and headings above the lead do not push it down. Linear in the text.
 */
export function scoreSentences(
  sentences: readonly string[],
  { headings, asides, lang }: SentenceContext = {},
): ScoredSentence[] {
  const numbering = newNumbering();
  const stemsOf = stemReader(lang);
  const counts = sentences.map((sentence) => countTerms(stemsOf(sentence), numbering));
  const { frequencies, totals } = tallyTerms(counts, numbering.names.length);
  const vectors = counts.map(tfIdf(counts.length, frequencies));
  const forms = sentences.map((sentence, i) =>
    featuresOf(sentence, gradeOfRole(headings?.has(i) === true, asides?.has(i) === true)),
  );
  const positions = positionsOf(forms);
  const repeated = minMax(repetitions(vectors, numbering.names.length));
  const topical = topicShares(counts, topTerms(totals, numbering.names), totals);
  return forms.map(({ sentence, grade, penalty, isDependent }, i) => {
    const position = Math.exp(-(positions[i] ?? 0) / POSITION_DECAY);
    const score = 0.5 * position + 0.4 * (repeated[i] ?? 0) + 0.2 * (topical[i] ?? 0);
    return { sentence, vector: vectors[i] ?? new Map(), salience: score - penalty, isDependent, grade };
  });
}

interface SentenceFeatures extends SentenceForm {
  readonly sentence: string;
  readonly isDependent: boolean;
}

/** The grade that a place in the story gives, whatever the form. */
function gradeOfRole(isHeading: boolean, isAside: boolean): Grade | undefined {
  if (isAside) {
    return "aside";
  }
  return isHeading ? "heading" : undefined;
}

function featuresOf(sentence: string, role: Grade | undefined): SentenceFeatures {
  const { grade, penalty } = formOf(sentence);
  const dependent = isDependent(sentence);
  return {
    sentence,
    isDependent: dependent,
    grade: role ?? grade,
    penalty: penalty + (dependent ? DEPENDENT_PENALTY : 0),
  };
}

/** Turns sentences into TF-IDF vectors; document frequencies are those of `sentences`. */
export function vectoriser(sentences: readonly string[]): (sentence: string) => Vector {
  const [stemsOf, numbering] = [stemReader(), newNumbering()];
  const counts = sentences.map((sentence) => countTerms(stemsOf(sentence), numbering));
  const vectorise = tfIdf(counts.length, tallyTerms(counts, numbering.names.length).frequencies);
  return (sentence) => vectorise(countTerms(stemsOf(sentence), numbering));
}

function tfIdf(sentences: number, frequencies: Float64Array): (terms: Terms) => Vector {
  const weights = frequencies.map((frequency) => idfOf(sentences, frequency));
  const idfOfUnknown = idfOf(sentences, 0);
  return (terms) => vectorOf(terms, (term, count) => count * (weights[term] ?? idfOfUnknown));
}

/** Inverse document frequency of a stem found in `df` of `n` sentences. */
function idfOf(n: number, df: number): number {
  return Math.log((n + 1) / (df + 0.5));
}

/** For each sentence, the number of strong ones before it. */
function positionsOf(forms: readonly SentenceForm[]): number[] {
  let strong = 0;
  return forms.map(({ grade }) => (grade === "strong" ? strong++ : strong));
}

/** For each sentence, the sum of its cosines with all later ones: its dot product with the sum of their vectors. */
function repetitions(vectors: readonly Vector[], terms: number): number[] {
  const later = new Float64Array(terms);
  const sums: number[] = [];
  for (const vector of vectors.toReversed()) {
    let sum = 0;
    for (const [term, weight] of vector) {
      const known = later[term] ?? 0;
      sum += weight * known;
      later[term] = known + weight;
    }
    sums.push(sum);
  }
  return sums.reverse();
}

/** Values scaled to 0 to 1; all 0 if they are equal. */
export function minMax(values: readonly number[]): number[] {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return values.map((value) => (most > least ? (value - least) / (most - least) : 0));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The story's most frequent stems, of those as frequent the first in the order of UTF-16. */
function topTerms(totals: Float64Array, names: readonly string[]): readonly number[] {
  const isBefore = (a: number, b: number) =>
    totals[a] === totals[b] ? (names[a] ?? "") < (names[b] ?? "") : (totals[a] ?? 0) > (totals[b] ?? 0);
  const top: number[] = [];
  for (const term of names.keys()) {
    if (top.length < TOP_STEMS || isBefore(term, top.at(-1) ?? 0)) {
      const at = top.findIndex((other) => isBefore(term, other));
      top.splice(at === -1 ? top.length : at, 0, term);
      top.length = Math.min(top.length, TOP_STEMS);
    }
  }
  return top;
}

/** For each sentence, its share of all occurrences of these stems. */
function topicShares(counts: readonly Terms[], top: readonly number[], totals: Float64Array): number[] {
  const all = sumOf(top.map((term) => totals[term] ?? 0));
  return counts.map((terms) => (all === 0 ? 0 : sumOf(top.map((term) => terms.get(term) ?? 0)) / all));
}
