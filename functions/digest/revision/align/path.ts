import type { Block } from "./gap.ts";
import { type GapScores, OPEN_COST } from "./gap-scores.ts";

/** Last step of the best path to a grid corner. */
const STEP = { start: 0, openRow: 1, openColumn: 2, pair: 3, split: 4, merge: 5 } as const;
const SIZES = [
  { step: STEP.pair, scores: "pairs", rows: 1, columns: 1 },
  { step: STEP.split, scores: "splits", rows: 1, columns: 2 },
  { step: STEP.merge, scores: "merges", rows: 2, columns: 1 },
] as const;

/** Best score and last step of the paths to each grid corner: `closed` ends with a block, `open` in an unaligned run. */
interface PathTable {
  readonly width: number;
  readonly openCost: number;
  readonly closed: Float64Array;
  readonly open: Float64Array;
  readonly closedStep: Uint8Array;
  readonly openStep: Uint8Array;
}

/**
 * The non-crossing, non-overlapping blocks of a grid with the highest total score, in order; indices count from 0 in the
 * grid. Global alignment with affine gap costs (Gotoh, "An improved algorithm for matching biological sequences", 1982),
 * except that extending a gap is free: an unaligned run of any length costs `openCost`. Linear in the cells.
 */
export function heaviestPath(
  scores: GapScores,
  rows: number,
  columns: number,
  openCost = OPEN_COST,
): Block[] {
  const table = newTable(rows, columns, openCost);
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      if (row > 0 || column > 0) {
        close(table, scores, row, column);
        leaveOpen(table, row, column);
      }
    }
  }
  return walkBack(table, rows, columns);
}

function newTable(rows: number, columns: number, openCost: number): PathTable {
  const corners = (rows + 1) * (columns + 1);
  const table = {
    width: columns + 1,
    openCost,
    closed: new Float64Array(corners).fill(Number.NEGATIVE_INFINITY),
    open: new Float64Array(corners).fill(Number.NEGATIVE_INFINITY),
    closedStep: new Uint8Array(corners),
    openStep: new Uint8Array(corners),
  };
  table.closed[0] = 0;
  return table;
}

function close(table: PathTable, scores: GapScores, row: number, column: number): void {
  const at = row * table.width + column;
  for (const { step, scores: kind, rows, columns } of SIZES) {
    if (row < rows || column < columns) {
      continue;
    }
    const cell = (row - rows) * (table.width - 1) + column - columns;
    const total = bestOf(table, at - rows * table.width - columns) + (scores[kind][cell] ?? 0);
    if (total > (table.closed[at] ?? 0)) {
      table.closed[at] = total;
      table.closedStep[at] = step;
    }
  }
}

function bestOf({ closed, open }: PathTable, at: number): number {
  return Math.max(closed[at] ?? 0, open[at] ?? 0);
}

function leaveOpen(table: PathTable, row: number, column: number): void {
  const at = row * table.width + column;
  const fromRow = row > 0 ? openedFrom(table, at - table.width) : Number.NEGATIVE_INFINITY;
  const fromColumn = column > 0 ? openedFrom(table, at - 1) : Number.NEGATIVE_INFINITY;
  table.open[at] = Math.max(fromRow, fromColumn);
  table.openStep[at] = fromRow >= fromColumn ? STEP.openRow : STEP.openColumn;
}

function openedFrom({ closed, open, openCost }: PathTable, at: number): number {
  return Math.max(open[at] ?? 0, (closed[at] ?? 0) - openCost);
}

function walkBack(table: PathTable, rows: number, columns: number): Block[] {
  const blocks: Block[] = [];
  let [row, column] = [rows, columns];
  let isOpen = isOpenAt(table, row * table.width + column, 0);
  while (row > 0 || column > 0) {
    const at = row * table.width + column;
    const size = isOpen ? openSize(table.openStep[at]) : sizeOf(table.closedStep[at]);
    row -= size.rows;
    column -= size.columns;
    if (!isOpen) {
      blocks.push({ i: row, j: column, rows: size.rows, columns: size.columns });
    }
    isOpen = isOpenAt(table, row * table.width + column, isOpen ? table.openCost : 0);
  }
  return blocks.reverse();
}

function isOpenAt({ closed, open }: PathTable, at: number, cost: number): boolean {
  return (open[at] ?? 0) >= (closed[at] ?? 0) - cost;
}

function openSize(step: number | undefined): { readonly rows: number; readonly columns: number } {
  return step === STEP.openRow ? { rows: 1, columns: 0 } : { rows: 0, columns: 1 };
}

function sizeOf(step: number | undefined): { readonly rows: number; readonly columns: number } {
  return SIZES.find((size) => size.step === step) ?? SIZES[0];
}
