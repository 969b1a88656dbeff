/** Neighbouring sentences before, from `i` on, that stand for neighbouring sentences after, from `j` on. */
export interface Block {
  readonly i: number;
  readonly j: number;
  /** How many sentences on each side: 1 and 1, 1 and 2, 2 and 1. */
  readonly rows: number;
  readonly columns: number;
  /** Above 0. */
  readonly weight: number;
}

/** The heaviest chain that ends with a block. */
interface Link {
  readonly block: Block;
  readonly total: number;
  readonly previous: Link | undefined;
}

/**
 * The heaviest set of blocks that do not cross or overlap, in order; `columns` is how many sentences there are
 * after. Exact, in O(n log n) of the number of blocks and with no matrix over the sentences: a Fenwick tree holds the
 * heaviest chain up to each column.
 */
export function heaviestChain(blocks: readonly Block[], columns: number): Block[] {
  const byStart = blocks.toSorted(
    (a, b) => a.i - b.i || a.j - b.j || a.rows - b.rows || a.columns - b.columns,
  );
  const byEnd = byStart.toSorted((a, b) => a.i + a.rows - (b.i + b.rows));
  const links = new Map<Block, Link>();
  const tree: (Link | undefined)[] = [];
  let ended = 0;
  for (const block of byStart) {
    for (let done = byEnd[ended]; done !== undefined && done.i + done.rows <= block.i; done = byEnd[ended]) {
      offer(tree, links.get(done), columns);
      ended += 1;
    }
    const previous = heaviestUpTo(tree, block.j);
    links.set(block, { block, total: block.weight + (previous?.total ?? 0), previous });
  }
  for (const done of byEnd.slice(ended)) offer(tree, links.get(done), columns);
  return unwind(heaviestUpTo(tree, columns));
}

function offer(tree: (Link | undefined)[], link: Link | undefined, columns: number): void {
  if (link === undefined) return;
  for (let at = link.block.j + link.block.columns; at <= columns; at += at & -at) {
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

function unwind(last: Link | undefined): Block[] {
  const chain: Block[] = [];
  for (let link = last; link !== undefined; link = link.previous) chain.push(link.block);
  return chain.reverse();
}
