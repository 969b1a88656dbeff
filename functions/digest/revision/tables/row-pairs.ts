import type { IndexPair } from "../align/chain.ts";
import { bodyOf, type Grid, headingOf } from "./grid.ts";
import type { RowMatch } from "./match-rows.ts";
import type { TablePair } from "./match-tables.ts";

/** Two cells in one place of two versions of a table. */
export interface CellPair {
  readonly before: string;
  readonly after: string;
  /** What the cells are about: their row, and their column where the row has several. Empty where nothing says it. */
  readonly label: string;
  /** Whether the cells are a slot whatever of them is kept; a key is none, as it says what the row is about. */
  readonly isSlot: boolean;
  /** Whether a name may be told: not in a heading, in a column of a few recurring words, or where cells of the row moved along. */
  readonly mayName: boolean;
}

/** The changed cells of two versions of a row, or of a turned table. */
export interface RowPair {
  readonly cells: readonly CellPair[];
  /** Cells of a column that the other version has not. */
  readonly hasOtherColumns: boolean;
}

/** A longer cell is a sentence, and labels nothing. */
const MAX_ROW_LABEL = 60;
/** A column of fewer different cells than this share of its cells holds states or types. */
const MIN_VARIED = 0.7;
/** Rows from which that can be said. */
const MIN_ROWS = 4;
/** Columns beside the key of which one needs no heading. */
const ONE = 1;

/** Reads the changed cells of two rows of a table with these columns, as often as it is asked. */
export function cellsOf(
  [before, after]: TablePair,
  columns: readonly IndexPair[],
  { keys, counters }: RowMatch,
): (rows: IndexPair) => RowPair {
  const told = columns.filter((pair) => !counters.includes(pair));
  const values = told.filter((pair) => !keys.includes(pair));
  const hasHeading = before.hasHeading && after.hasHeading;
  const named = new Set(told.filter(([c, d]) => isVaried(before, c) && isVaried(after, d)));
  const [known, knownAfter] = [new Set(columns.map(([c]) => c)), new Set(columns.map(([, d]) => d))];
  return ([i, j]) => {
    const [row, rowAfter] = [before.rows[i] ?? [], after.rows[j] ?? []];
    const isHead = (hasHeading || values.length > ONE) && i === 0 && j === 0;
    const label = keys.map(([, d]) => rowAfter[d] ?? "").find((cell) => cell !== "") ?? "";
    const labelIn = (d: number) => {
      const heading = hasHeading && !isHead && values.length > ONE ? headingOf({ plain: after.rows }, d) : "";
      return [label, heading].filter((part) => part !== "" && part.length <= MAX_ROW_LABEL).join(", ");
    };
    return {
      cells: told.flatMap((pair) => {
        const [c, d] = pair;
        const [a, b] = [row[c] ?? "", rowAfter[d] ?? ""];
        const hasMoved = row.includes(b) || rowAfter.includes(a);
        const mayName = !isHead && named.has(pair) && !hasMoved;
        return a === b
          ? []
          : [{ before: a, after: b, label: labelIn(d), isSlot: !keys.includes(pair), mayName }];
      }),
      hasOtherColumns: hasOther(row, known) || hasOther(rowAfter, knownAfter),
    };
  };
}

function hasOther(row: readonly string[], known: ReadonlySet<number>): boolean {
  return row.some((cell, column) => cell !== "" && !known.has(column));
}

function isVaried(table: Grid, column: number): boolean {
  const cells = bodyOf(table, column).filter((cell) => cell !== "");
  return cells.length < MIN_ROWS || new Set(cells).size >= MIN_VARIED * cells.length;
}
