import type { Term } from "./terms.ts";

/** Lead bias: a word at position p, from 0, weighs 1 + LEAD·exp(−(p+1)/LEAD_WORDS). */
const LEAD = 19;
const LEAD_WORDS = 25;
/** Distinct terms over all stories; thousands of real stories have a fifth of it. More (hostile text) only add to norms. */
const MAX_VOCABULARY = 500_000;

/** The terms of all stories, by number. */
export interface Vocabulary {
  readonly numbers: Map<string, number>;
  /** The document frequency of each term. */
  readonly documents: number[];
  /** For each term, its capitalised uses inside sentences minus the others. */
  readonly capitals: number[];
}

/** The terms of one story, by number, with their weighted frequencies. */
export interface Usage {
  readonly terms: Uint32Array;
  readonly used: Float64Array;
  /** One weight per use of a term that did not fit into the vocabulary. */
  readonly overflow: readonly number[];
}

/** Adds the terms of a story to the vocabulary. */
export function addToVocabulary(terms: readonly Term[], vocabulary: Vocabulary): void {
  const known = new Set<number>();
  for (const term of terms) {
    const number = numberOf(term.stem, vocabulary);
    if (number !== undefined) {
      countTerm(term, number, { vocabulary, isFirst: !known.has(number) });
      known.add(number);
    }
  }
}

/** Counts a story's weighted use of each of its terms, by their numbers in the vocabulary of all stories. */
export function countUsage(terms: readonly Term[], { numbers }: Pick<Vocabulary, "numbers">): Usage {
  const usage = new Map<number, number>();
  const overflow: number[] = [];
  for (const { stem, place } of terms) {
    const use = 1 + LEAD * Math.exp(-(place + 1) / LEAD_WORDS);
    const number = numbers.get(stem);
    if (number === undefined) {
      overflow.push(use);
    } else {
      usage.set(number, (usage.get(number) ?? 0) + use);
    }
  }
  return { terms: Uint32Array.from(usage.keys()), used: Float64Array.from(usage.values()), overflow };
}

function numberOf(stem: string, { numbers }: Vocabulary): number | undefined {
  const known = numbers.get(stem);
  if (known !== undefined || numbers.size === MAX_VOCABULARY) {
    return known;
  }
  numbers.set(stem, numbers.size);
  return numbers.size - 1;
}

function countTerm(
  { isCapital }: Term,
  number: number,
  { vocabulary, isFirst }: { readonly vocabulary: Vocabulary; readonly isFirst: boolean },
): void {
  const { documents, capitals } = vocabulary;
  if (isFirst) {
    documents[number] = (documents[number] ?? 0) + 1;
  }
  if (isCapital !== undefined) {
    capitals[number] = (capitals[number] ?? 0) + (isCapital ? 1 : -1);
  }
}
