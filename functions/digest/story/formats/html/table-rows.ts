import { rowOfFolded } from "../lists-and-rows.ts";
import type { Candidate } from "./page.ts";

/** A cell with more than this is no cell of a table but part of a layout. */
const MAX_CELL = 300;
const MAX_PIECES = 4;
/** Pieces of a row; further ones stand for themselves. */
const MAX_ROW = 1_000;

interface Row {
  readonly cells: Candidate[][];
  pieces: number;
}

const NO_ROW: Row = { cells: [], pieces: 0 };

/** Gathers the cells of the open table rows. A row of a table used for layout gives its pieces back as they are. */
export class TableRows {
  readonly #open: Row[] = [];

  open(): void {
    this.#open.push({ cells: [], pieces: 0 });
  }

  cell(): void {
    this.#open.at(-1)?.cells.push([]);
  }

  /** Whether a piece of text belongs to an open cell, which then keeps it. */
  take(piece: Candidate): boolean {
    const row = this.#open.at(-1);
    const cell = row?.cells.at(-1);
    if (row === undefined || cell === undefined || row.pieces === MAX_ROW) {
      return false;
    }
    row.pieces += 1;
    cell.push(piece);
    return true;
  }

  /** The pieces of the innermost row, which ends: one if it is a row of data. An outer row takes them. */
  close(): Candidate[] {
    const cells = (this.#open.pop() ?? NO_ROW).cells.filter((cell) => cell.length > 0);
    const row = isData(cells) ? [joined(cells)] : cells.flat();
    return row.filter((piece) => !this.take(piece));
  }
}

/** Whether these cells, of which none is empty, are of a table that tells something. */
function isData(cells: readonly (readonly Candidate[])[]): boolean {
  return (
    cells.length > 1 &&
    cells.every(
      (cell) =>
        cell.length <= MAX_PIECES &&
        cell.every(({ text, kind }) => text.length <= MAX_CELL && kind !== "code" && kind !== "table row"),
    )
  );
}

function joined(cells: readonly (readonly Candidate[])[]): Candidate {
  const [row] = rowOfFolded(cells.map(textOf));
  let linked = 0;
  for (const cell of cells) {
    for (const piece of cell) {
      linked += piece.linked;
    }
  }
  return {
    ...(row ?? { kind: "table row", text: "" }),
    linked,
    element: cells[0]?.[0]?.element ?? 0,
    level: 0,
    names: "",
  };
}

function textOf(cell: readonly Candidate[]): string {
  return cell.length === 1 ? (cell[0]?.text ?? "") : cell.map(({ text }) => text).join(" ");
}
