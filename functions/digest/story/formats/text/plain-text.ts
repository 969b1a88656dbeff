import { INVISIBLE, MAX_BLOCKS } from "../block-text.ts";
import type { Block, Document } from "../document.ts";
import { decodeEntities } from "../entities.ts";
import { barColumns, withRows } from "./text-rows.ts";

/** Lines that are looked at, half of them blank at most: more of them are too many blocks, wrapped or not. */
const MAX_LINES = 4 * (MAX_BLOCKS + 1);

/** A line of a text file, with white space folded; never empty. */
interface Line {
  readonly text: string;
  /** Whether the next line of the file is blank, or there is none. */
  readonly blankAfter: boolean;
}

/** Converts CRLF, CR, U+2028 and U+2029 to LF. */
export function unifyLineEnds(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n");
}

/**
 * Folds each run of white space within a line to one space, and trims the text. Removes control characters,
 * and the bidirectional controls that could reorder neighbouring text; keeps joiners and the marks of
 * right-to-left scripts.
 */
function foldSpace(text: string): string {
  return text
    .replaceAll(/[[\s\p{Cc}]--[\n]]{2,}|[[\s\p{Cc}]--[ \n]]/gv, " ")
    .replaceAll(INVISIBLE, "")
    .replaceAll(/\n[ \n]*\n/g, "\n\n")
    .trim();
}

/**
 * Plain text as a document: its lines that are not blank, in order; for hard-wrapped text, its paragraphs. Plain text
 * states nothing about itself: headline and byline are found by the frame. A character reference that an export left in
 * the text (`&rsquo;`) is the mark it stands for.
 */
export function readPlainText(text: string): Document {
  const folded = foldSpace(barColumns(decodeEntities(text))).split("\n", MAX_LINES);
  const lines: Line[] = [];
  for (const [index, line] of folded.entries()) {
    const trimmed = line.trim();
    if (trimmed !== "") {
      lines.push({ text: trimmed, blankAfter: (folded[index + 1] ?? "").trim() === "" });
    }
  }
  const rows = withRows(lines.map(toBlock));
  const prose = rows.filter(({ kind }) => kind !== "table row");
  const isWrapped = folded.length < MAX_LINES && isHardWrapped(prose);
  return { format: "text", blocks: isWrapped ? unwrap(rows) : rows, omitted: [] };
}

function toBlock({ text, blankAfter }: Line): Block {
  return { kind: "paragraph", text, blankAfter };
}

const MIN_WRAPPED_LINES = 6;
const WRAP_WIDTH = { shortest: 50, longest: 100 } as const;

/** Email and wire copy: no line is wider than a screen, and most continue on the next. */
function isHardWrapped(lines: readonly Block[]): boolean {
  const full = lines.filter(
    (line) =>
      line.blankAfter !== true && line.text.length >= WRAP_WIDTH.shortest && !/[.!?:…”"]$/.test(line.text),
  );
  return (
    lines.length >= MIN_WRAPPED_LINES &&
    full.length * 2 >= lines.length &&
    lines.every((line) => line.text.length <= WRAP_WIDTH.longest)
  );
}

function unwrap(lines: readonly Block[]): readonly Block[] {
  const paragraphs: { parts: string[]; line: Block }[] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (isOpen && last !== undefined && line.kind !== "table row") {
      last.parts.push(line.text);
      last.line = line;
    } else {
      paragraphs.push({ parts: [line.text], line });
    }
    isOpen = line.blankAfter !== true && line.kind !== "table row";
  }
  return paragraphs.map(({ parts, line }) => ({ ...line, text: parts.join(" ") }));
}
