import { fold } from "../../text/fold.ts";
import { onceEach } from "../../text/once.ts";
import { type Alignment, alignBlocks } from "../align/align.ts";
import { heaviestChain, type IndexPair } from "../align/chain.ts";
import type { Block } from "../align/gap.ts";
import { type Body, type Grid, tablesIn, turned } from "./grid.ts";
import { matchColumns } from "./match-columns.ts";
import { matchRows, type RowMatch } from "./match-rows.ts";
import { isTurned, matchTables, type TablePair } from "./match-tables.ts";
import { cellsOf, type RowPair } from "./row-pairs.ts";

/** An alignment, and the changed cells of the rows that it pairs by their key. */
export interface TableAlignment {
  readonly alignment: Alignment;
  /** By the first sentence before; absent for what is no row with a partner. */
  readonly pairAt: (block: IndexPair) => RowPair | undefined;
}

/** Rows paired by their keys, or the rows of a table that was turned. */
interface Paired {
  readonly block: Block;
  readonly read: () => RowPair;
}

/**
 * Aligns two stories: the rows of their tables by what they are about, all other sentences by their words. A row is never paired
 * with one that is about something else: that one is removed, or added.
 */
export function alignTables(before: Body, after: Body, folded = onceEach(fold)): TableAlignment {
  const pairs = matchTables(tablesIn(before), tablesIn(after)).flatMap(pairRows);
  const rest = alignRest(before, after, pairs, folded);
  const found = new Map(pairs.map((pair) => [nameOf([pair.block.i, pair.block.j]), pair.read]));
  return {
    alignment: joined(
      pairs.map(({ block }) => block),
      rest,
      after.sentences.length,
    ),
    pairAt,
  };

  function pairAt(block: IndexPair): RowPair | undefined {
    return found.get(nameOf(block))?.();
  }
}

function nameOf([i, j]: IndexPair): string {
  return `${i} ${j}`;
}

function pairRows(tables: TablePair): readonly Paired[] {
  const [before, after] = tables;
  if (isTurned(tables)) {
    return [turnedPair(before, after)];
  }
  const { rows: pairs, read } = readTables(tables);
  return pairs.map((rows) => ({
    block: { i: before.at + rows[0], j: after.at + rows[1], rows: 1, columns: 1 },
    read: () => read(rows),
  }));
}

/** The pairs of rows of two tables, and what reads their changed cells. */
function readTables(tables: TablePair) {
  const columns = matchColumns(tables);
  const match = columns.length === 0 ? NO_ROWS : matchRows(tables, columns);
  return { rows: match.rows, read: cellsOf(tables, columns, match) };
}

const NO_ROWS: RowMatch = { rows: [], keys: [], counters: [] };

/** The whole table as one pair, with the cells that changed while it was turned. */
function turnedPair(before: Grid, after: Grid): Paired {
  const block = { i: before.at, j: after.at, rows: before.rows.length, columns: after.rows.length };
  return {
    block,
    read: () => {
      const tables = readTables([before, turned(after)]);
      const rows = tables.rows.map(tables.read);
      return {
        cells: rows.flatMap(({ cells }) => cells),
        hasOtherColumns: rows.some((row) => row.hasOtherColumns),
      };
    },
  };
}

/** Aligns what is in no pair of rows; two rows only where they are the same. */
function alignRest(
  before: Body,
  after: Body,
  pairs: readonly Paired[],
  folded: (text: string) => string,
): Alignment {
  if (pairs.length === 0 && [before, after].every(({ cells }) => cells.every((row) => row === undefined))) {
    return alignBlocks(before.sentences, after.sentences, folded);
  }
  const rows = openIn(
    before,
    pairs.map(({ block }) => [block.i, block.rows]),
  );
  const columns = openIn(
    after,
    pairs.map(({ block }) => [block.j, block.columns]),
  );
  const { blocks, moves, truncated } = alignBlocks(
    rows.map((i) => before.sentences[i] ?? ""),
    columns.map((j) => after.sentences[j] ?? ""),
    folded,
  );
  const areAlike = (i: number, j: number) =>
    before.cells[i] === undefined ||
    after.cells[j] === undefined ||
    before.sentences[i] === after.sentences[j];
  const isStanding = ({ i, j, rows: n, columns: m }: Block) =>
    rows[i + n - 1] === (rows[i] ?? 0) + n - 1 && columns[j + m - 1] === (columns[j] ?? 0) + m - 1;
  const standing = blocks
    .filter(isStanding)
    .map((block) => ({ ...block, i: rows[block.i] ?? 0, j: columns[block.j] ?? 0 }))
    .filter(({ i, j, rows: n, columns: m }) => n + m > 2 || areAlike(i, j));
  const moved = moves
    .map(([i, j]): IndexPair => [rows[i] ?? 0, columns[j] ?? 0])
    .filter(([i, j]) => areAlike(i, j));
  const open = {
    rows: without(rows, [
      ...standing.map(({ i, rows: n }) => [i, n] as const),
      ...moved.map(([i]) => [i, 1] as const),
    ]),
    columns: without(columns, [
      ...standing.map(({ j, columns: m }) => [j, m] as const),
      ...moved.map(([, j]) => [j, 1] as const),
    ]),
  };
  return { blocks: standing, moves: [...moved, ...equalRows(before, after, open)], truncated };
}

/** Rows that are the same but had no partner, as theirs was taken by one that only looked like it: they moved. */
function equalRows(
  before: Body,
  after: Body,
  open: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): readonly IndexPair[] {
  const places = Map.groupBy(
    open.columns.filter((j) => after.cells[j] !== undefined),
    (j) => after.sentences[j] ?? "",
  );
  return open.rows.flatMap((i): IndexPair[] => {
    const j = before.cells[i] === undefined ? undefined : places.get(before.sentences[i] ?? "")?.shift();
    return j === undefined ? [] : [[i, j]];
  });
}

function without(
  all: readonly number[],
  taken: readonly (readonly [from: number, count: number])[],
): readonly number[] {
  const gone = new Set(taken.flatMap(([from, count]) => Array.from({ length: count }, (_, n) => from + n)));
  return all.filter((n) => !gone.has(n));
}

function openIn(
  { sentences }: Body,
  taken: readonly (readonly [from: number, count: number])[],
): readonly number[] {
  const isTaken = new Uint8Array(sentences.length);
  for (const [from, count] of taken) {
    isTaken.fill(1, from, from + count);
  }
  return [...sentences.keys()].filter((n) => isTaken[n] === 0);
}

/** Both in one order: what crosses the heaviest chain of blocks has moved. */
function joined(own: readonly Block[], { blocks, moves, truncated }: Alignment, columns: number): Alignment {
  const all = [...own, ...blocks];
  if (own.length === 0) {
    return { blocks, moves, truncated };
  }
  const chain = heaviestChain(
    all.map((block) => ({ pair: [block.i, block.j] as const, weight: block.rows + block.columns - 1 })),
    columns,
  );
  const kept = new Set(chain.map(nameOf));
  const isKept = ({ i, j }: Block) => kept.has(nameOf([i, j]));
  const crossing = all.filter((block) => !isKept(block) && block.rows + block.columns === 2);
  return {
    blocks: all.filter(isKept).toSorted((a, b) => a.i - b.i),
    moves: [...moves, ...crossing.map(({ i, j }): IndexPair => [i, j])].toSorted((a, b) => a[0] - b[0]),
    truncated,
  };
}
