import { withoutInvisible } from "../../../text/invisible.ts";
import { MAX_BLOCKS } from "../block-text.ts";
import type { Block, Document } from "../document.ts";
import { decodeEntities } from "../entities.ts";
import type { Line } from "../wrapping/line-breaks.ts";
import { unwrapLines } from "../wrapping/unwrap.ts";
import { barColumns, withRows } from "./text-rows.ts";

/** Lines that are looked at, half of them blank at most: more of them are too many blocks, wrapped or not. */
const MAX_LINES = 4 * (MAX_BLOCKS + 1);

/** Line ends of old systems; the last, U+0085, may also be what is left of an ellipsis in windows-1252. */
const RARE_LINE_END = /[\v\f\u0085]/g;
/** What C1 controls are left over from another encoding, and an ellipsis between words. */
const LEFT_CONTROL = /[\u0080-\u0084\u0086-\u009f]|\u0085 /;

const OTHER_LINE_ENDS = ["\r", "\u2028", "\u2029"];

/** Converts CRLF, CR, U+2028 and U+2029 to LF, and rarer line ends in a text that has no other. */
export function unifyLineEnds(text: string): string {
  const unified = OTHER_LINE_ENDS.some((end) => text.includes(end))
    ? text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    : text;
  return unified.includes("\n") || LEFT_CONTROL.test(unified)
    ? unified
    : unified.replaceAll(RARE_LINE_END, "\n");
}

/**
 * Folds each run of white space within a line to one space, and trims the text. Removes control
 * characters and invisible marks, among them those that could reorder neighbouring text.
 */
function foldSpace(text: string): string {
  return withoutInvisible(text)
    .replaceAll(/[[\s\p{Cc}]--[\n]](?:[[\s\p{Cc}]--[\n]]+|(?<! ))/gv, " ")
    .replaceAll(/\n[ \n]*\n/g, "\n\n")
    .trim();
}

/**
 * Plain text as a document: its lines that are not blank, in order; where they are wrapped, its paragraphs. Plain text
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
  const paragraphs = folded.length < MAX_LINES ? unwrapLines(lines) : lines;
  const blocks = withRows(paragraphs.map((line): Block => ({ kind: "paragraph", ...line })));
  return { format: "text", blocks, omitted: [] };
}
