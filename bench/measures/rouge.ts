/** F1 of each ROUGE measure, from 0 to 1. */
export interface Rouge {
  readonly rouge1: number;
  readonly rouge2: number;
  readonly rougeL: number;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * ROUGE-1, ROUGE-2 and the summary-level ROUGE-L of a summary against a reference, both as sentences (Lin,
 * "ROUGE: A Package for Automatic Evaluation of Summaries", 2004): words in lower case, without stemming or
 * stop word removal, so figures with a stemmer are somewhat higher. Quadratic in the length of sentences for
 * ROUGE-L.
 */
export function rouge(summary: readonly string[], reference: readonly string[]): Rouge {
  const ours = summary.map(tokens);
  const theirs = reference.map(tokens);
  return {
    rouge1: overlapF1(ours.flat(), theirs.flat()),
    rouge2: overlapF1(bigrams(ours.flat()), bigrams(theirs.flat())),
    rougeL: unionSubsequenceF1(ours, theirs),
  };
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}

function bigrams(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function overlapF1(ours: readonly string[], theirs: readonly string[]): number {
  const left = countsOf(theirs);
  let shared = 0;
  for (const term of ours) {
    if (spend(left, term)) {
      shared++;
    }
  }
  return f1(shared, ours.length, theirs.length);
}

/** Words of the reference found in order in any sentence of the summary, each counted as often as both have it. */
function unionSubsequenceF1(ours: readonly string[][], theirs: readonly string[][]): number {
  const leftOfOurs = countsOf(ours.flat());
  const leftOfTheirs = countsOf(theirs.flat());
  let shared = 0;
  for (const sentence of theirs) {
    const found = new Set(ours.flatMap((other) => commonSubsequence(sentence, other)));
    for (const index of found) {
      const word = sentence[index] ?? "";
      if ((leftOfOurs.get(word) ?? 0) > 0 && spend(leftOfTheirs, word)) {
        spend(leftOfOurs, word);
        shared++;
      }
    }
  }
  return f1(shared, ours.flat().length, theirs.flat().length);
}

/** Indices in `sentence` of a longest common subsequence with `other`. */
function commonSubsequence(sentence: readonly string[], other: readonly string[]): number[] {
  const lengths = subsequenceLengths(sentence, other);
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const indices: number[] = [];
  let [i, j] = [sentence.length, other.length];
  while (i > 0 && j > 0) {
    if (sentence[i - 1] === other[j - 1]) {
      indices.push(--i);
      j--;
    } else if (at(i, j - 1) > at(i - 1, j)) {
      j--;
    } else {
      i--;
    }
  }
  return indices;
}

function subsequenceLengths(sentence: readonly string[], other: readonly string[]): number[][] {
  const lengths = [new Array<number>(other.length + 1).fill(0)];
  for (const word of sentence) {
    const above = lengths.at(-1) ?? [];
    const row = [0];
    for (const [j, match] of other.entries()) {
      row.push(word === match ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    }
    lengths.push(row);
  }
  return lengths;
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function spend(counts: Map<string, number>, term: string): boolean {
  const left = counts.get(term) ?? 0;
  if (left > 0) {
    counts.set(term, left - 1);
  }
  return left > 0;
}

function f1(shared: number, ours: number, theirs: number): number {
  return shared === 0 ? 0 : (2 * shared) / (ours + theirs);
}
