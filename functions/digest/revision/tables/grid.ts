import { fold } from "../../text/fold.ts";

/** The cells of a row of a table, empty ones too. */
export type Cells = readonly string[];

/** The sentences of a story, and the cells of those that are rows of a table. */
export interface Body {
  readonly sentences: readonly string[];
  readonly cells: readonly (Cells | undefined)[];
}

/** The rows of a table that follow one another in a story. */
export interface Table {
  /** The sentences before it: its title, or what it belongs to. */
  readonly leads: readonly string[];
  /** Position of the first row among the sentences of its story. */
  readonly at: number;
  readonly rows: readonly Cells[];
}

/** A table with its cells folded for comparison. */
export interface Grid extends Table {
  readonly plain: readonly Cells[];
  readonly width: number;
  /** Whether the first row says what the columns hold. */
  readonly hasHeading: boolean;
}

/** A row with more cells is compared as a sentence. */
const MAX_TABLE_WIDTH = 64;
/** Sentences before a table that may say which it is. */
export const MAX_TABLE_LEADS = 2;
const ASCII = /^[\x20-\x7e]*$/;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const DATE = /^\D{0,12}(?:(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}\b|\d{1,2}\.? \p{L}{3})/u;
const YEAR = /^(?:19|20)\d\d$/;

/** The tables of a story: runs of rows. */
export function tablesIn({ sentences, cells }: Body): readonly Grid[] {
  const tables: { at: number; rows: Cells[]; leads: readonly string[] }[] = [];
  for (const [at, row] of cells.entries()) {
    const last = tables.at(-1);
    if (row !== undefined && last !== undefined && last.at + last.rows.length === at) {
      last.rows.push(row);
    } else if (row !== undefined) {
      tables.push({ at, rows: [row], leads: leadsOf({ sentences, cells }, at) });
    }
  }
  return tables.map(toGrid);
}

/** The sentences right before a table that are no rows of another. */
function leadsOf({ sentences, cells }: Body, at: number): readonly string[] {
  const from = Math.max(0, at - MAX_TABLE_LEADS);
  return sentences.slice(from, at).filter((_, n) => cells[from + n] === undefined);
}

/** The cells of a row, unless it is too wide to be compared as one. */
export function narrow(cells: Cells | undefined): Cells | undefined {
  return cells !== undefined && cells.length <= MAX_TABLE_WIDTH ? cells : undefined;
}

/** A table by its folded cells. */
function toGrid({ at, rows, leads }: Table): Grid {
  const plain = rows.map((row) => row.map(foldCell));
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const grid = { at, rows, leads, plain, width };
  return { ...grid, hasHeading: columnsOf(width).some((column) => isUnderHeading(grid, column)) };
}

/** The same table with its columns as rows. */
export function turned({ at, rows, width, leads }: Grid): Grid {
  return toGrid({ at, leads, rows: columnsOf(width).map((column) => rows.map((row) => row[column] ?? "")) });
}

/** The numbers of as many columns. */
export function columnsOf(width: number): readonly number[] {
  return Array.from({ length: width }, (_, column) => column);
}

/** The folded cells of a column, without the first row. */
export function bodyOf({ plain }: Pick<Grid, "plain">, column: number): Cells {
  return plain.slice(1).map((row) => row[column] ?? "");
}

/** The folded cell of the first row in a column. */
export function headingOf({ plain }: Pick<Grid, "plain">, column: number): string {
  return plain[0]?.[column] ?? "";
}

/** Whether a cell names something: letters, or a year that may head a column. */
export function isNaming(cell: string): boolean {
  return LETTER.test(cell) || YEAR.test(cell);
}

/** Whether a cell is a date, or begins with one. */
export function isDate(cell: string): boolean {
  return DATE.test(cell);
}

/** Whether most cells of a column hold figures. */
export function isFigures(grid: Pick<Grid, "plain">, column: number): boolean {
  return isMost(bodyOf(grid, column), (cell) => DIGIT.test(cell));
}

/** Whether most cells that are not empty are such. */
export function isMost(cells: Cells, isSuch: (cell: string) => boolean): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter(isSuch).length * 2 > filled.length;
}

/** A word over figures, or a year over other cells. */
function isUnderHeading(grid: Pick<Grid, "plain">, column: number): boolean {
  const heading = headingOf(grid, column);
  if (YEAR.test(heading)) {
    return !isMost(bodyOf(grid, column), (cell) => YEAR.test(cell)) && grid.plain.length > 1;
  }
  return LETTER.test(heading) && !DIGIT.test(heading) && isFigures(grid, column);
}

function foldCell(cell: string): string {
  return ASCII.test(cell) ? cell.trim().toLowerCase() : fold(cell);
}
