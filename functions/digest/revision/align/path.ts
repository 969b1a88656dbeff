import type { Block } from "./gap.ts";
import { type GapScores, OPEN_COST } from "./gap-scores.ts";

/** How the best way to a corner of the grid came there. */
const STEP = { start: 0, openRow: 1, openColumn: 2, pair: 3, split: 4, merge: 5 } as const;
const SIZES = [
  { step: STEP.pair, scores: "pairs", rows: 1, columns: 1 },
  { step: STEP.split, scores: "splits", rows: 1, columns: 2 },
  { step: STEP.merge, scores: "merges", rows: 2, columns: 1 },
] as const;

/** The best ways to each corner of the grid: one that ends with a block, and one that ends in an open run. */
interface Ways {
  readonly width: number;
  readonly openCost: number;
  readonly closed: Float64Array;
  readonly open: Float64Array;
  readonly closedStep: Uint8Array;
  readonly openStep: Uint8Array;
}

/**
 * The blocks of a grid with the highest score in all that do not cross or overlap, in order; indices count from 0 in the
 * grid. A global alignment with affine gaps (Gotoh, "An improved algorithm for matching biological sequences", 1982), where
 * a longer open run costs no more than a short one: `openCost`. Linear in the cells.
 */
export function heaviestPath(
  scores: GapScores,
  rows: number,
  columns: number,
  openCost = OPEN_COST,
): Block[] {
  const ways = newWays(rows, columns, openCost);
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      if (row > 0 || column > 0) {
        close(ways, scores, row, column);
        leaveOpen(ways, row, column);
      }
    }
  }
  return walkBack(ways, rows, columns);
}

function newWays(rows: number, columns: number, openCost: number): Ways {
  const corners = (rows + 1) * (columns + 1);
  const ways = {
    width: columns + 1,
    openCost,
    closed: new Float64Array(corners).fill(Number.NEGATIVE_INFINITY),
    open: new Float64Array(corners).fill(Number.NEGATIVE_INFINITY),
    closedStep: new Uint8Array(corners),
    openStep: new Uint8Array(corners),
  };
  ways.closed[0] = 0;
  return ways;
}

function close(ways: Ways, scores: GapScores, row: number, column: number): void {
  const at = row * ways.width + column;
  for (const { step, scores: kind, rows, columns } of SIZES) {
    if (row < rows || column < columns) continue;
    const cell = (row - rows) * (ways.width - 1) + column - columns;
    const total = bestOf(ways, at - rows * ways.width - columns) + (scores[kind][cell] ?? 0);
    if (total > (ways.closed[at] ?? 0)) {
      ways.closed[at] = total;
      ways.closedStep[at] = step;
    }
  }
}

function bestOf({ closed, open }: Ways, at: number): number {
  return Math.max(closed[at] ?? 0, open[at] ?? 0);
}

function leaveOpen(ways: Ways, row: number, column: number): void {
  const at = row * ways.width + column;
  const fromRow = row > 0 ? openedFrom(ways, at - ways.width) : Number.NEGATIVE_INFINITY;
  const fromColumn = column > 0 ? openedFrom(ways, at - 1) : Number.NEGATIVE_INFINITY;
  ways.open[at] = Math.max(fromRow, fromColumn);
  ways.openStep[at] = fromRow >= fromColumn ? STEP.openRow : STEP.openColumn;
}

function openedFrom({ closed, open, openCost }: Ways, at: number): number {
  return Math.max(open[at] ?? 0, (closed[at] ?? 0) - openCost);
}

function walkBack(ways: Ways, rows: number, columns: number): Block[] {
  const blocks: Block[] = [];
  let [row, column] = [rows, columns];
  let isOpen = isOpenAt(ways, row * ways.width + column, 0);
  while (row > 0 || column > 0) {
    const at = row * ways.width + column;
    const size = isOpen ? openSize(ways.openStep[at]) : sizeOf(ways.closedStep[at]);
    row -= size.rows;
    column -= size.columns;
    if (!isOpen) blocks.push({ i: row, j: column, rows: size.rows, columns: size.columns });
    isOpen = isOpenAt(ways, row * ways.width + column, isOpen ? ways.openCost : 0);
  }
  return blocks.reverse();
}

function isOpenAt({ closed, open }: Ways, at: number, cost: number): boolean {
  return (open[at] ?? 0) >= (closed[at] ?? 0) - cost;
}

function openSize(step: number | undefined): { readonly rows: number; readonly columns: number } {
  return step === STEP.openRow ? { rows: 1, columns: 0 } : { rows: 0, columns: 1 };
}

function sizeOf(step: number | undefined): { readonly rows: number; readonly columns: number } {
  return SIZES.find((size) => size.step === step) ?? SIZES[0];
}
