/** Neighbouring sentences before, from `i` on, that stand for neighbouring sentences after, from `j` on. */
export interface Block {
  readonly i: number;
  readonly j: number;
  /** How many sentences on each side: 1 and 1, 1 and 2, 2 and 1. */
  readonly rows: number;
  readonly columns: number;
}

/** Sentences before and after that nothing is aligned with, wherever they stand: indices, ascending. */
export interface Open {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** One sentence and one. */
export function pairBlock([i, j]: readonly [number, number]): Block {
  return { i, j, rows: 1, columns: 1 };
}

/** What blocks that do not cross leave open of a larger block: before each of them, and behind the last. */
export function gapsBetween(blocks: readonly Block[], within: Block): Block[] {
  const end = { i: within.i + within.rows, j: within.j + within.columns, rows: 0, columns: 0 };
  let { i, j } = within;
  return [...blocks, end].map((next) => {
    const gap = { i, j, rows: next.i - i, columns: next.j - j };
    [i, j] = [next.i + next.rows, next.j + next.columns];
    return gap;
  });
}

/** The sentences of some gaps. */
export function openOf(gaps: readonly Block[]): Open {
  return {
    rows: gaps.flatMap(({ i, rows }) => rangeOf(i, rows)),
    columns: gaps.flatMap(({ j, columns }) => rangeOf(j, columns)),
  };
}

/** `count` indices from the first one on. */
export function rangeOf(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}
