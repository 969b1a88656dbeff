import { MAX_READ_WORDS, type Term } from "./terms.ts";

/** Lead bias: a word at position p, from 0, weighs 1 + LEAD·exp(−(p+1)/LEAD_WORDS). */
const LEAD = 19;
const LEAD_WORDS = 25;
/** Distinct terms over all stories; thousands of real stories have a fifth of it. More (hostile text) only add to norms. */
const MAX_VOCABULARY = 500_000;

/** The terms of all stories, by number. */
export interface Vocabulary {
  /** Stems, with the numbers that they got in the order in which they came. */
  readonly numbers: Map<string, number>;
  /** The document frequency of each term. */
  readonly documents: number[];
  /** For each term, its capitalised uses inside sentences minus the others. */
  readonly capitals: number[];
}

/** The terms of one story, by number, with their weighted frequencies. */
export interface Usage {
  readonly terms: readonly number[];
  readonly used: readonly number[];
  /** One weight per use of a term that did not fit into the vocabulary. */
  readonly overflow: readonly number[];
}

/**
 * The terms of one story, in order, with repeats, as the number of each times {@link MAX_READ_WORDS} plus its place. Ten thousand stories
 * take at most 16 MB; as {@link Term}s they would take more than anything else in a run.
 */
export type NumberedTerms = Uint32Array;

/** The number of a term that did not fit into the vocabulary. */
const OVERFLOW = MAX_VOCABULARY;

/** Adds the terms of a story to the vocabulary, and returns them by number. */
export function addToVocabulary(terms: readonly Term[], vocabulary: Vocabulary): NumberedTerms {
  const known = new Set<number>();
  return Uint32Array.from(terms, (term) => {
    const number = numberOf(term.stem, vocabulary);
    if (number !== OVERFLOW) {
      countTerm(term, number, { vocabulary, isFirst: !known.has(number) });
      known.add(number);
    }
    return number * MAX_READ_WORDS + term.place;
  });
}

/** Counts a story's weighted use of each of its terms. */
export function countUsage(terms: NumberedTerms): Usage {
  const usage = new Map<number, number>();
  const overflow: number[] = [];
  for (const term of terms) {
    const place = term % MAX_READ_WORDS;
    const number = (term - place) / MAX_READ_WORDS;
    const use = 1 + LEAD * Math.exp(-(place + 1) / LEAD_WORDS);
    if (number === OVERFLOW) {
      overflow.push(use);
    } else {
      usage.set(number, (usage.get(number) ?? 0) + use);
    }
  }
  return { terms: [...usage.keys()], used: [...usage.values()], overflow };
}

function numberOf(stem: string, { numbers }: Vocabulary): number {
  const known = numbers.get(stem);
  if (known !== undefined) {
    return known;
  }
  if (numbers.size === MAX_VOCABULARY) {
    return OVERFLOW;
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
