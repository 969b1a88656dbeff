import { stemsOf } from "./stems.ts";
import { countTerms, documentFrequencies, type Vector, vectorOf } from "./vectors.ts";

/** Sentences that count; a story's substance is not behind its two hundredth. */
export const MAX_SENTENCES = 200;

/** A sentence with what a choice needs. */
export interface Scored {
  readonly sentence: string;
  readonly vector: Vector;
  /** Higher is more worth telling; no fixed scale. */
  readonly salience: number;
  /** Opens with a pronoun or a connective: not to be understood without the sentence before. */
  readonly isDependent: boolean;
}

const PRONOUNS = "he she it they we his her its their this these that those such both neither".split(" ");
const CONNECTIVES = (
  "but and or so however also then meanwhile moreover furthermore additionally nevertheless nonetheless still thus " +
  "therefore hence instead besides yet consequently similarly likewise otherwise afterwards indeed"
).split(" ");
const DEPENDENT = new Set([...PRONOUNS, ...CONNECTIVES]);
const LABEL = /^[\p{Lu}][\p{L} ]{0,30}: /u;
const CAPTION = /\((?:pictured|above|left|right|centre|center|file photo|file)\b/i;
const OPENING_QUOTE = /^["“”„«‘']/;
const TOP_STEMS = 10;

/**
 * The sentences with their salience in the story: lead position, repetition in later sentences, share of the
 * story's most frequent stems, and malus points for what reads badly alone. The weights were set on news stories. Linear
 * in the text.
 */
export function scoreSentences(sentences: readonly string[]): Scored[] {
  const vectorFor = vectoriser(sentences);
  const vectors = sentences.map(vectorFor);
  const repeated = minMax(repetitions(vectors));
  const topical = topicShares(sentences.map((sentence) => countTerms(stemsOf(sentence))));
  return sentences.map((sentence, i) => ({
    sentence,
    vector: vectors[i] ?? new Map(),
    salience: 0.5 * Math.exp(-i / 3) + 0.4 * (repeated[i] ?? 0) + 0.2 * (topical[i] ?? 0) - malusOf(sentence),
    isDependent: isDependent(sentence),
  }));
}

/** Makes vectors of sentences, weighed by how rare a stem is among `sentences`. */
export function vectoriser(sentences: readonly string[]): (sentence: string) => Vector {
  const frequencies = documentFrequencies(sentences.map((sentence) => countTerms(stemsOf(sentence))));
  const idf = (stem: string) => Math.log((sentences.length + 1) / ((frequencies.get(stem) ?? 0) + 0.5));
  return (sentence) => vectorOf(countTerms(stemsOf(sentence)), (stem, count) => count * idf(stem));
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
function topicShares(counts: readonly ReadonlyMap<string, number>[]): number[] {
  const totals = new Map<string, number>();
  for (const terms of counts) for (const [stem, n] of terms) totals.set(stem, (totals.get(stem) ?? 0) + n);
  const top = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TOP_STEMS);
  const all = sumOf(top.map(([, n]) => n));
  return counts.map((terms) => (all === 0 ? 0 : sumOf(top.map(([stem]) => terms.get(stem) ?? 0)) / all));
}

function malusOf(sentence: string): number {
  const words = sentence.split(/\s+/).length;
  const points: readonly (readonly [boolean, number])[] = [
    [words < 8, 0.4],
    [words > 38, 0.1],
    [isDependent(sentence), 0.15],
    [/\?["”’']?$/.test(sentence), 0.1],
    [LABEL.test(sentence) || CAPTION.test(sentence), 0.2],
    [OPENING_QUOTE.test(sentence), 0.1],
  ];
  return sumOf(points.map(([holds, malus]) => (holds ? malus : 0)));
}

function isDependent(sentence: string): boolean {
  const first = /^[^\p{L}]*(\p{L}+)/u.exec(sentence.slice(0, 60))?.[1] ?? "";
  return DEPENDENT.has(first.toLowerCase());
}
