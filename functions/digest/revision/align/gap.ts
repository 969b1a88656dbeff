/** Adjacent sentences before, starting at `i`, aligned with adjacent sentences after, starting at `j`. */
export interface Block {
  readonly i: number;
  readonly j: number;
  /** Number of sentences before and after: 1–1 (pair), 1–2 (split) or 2–1 (merge). */
  readonly rows: number;
  readonly columns: number;
}

/** Indices of the sentences before and after that are not aligned, ascending. */
export interface Unaligned {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A 1–1 block. */
export function pairBlock([i, j]: readonly [number, number]): Block {
  return { i, j, rows: 1, columns: 1 };
}

/** The gaps that `blocks`, which must not cross, leave in a larger block: one before each of them, one after the last. */
export function gapsBetween(blocks: readonly Block[], within: Block): Block[] {
  const end = { i: within.i + within.rows, j: within.j + within.columns, rows: 0, columns: 0 };
  let { i, j } = within;
  return [...blocks, end].map((next) => {
    const gap = { i, j, rows: next.i - i, columns: next.j - j };
    [i, j] = [next.i + next.rows, next.j + next.columns];
    return gap;
  });
}

/** The sentences in the gaps. */
export function unalignedIn(gaps: readonly Block[]): Unaligned {
  return {
    rows: gaps.flatMap(({ i, rows }) => rangeOf(i, rows)),
    columns: gaps.flatMap(({ j, columns }) => rangeOf(j, columns)),
  };
}

/** `count` indices, starting at `first`. */
export function rangeOf(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}
