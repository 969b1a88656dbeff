/** Index before, index after. */
export type IndexPair = readonly [number, number];

/** A pair and its weight in a chain. */
export interface WeightedPair {
  readonly pair: IndexPair;
  /** Above 0. */
  readonly weight: number;
}

/** The heaviest chain that ends with this pair. */
interface Link {
  readonly pair: IndexPair;
  readonly total: number;
  readonly previous: Link | undefined;
}

/**
 * The heaviest set of pairs without crossings, each index in at most one pair, in order; `columns` is the number of
 * sentences after. Exact, in O(n log n) for n pairs, without a matrix over the sentences: a Fenwick tree holds the
 * heaviest chain up to each column.
 */
export function heaviestChain(pairs: readonly WeightedPair[], columns: number): IndexPair[] {
  // Within a row, last column first, so that no pair can follow another pair of the same row.
  const byRow = pairs.toSorted((a, b) => a.pair[0] - b.pair[0] || b.pair[1] - a.pair[1]);
  const tree: (Link | undefined)[] = [];
  for (const { pair, weight } of byRow) {
    const previous = heaviestUpTo(tree, pair[1]);
    offer(tree, { pair, total: weight + (previous?.total ?? 0), previous }, columns);
  }
  return unwind(heaviestUpTo(tree, columns));
}

function offer(tree: (Link | undefined)[], link: Link, columns: number): void {
  for (let at = link.pair[1] + 1; at <= columns; at += at & -at) {
    if ((tree[at]?.total ?? 0) < link.total) {
      tree[at] = link;
    }
  }
}

function heaviestUpTo(tree: readonly (Link | undefined)[], column: number): Link | undefined {
  let best: Link | undefined;
  for (let at = column; at > 0; at -= at & -at) {
    const link = tree[at];
    if (link !== undefined && link.total > (best?.total ?? 0)) {
      best = link;
    }
  }
  return best;
}

function unwind(last: Link | undefined): IndexPair[] {
  const chain: IndexPair[] = [];
  for (let link = last; link !== undefined; link = link.previous) {
    chain.push(link.pair);
  }
  return chain.reverse();
}
