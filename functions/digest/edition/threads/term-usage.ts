import type { Term } from "./terms.ts";

/** A word in the lead counts as up to `LEAD` more of it, e times less every `LEAD_WORDS` words on. */
const LEAD = 19;
const LEAD_WORDS = 25;
/** Terms of all stories together; thousands of real ones have a fifth of it. Of hostile text the rest is only summed up. */
const MAX_VOCABULARY = 500_000;

/** The terms of all stories, by number. */
export interface Vocabulary {
  readonly numbers: Map<string, number>;
  /** In how many stories each term is. */
  readonly documents: number[];
  /** How much more often each term has a capital of its own than not. */
  readonly capitals: number[];
}

/** The terms of one story, by number, and how much each is used in it. */
export interface Usage {
  readonly terms: Uint32Array;
  readonly used: Float64Array;
  /** How much the terms are used, each by itself, that found no place in the vocabulary. */
  readonly beyond: readonly number[];
}

/** How much a story uses each of its terms; adds them to the vocabulary. */
export function countUsage(terms: readonly Term[], vocabulary: Vocabulary): Usage {
  const usage = new Map<number, number>();
  const beyond: number[] = [];
  for (const term of terms) {
    const use = 1 + LEAD * Math.exp(-(term.place + 1) / LEAD_WORDS);
    const number = numberOf(term.stem, vocabulary);
    if (number === undefined) {
      beyond.push(use);
      continue;
    }
    note(term, number, { vocabulary, isFirst: !usage.has(number) });
    usage.set(number, (usage.get(number) ?? 0) + use);
  }
  return { terms: Uint32Array.from(usage.keys()), used: Float64Array.from(usage.values()), beyond };
}

function numberOf(stem: string, { numbers }: Vocabulary): number | undefined {
  const known = numbers.get(stem);
  if (known !== undefined || numbers.size === MAX_VOCABULARY) return known;
  numbers.set(stem, numbers.size);
  return numbers.size - 1;
}

function note(
  { isCapital }: Term,
  number: number,
  { vocabulary, isFirst }: { readonly vocabulary: Vocabulary; readonly isFirst: boolean },
): void {
  const { documents, capitals } = vocabulary;
  if (isFirst) documents[number] = (documents[number] ?? 0) + 1;
  if (isCapital !== undefined) capitals[number] = (capitals[number] ?? 0) + (isCapital ? 1 : -1);
}
