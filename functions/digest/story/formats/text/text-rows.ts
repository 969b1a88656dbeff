import type { Block } from "../document.ts";
import { rowOfFolded } from "../lists-and-rows.ts";

/** Columns set apart by more than one blank are a table only in as many lines; with tabs, two are enough. */
const MIN_LINES = { blanks: 3, tabs: 2 } as const;
/** Fewer cells than these may be a list: a mark, and what it marks. */
const MIN_CELLS = 3;
const HAS_COLUMNS = /\t|\S[^\S\n]{2,100}\S/;
const ENDS_CLAUSE = /[.!?:;,…。！？：；，]$/;
const LIST_MARK = /^(?:[^\p{L}\p{N}]{1,3}|[(]?(?:\p{N}{1,3}|\p{L}|[ivxIVX]{1,5})[.)])$/u;

/**
 * A text in which the columns of tables are parted by bars: in lines that follow one another and have as many columns, parted by
 * tabs or several blanks. Blanks after a stop or a list mark part no columns. Linear in the text.
 */
export function barColumns(text: string): string {
  if (!HAS_COLUMNS.test(text)) {
    return text;
  }
  const lines = text.split("\n");
  const tabs = text.includes("\t")
    ? barRuns(lines, (line) => (line.includes("\t") ? line.trimEnd().split("\t") : []), MIN_LINES.tabs)
    : lines;
  return barRuns(tabs, (line) => line.trim().split(/[^\S\n]{2,}/), MIN_LINES.blanks).join("\n");
}

/** The lines with those of tables joined by bars. */
function barRuns(
  lines: readonly string[],
  cellsIn: (line: string) => readonly string[],
  minLines: number,
): readonly string[] {
  const cells = lines.map((line) => (HAS_COLUMNS.test(line) ? columnsOf(cellsIn(line)) : []));
  return runsOf(cells).flatMap(({ from, to, width }) =>
    width > 1 && to - from >= minLines
      ? cells.slice(from, to).map((row) => row.join(" | "))
      : lines.slice(from, to),
  );
}

/** Cells of a table, or none. */
function columnsOf(cells: readonly string[]): readonly string[] {
  const texts = cells.map((cell) => cell.trim());
  const isProse = texts
    .slice(0, -1)
    .some((text, n) => ENDS_CLAUSE.test(text) && !(n === 0 && LIST_MARK.test(text)));
  const isListed = texts.length < MIN_CELLS && LIST_MARK.test(texts[0] ?? "");
  return isProse || isListed || texts.filter((text) => text !== "").length < 2 ? [] : texts;
}

interface Run {
  readonly from: number;
  to: number;
  readonly width: number;
}

/** Lines that follow one another with as many cells. */
function runsOf(cells: readonly (readonly string[])[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, { length }] of cells.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.width === length) {
      last.to = at + 1;
    } else {
      runs.push({ from: at, to: at + 1, width: length });
    }
  }
  return runs;
}

/** Lines of which two or more that follow one another have as many cells, parted by bars, are rows of a table. */
export function withRows(lines: readonly Block[]): readonly Block[] {
  const cells = lines.map(({ text }) =>
    text.includes(" | ")
      ? withoutSideBars(text)
          .split("|")
          .map((cell) => cell.trim())
      : [],
  );
  return runsOf(cells).flatMap(({ from, to, width }) =>
    lines.slice(from, to).map((line, n) => {
      const [row] = width > 1 && to - from > 1 ? rowOfFolded(cells[from + n] ?? []) : [];
      return row === undefined ? line : { ...line, ...row };
    }),
  );
}

/** "| North | 4 |": bars at both ends part no cells. */
function withoutSideBars(line: string): string {
  return line.startsWith("|") && line.endsWith("|") ? line.slice(1, -1) : line;
}
