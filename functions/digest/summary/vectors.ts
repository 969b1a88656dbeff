/** The weighted terms of a text, scaled to length 1; empty for a text without terms. */
export type Vector = ReadonlyMap<string, number>;

/** The weights of counted terms, scaled to length 1. */
export function vectorOf(
  counts: ReadonlyMap<string, number>,
  weightOf: (term: string, count: number) => number,
): Vector {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const [term, count] of counts) {
    const weight = weightOf(term, count);
    squares += weight * weight;
    vector.set(term, weight);
  }
  if (squares === 0) {
    return new Map();
  }
  const length = Math.sqrt(squares);
  for (const [term, weight] of vector) {
    vector.set(term, weight / length);
  }
  return vector;
}

/** Cosine of two vectors of length 1; linear in the smaller one. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) {
    sum += weight * (large.get(term) ?? 0);
  }
  return sum;
}

/** How often each term occurs. */
export function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** In how many texts each term occurs. */
export function documentFrequencies(texts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const counts of texts) {
    for (const term of counts.keys()) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
  }
  return frequencies;
}
