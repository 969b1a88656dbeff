import { piecesOf } from "../../functions/digest/publish/wording/line-pieces.ts";
import { columnsOf } from "../../functions/digest/text/columns.ts";

/** Words of one style. */
export interface Piece<Style> {
  readonly text: string;
  readonly style: Style;
}

/** How a passage is laid out: what stands before its first line, and before the others. */
export interface Margins<Style> {
  readonly first: readonly Piece<Style>[];
  readonly hanging: string;
  /** Columns of a line, with the margins. */
  readonly width: number;
}

interface Cell<Style> {
  readonly text: string;
  readonly style: Style;
  readonly columns: number;
}

/** Fewer columns than this hold no word: a narrower terminal breaks the lines itself. */
const LEAST_COLUMNS = 10;

/** The widest character, or emoji of several. */
const WIDEST = 2;

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Breaks pieces into lines of at most so many columns, between words or wide characters; a word that is wider than a line
 * is cut. No line ends with a blank. Linear in the text.
 */
export function wrapPieces<Style>(
  pieces: readonly Piece<Style>[],
  plain: Style,
  { first, hanging, width }: Margins<Style>,
): readonly (readonly Piece<Style>[])[] {
  const columns = Math.max(LEAST_COLUMNS, width - hanging.length);
  return wrapCells(pieces.flatMap(cellsOf), columns).map((line, at) => [
    ...(at === 0 ? first : [{ text: hanging, style: plain }]),
    ...joined(line),
  ]);
}

function cellsOf<Style>({ text, style }: Piece<Style>): readonly Cell<Style>[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => {
    return { text: segment, style, columns: Math.min(WIDEST, columnsOf(segment)) };
  });
}

function wrapCells<Style>(
  cells: readonly Cell<Style>[],
  columns: number,
): readonly (readonly Cell<Style>[])[] {
  const lines: (readonly Cell<Style>[])[] = [];
  let [start, width, breakAt] = [0, 0, 0];
  for (const [at, cell] of cells.entries()) {
    if (at > start && mayBreak(cells[at - 1], cell)) {
      breakAt = at;
    }
    width += cell.columns;
    if (width > columns && cell.text !== " " && at > start) {
      const end = breakAt > start ? breakAt : at;
      lines.push(withoutLastBlank(cells.slice(start, end)));
      start = end;
      width = cells.slice(end, at + 1).reduce((sum, one) => sum + one.columns, 0);
    }
  }
  return [...lines, withoutLastBlank(cells.slice(start))];
}

function mayBreak<Style>(before: Cell<Style> | undefined, after: Cell<Style>): boolean {
  if (before === undefined || before.text === " ") {
    return true;
  }
  return after.text !== " " && piecesOf(before.text + after.text).length > 1;
}

function withoutLastBlank<Style>(line: readonly Cell<Style>[]): readonly Cell<Style>[] {
  return line.at(-1)?.text === " " ? line.slice(0, -1) : line;
}

/** Neighbours of one style as one piece, so that a style begins and ends once. */
function joined<Style>(cells: readonly Cell<Style>[]): readonly Piece<Style>[] {
  const pieces: Piece<Style>[] = [];
  for (const { text, style } of cells) {
    const last = pieces.at(-1);
    if (last !== undefined && last.style === style) {
      pieces[pieces.length - 1] = { style, text: last.text + text };
    } else {
      pieces.push({ text, style });
    }
  }
  return pieces;
}
