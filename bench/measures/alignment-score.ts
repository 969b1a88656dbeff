/** A sentence before and the same sentence after, by index. */
export type Edge = readonly [number, number];

/** How many results are right, how many are wrong, and how many are missing. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** Two texts and two alignments: ours and the human one. */
export interface AlignedPair {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly ours: readonly Edge[];
  readonly theirs: readonly Edge[];
}

export const SIDES = ["changed", "all", "removed", "added"] as const;
export type Score = Readonly<Record<(typeof SIDES)[number], Tally>> & { readonly isExact: boolean };

/**
 * Scores our alignment against the human one: edges between differing sentences, all edges, sentences before
 * without an edge (removed) and sentences after without one (added).
 */
export function scoreAlignment({ before, after, ours, theirs }: AlignedPair): Score {
  const isChanged = ([i, j]: Edge) => before[i] !== after[j];
  const all = tally(ours.map(String), theirs.map(String));
  return {
    changed: tally(ours.filter(isChanged).map(String), theirs.filter(isChanged).map(String)),
    all,
    removed: tally(without(ours, 0, before.length), without(theirs, 0, before.length)),
    added: tally(without(ours, 1, after.length), without(theirs, 1, after.length)),
    isExact: all.wrong + all.missed === 0,
  };
}

function without(edges: readonly Edge[], side: 0 | 1, count: number): string[] {
  const aligned = new Set(edges.map((edge) => edge[side]));
  return Array.from({ length: count }, (_, n) => n)
    .filter((n) => !aligned.has(n))
    .map(String);
}

function tally(ours: readonly string[], theirs: readonly string[]): Tally {
  const wanted = new Set(theirs);
  const right = ours.filter((one) => wanted.has(one)).length;
  return { right, wrong: ours.length - right, missed: theirs.length - right };
}

/** The sum of tallies. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of tallies) {
    sum.right += right;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return sum;
}

/** The harmonic mean of precision and recall, 0 to 1; 1 if there was nothing to find and nothing was found. */
export function f1Of({ right, wrong, missed }: Tally): number {
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
}
