import { foldBlockText, MAX_BLOCKS } from "../block-text.ts";
import type { Block } from "../document.ts";
import { barColumns, withRows } from "./text-rows.ts";

/** Lines that are looked at; a text with more is not taken for a wrapped one, and has too many blocks. */
const MAX_PLAIN_LINES = 4 * (MAX_BLOCKS + 1);

/** Wire copy is wrapped at a width between these, in characters. */
const WRAPPED = { shortest: 45, longest: 100 } as const;

/**
 * The paragraphs of a plain text in a field: its lines; of a text that is wrapped at a fixed width, what stands between blank
 * lines.
 */
export function plainBlocks(text: string): readonly Block[] {
  const lines = barColumns(text)
    .split(/\r\n?|[\n\u0085\u2028\u2029]/, MAX_PLAIN_LINES)
    .map(foldBlockText);
  const paragraphs = lines.length < MAX_PLAIN_LINES && isWrapped(lines) ? joined(lines) : lines;
  const blocks = paragraphs
    .filter((line) => line !== "")
    .slice(0, MAX_BLOCKS + 1)
    .map((line): Block => ({ kind: "paragraph", text: line }));
  return withRows(blocks);
}

function isWrapped(lines: readonly string[]): boolean {
  const inside = lines.filter((line, index) => line !== "" && (lines[index + 1] ?? "") !== "");
  const full = inside.filter(({ length }) => length >= WRAPPED.shortest);
  return (
    full.length >= 3 &&
    full.length * 3 >= inside.length * 2 &&
    lines.every(({ length }) => length <= WRAPPED.longest)
  );
}

function joined(lines: readonly string[]): readonly string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === "") {
      paragraphs.push([]);
    } else {
      paragraphs.at(-1)?.push(line);
    }
  }
  return paragraphs.map((paragraph) => paragraph.join(" "));
}
