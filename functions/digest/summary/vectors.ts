/** The weighted terms of a text, by their numbers, scaled to length 1; empty for a text without terms. */
export type Vector = ReadonlyMap<number, number>;

/** How often each term of a text occurs, by their numbers. */
export type Terms = ReadonlyMap<number, number>;

/** Numbers for the terms of a set of texts, from 0: what is known of a term is then looked up by index. */
export interface Numbering {
  readonly numbers: Map<string, number>;
  readonly names: string[];
}

/** No terms yet. */
export function newNumbering(): Numbering {
  return { numbers: new Map(), names: [] };
}

/** How often each term occurs; terms that have no number yet get one. */
export function countTerms(terms: readonly string[], { numbers, names }: Numbering): Terms {
  const counts = new Map<number, number>();
  for (const term of terms) {
    let number = numbers.get(term);
    if (number === undefined) {
      number = names.push(term) - 1;
      numbers.set(term, number);
    }
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** The weights of counted terms, scaled to length 1. */
export function vectorOf(counts: Terms, weightOf: (term: number, count: number) => number): Vector {
  const weights: number[] = [];
  let squares = 0;
  for (const [term, count] of counts) {
    const weight = weightOf(term, count);
    squares += weight * weight;
    weights.push(weight);
  }
  const vector = new Map<number, number>();
  if (squares === 0) {
    return vector;
  }
  const length = Math.sqrt(squares);
  let at = 0;
  for (const term of counts.keys()) {
    vector.set(term, (weights[at] ?? 0) / length);
    at += 1;
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

/** In how many texts each of the numbered terms occurs, and how often in all of them. */
export function tallyTerms(texts: readonly Terms[], terms: number) {
  const [frequencies, totals] = [new Float64Array(terms), new Float64Array(terms)];
  for (const counts of texts) {
    for (const [term, count] of counts) {
      frequencies[term] = (frequencies[term] ?? 0) + 1;
      totals[term] = (totals[term] ?? 0) + count;
    }
  }
  return { frequencies, totals };
}
