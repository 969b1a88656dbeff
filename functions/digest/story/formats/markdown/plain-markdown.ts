import type { Block } from "../document.ts";
import { decodeEntities, foldLines } from "./inline-text.ts";

const HAS_MARKUP = /[*_`~[\]<\\&]/;
/** Each pattern excludes its own opening, so that none is read twice. */
const IMAGE = /!\[[^[\]]*\](?:\([^()\n]*\)|\[[^[\]]*\])/g;
const LINK = /\[([^[\]]*)\](?:\([^()\n]*\)|\[[^[\]]*\])/g;
const TAG = /<\/?[a-zA-Z!][^<>]*>/g;
const EMPHASIS = /[*`]+|~~+|(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu;
const FOOTNOTE_MARK = /\[\^[^[\]\s]{1,100}\]/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** The text of Markdown that is too long or too tangled for the lexer: the usual marks are dropped, one kind after the other. */
export function plainInline(source: string): string {
  if (!HAS_MARKUP.test(source)) {
    return foldLines(source);
  }
  const text = source
    .replaceAll(FOOTNOTE_MARK, "")
    .replaceAll(IMAGE, "")
    .replaceAll(LINK, "$1")
    .replaceAll(TAG, "")
    .replaceAll(EMPHASIS, "")
    .replaceAll(ESCAPE, "$1");
  return foldLines(decodeEntities(text));
}

/** After so many blocks the rest of a text is one. */
const MAX_PLAIN_BLOCKS = 20_000;
/** Where a block of Markdown begins at the latest: after a blank line, or before the mark of a list item, heading or row. */
const BREAK = /\n(?:[ \t]*\n|(?=[ \t]{0,200}(?:[-*+>]|\d{1,9}[.)]|#{1,6})[ \t>])|(?=\|))/g;
const MARKS = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s))+/;

/** Markdown read without a lexer, as list items, rows, headings, quotations and paragraphs by the mark at their start. */
export function plainBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const match of markdown.matchAll(BREAK)) {
    if (blocks.length >= MAX_PLAIN_BLOCKS) {
      break;
    }
    blocks.push(...plainBlock(markdown.slice(start, match.index)));
    start = match.index + match[0].length;
  }
  blocks.push(...plainBlock(markdown.slice(start)));
  return blocks;
}

function plainBlock(source: string): Block[] {
  const marks = MARKS.exec(source)?.[0] ?? "";
  const rest = source.slice(marks.length);
  if (rest.startsWith("|")) {
    return plainRow(rest);
  }
  const text = plainInline(rest);
  return text === "" || !/[\p{L}\p{N}]/u.test(text) ? [] : [{ kind: kindOf(marks.trim()), text }];
}

function kindOf(marks: string): Block["kind"] {
  if (marks.endsWith("#")) {
    return "heading";
  }
  if (marks.endsWith(">")) {
    return "quotation";
  }
  return marks === "" ? "paragraph" : "list item";
}

function plainRow(source: string): Block[] {
  const cells = plainInline(source)
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => cell.trim());
  return rowBlock(cells);
}

/** A row of a table, labelled by its first cell; none if it says nothing. */
export function rowBlock(cells: readonly string[]): Block[] {
  if (!cells.some((cell) => /[^\s:-]/.test(cell))) {
    return [];
  }
  const text = foldLines(cells.join(" | "));
  const label = cells[0] ?? "";
  return [{ kind: "table row", text, ...(label !== "" && { label }) }];
}
