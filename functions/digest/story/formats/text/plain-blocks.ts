import { foldBlockText, MAX_BLOCKS } from "../block-text.ts";
import type { Block } from "../document.ts";
import { unwrapLines } from "../wrapping/unwrap.ts";
import { barColumns, withRows } from "./text-rows.ts";

/** Lines that are looked at; a text with more is not taken for a wrapped one, and has too many blocks. */
const MAX_PLAIN_LINES = 4 * (MAX_BLOCKS + 1);

/** The paragraphs of a plain text in a field: its lines; where they are wrapped at a width, what they make up. */
export function plainBlocks(text: string): readonly Block[] {
  const all = barColumns(text)
    .split(/\r\n?|[\n\u0085\u2028\u2029]/, MAX_PLAIN_LINES)
    .map(foldBlockText);
  const lines = all.flatMap((line, index) =>
    line === "" ? [] : [{ text: line, blankAfter: (all[index + 1] ?? "") === "" }],
  );
  const paragraphs = all.length < MAX_PLAIN_LINES ? unwrapLines(lines) : lines;
  return withRows(
    paragraphs.slice(0, MAX_BLOCKS + 1).map(({ text: own }) => ({ kind: "paragraph", text: own })),
  );
}
