/** Index before, index after. */
export type Pair = readonly [number, number];

/** A pair that a chain may take. */
export interface WeighedPair {
  readonly pair: Pair;
  /** Above 0. */
  readonly weight: number;
}

/** The heaviest chain that ends with a pair. */
interface Link {
  readonly pair: Pair;
  readonly total: number;
  readonly previous: Link | undefined;
}

/**
 * The heaviest set of pairs that do not cross, each index in one of them, in order; `columns` is how many sentences there
 * are after. Exact, in O(n log n) of the number of pairs and with no matrix over the sentences: a Fenwick tree holds the
 * heaviest chain up to each column.
 */
export function heaviestChain(pairs: readonly WeighedPair[], columns: number): Pair[] {
  // Within a row the last column first: so no pair of a row sees another one of the same row as its previous.
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
    if ((tree[at]?.total ?? 0) < link.total) tree[at] = link;
  }
}

function heaviestUpTo(tree: readonly (Link | undefined)[], column: number): Link | undefined {
  let best: Link | undefined;
  for (let at = column; at > 0; at -= at & -at) {
    const link = tree[at];
    if (link !== undefined && link.total > (best?.total ?? 0)) best = link;
  }
  return best;
}

function unwind(last: Link | undefined): Pair[] {
  const chain: Pair[] = [];
  for (let link = last; link !== undefined; link = link.previous) chain.push(link.pair);
  return chain.reverse();
}
