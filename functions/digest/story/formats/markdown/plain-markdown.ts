import type { Block } from "../document.ts";
import { rowOf } from "../lists-and-rows.ts";

/** What is dropped; a repetition excludes its own opening, so that none is read twice. */
const DROPPED = [
  String.raw`!\[[^\[\]\n]*\]\([^()\n]*\)`,
  String.raw`(?<![^\n])\[\^[^\[\]\s]{1,100}\]:`,
  String.raw`\[\^[^\[\]\s]{1,100}\]`,
  String.raw`(?=\()(?<=\])\([^()\n]*\)`,
  "</?[a-zA-Z!][^<>]*>",
  "[*`\\\\[\\]]+",
  String.raw`~~[^~\n]*~~`,
  "~~+",
  String.raw`(?=_)(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])`,
];
const MARKUP = new RegExp(DROPPED.join("|"), "gu");
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": " ",
};

/** The text of Markdown that is too long or too tangled for the lexer: all that may be a mark is dropped. */
export function plainInline(source: string): string {
  const text = source.replaceAll(MARKUP, "").replaceAll(ENTITY, (entity) => ENTITIES[entity] ?? "'");
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

/** After so many blocks the rest of a text is cut into paragraphs of this length. */
const MAX_PLAIN_BLOCKS = 5000;
const LONG_PARAGRAPH = 20_000;
/** Where a block of Markdown begins at the latest: after a blank line, or before the mark of a list item, heading or row. */
const BREAK = /\n(?:[ \t]*\n|(?=[ \t]{0,200}(?:[-*+>]|\d{1,9}[.)]|#{1,6})[ \t>])|(?=\|))/g;
const MARKS = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s))+/;

type ReadText = (source: string) => string;

/** Markdown read without a lexer, as list items, rows, headings, quotations and paragraphs by the mark at their start. */
export function plainBlocks(markdown: string, read: ReadText = plainInline): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const match of markdown.matchAll(BREAK).take(MAX_PLAIN_BLOCKS)) {
    blocks.push(...plainBlock(markdown.slice(start, match.index), read));
    start = match.index + match[0].length;
  }
  for (let end = start; start < markdown.length; start = end) {
    end = endOfParagraph(markdown, start);
    blocks.push(...plainBlock(markdown.slice(start, end), read));
  }
  return blocks;
}

function endOfParagraph(text: string, start: number): number {
  const longest = text.slice(start, start + LONG_PARAGRAPH);
  const lineEnd = start + longest.length === text.length ? -1 : longest.lastIndexOf("\n");
  return start + (lineEnd > 0 ? lineEnd : longest.length);
}

function plainBlock(source: string, read: ReadText): Block[] {
  const marks = MARKS.exec(source)?.[0] ?? "";
  const rest = source.slice(marks.length);
  if (rest.startsWith("|")) {
    return plainRow(rest);
  }
  const text = read(rest);
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
  return [...rowOf(cells)];
}
