import { STRUCK, STRUCK_ELEMENTS } from "../block-roles.ts";
import type { Omission } from "../document.ts";
import { readFence } from "./fences.ts";
import {
  addPiece,
  endMarkdown,
  find,
  keepTo,
  MAX_MARKDOWN_OMISSIONS,
  omitTo,
  type Piece,
  type Reading,
} from "./reading.ts";
import { CLOSINGS, endOf, readTag } from "./template-tags.ts";

/** The pieces of a body in order, without what is no text: comments, template tags, attribute lists, scripts. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly omitted: readonly Omission[];
}

/**
 * What is looked at between plain stretches: an escaped character, the fence of a code block, back quotes, and the
 * openings of what Markdown itself does not know. Each repetition is bounded, ends with its line, or excludes its opening.
 */
const MARK = new RegExp(
  [
    String.raw`\\[\s\S]`,
    String.raw`^(?<prefix>(?:[ \t>]|[\-*+] |\d{1,9}[.\)] ){0,40})(?<fence>${"`"}{3,}(?=[^${"`"}\n]*$)|~{3,})[^\n]*`,
    "`+",
    String.raw`^ {0,3}<(?<whole>pre|table|figure)(?=[\s>])`,
    String.raw`^ {0,3}:{3,}[^\n]*`,
    // A file that Python-Markdown sets in, and what it spells out an abbreviation as.
    String.raw`^[ \t]*-{1,2}8<-{1,2}[^\n]*`,
    String.raw`^\*\[[^\[\]\n]{1,100}\]:[^\n]*`,
    String.raw`^import[ \t](?:[^\n]* from )?["'][^\n]*$`,
    String.raw`^export[ \t]+(?:(?:const|default|let)[ \t][^\n]*|[{*][^\n;]* from ["'][^\n]*)$`,
    String.raw`<(?<raw>script|style|svg|iframe|del|strike|s)(?=[\s>])`,
    // Struck text, in one block; a single tilde may lower a figure (`H~2~O`).
    String.raw`(?<struck>~~(?=[^\s~])(?:[^~\n]|\n(?![ \t]*(?:\n|[\-*+>#\|]|\d{1,9}[.\)]))){1,2000}~~)`,
    String.raw`<!--|\{\{|\{%|\{\/\*`,
    // Targets with spaces, and titles without a target, which make no link in Markdown but are meant to.
    String.raw`(?<=\])\((?:(?:https?://|/|#)[^\(\)\n"']*[ \t][^\(\)\n"']*|[ \t]*"[^"\n\)]*")\)`,
    // Attributes and components of MDX.
    String.raw`(?<=\s[\w\-]{1,40})=\{{1,2}[^{}\n]*\}{1,2}`,
    String.raw`</?[A-Z]\w{0,60}(?:\.\w{1,60})+(?:\s[^<>\n]*)?/?>`,
    // Attributes of kramdown, Pandoc and Python-Markdown; in Ruby, `{:a => 1}` is a value.
    String.raw`\{:(?![^{}]{0,300}=>)[^{}]{0,300}\}`,
    String.raw`[ \t]?\{[ \t]?[.#][\p{L}_§][^{}\n]*\}`,
    String.raw`(?<=[\)\]])[ \t]?\{[ \t]?[\w\-]+=[^{}\n]*\}`,
  ].join("|"),
  "gimu",
);

/** Within so many characters, code in a line ends. */
const MAX_CODE_SPAN = 500;
/** Cuts a body into its pieces, in one pass; within an element, tables end only where they are closed. */
export function piecesOf(body: string, isWithin = false): Pieces {
  const lower = body.toLowerCase();
  const reading: Reading = {
    source: body,
    lower: lower.length === body.length ? lower : body,
    pieces: [],
    omitted: [],
    kept: [],
    closings: new Map(isWithin ? [[AFTER_TABLE, body.length + 1]] : []),
    at: 0,
  };
  for (const match of body.matchAll(MARK)) {
    if (match.index >= reading.at) {
      keepTo(reading, match.index);
      readMark(reading, match);
    }
  }
  keepTo(reading, body.length);
  endMarkdown(reading);
  return { pieces: reading.pieces, omitted: reading.omitted };
}

function readMark(reading: Reading, match: RegExpExecArray): void {
  const [mark] = match;
  const { prefix, fence, whole, raw, struck } = match.groups ?? {};
  const end = match.index + mark.length;
  if (fence !== undefined) {
    readFence(reading, { prefix: prefix ?? "", fence, end });
  } else if (whole !== undefined) {
    readWhole(reading, whole.toLowerCase(), end);
  } else if (raw !== undefined) {
    omitElement(reading, raw.toLowerCase(), end);
  } else if (struck !== undefined) {
    omitStruck(reading, end);
  } else if (mark in CLOSINGS) {
    readTag(reading, mark, end);
  } else if (mark.startsWith("`")) {
    keepCodeSpan(reading, mark, end);
  } else {
    reading.kept.push(keptOf(mark));
    reading.at = end;
  }
}

/** What stays of a mark: an escaped character as it stands, the place of a target, nothing else. */
function keptOf(mark: string): string {
  if (mark.startsWith("\\")) {
    return mark;
  }
  return mark.startsWith("(") ? "(#)" : "";
}

/** Code in a line keeps its braces and brackets. */
function keepCodeSpan(reading: Reading, ticks: string, end: number): void {
  const ahead = reading.source.slice(end, end + MAX_CODE_SPAN);
  const closing = new RegExp(`\\n[ \\t]*\\n|(?<!\`)\`{${ticks.length}}(?!\`)`).exec(ahead);
  const isClosed = closing?.[0].startsWith("`") ?? false;
  keepTo(reading, isClosed ? end + (closing?.index ?? 0) + ticks.length : end);
}

function readWhole(reading: Reading, name: string, end: number): void {
  const closing = `</${name}>`;
  const at = find(reading, closing, end);
  if (at !== -1) {
    addPiece(reading, { kind: "html", text: wholeElement(reading, name, end, at) }, at + closing.length);
    return;
  }
  const last = name === "table" ? lastCell(reading, end) : -1;
  if (last > end) {
    addPiece(reading, { kind: "html", text: wholeElement(reading, name, end, last) }, last);
  } else {
    keepTo(reading, end);
  }
}

/** After a blank line, what is neither set in nor a tag. */
const TEXT_AFTER_TABLE = /\n[ \t]*\n(?=[^\s<])/g;
/** Places in {@link Reading} that are no closings: where text follows a table, and where the last row or cell before it ends. */
const AFTER_TABLE = "text";
const TABLE_END = "end";

/** Where a table ends that is never closed: after the last of its cells, which browsers show; -1 if it has none. */
function lastCell({ lower, closings }: Reading, from: number): number {
  if (from >= (closings.get(AFTER_TABLE) ?? from)) {
    TEXT_AFTER_TABLE.lastIndex = from;
    const limit = TEXT_AFTER_TABLE.exec(lower)?.index ?? lower.length;
    const last = lower.slice(from, limit).lastIndexOf("</t");
    closings.set(AFTER_TABLE, limit);
    closings.set(TABLE_END, last === -1 ? -1 : lower.indexOf(">", from + last) + 1);
  }
  return closings.get(TABLE_END) ?? -1;
}

/** An element without the template tags and comments within it, but for preformatted text, which is code. */
function wholeElement(reading: Reading, name: string, start: number, end: number): string {
  const opening = reading.source.slice(reading.at, start);
  const inside = reading.source.slice(start, end);
  if (name === "pre") {
    return `${opening}${inside}</pre>`;
  }
  const { pieces, omitted } = piecesOf(inside, true);
  reading.omitted.push(...omitted.slice(0, MAX_MARKDOWN_OMISSIONS - reading.omitted.length));
  return `${opening}${pieces.map(({ text }) => text).join("\n")}</${name}>`;
}

/** Omits an element; of one that never ends, its tag. */
function omitElement(reading: Reading, name: string, end: number): void {
  const closing = `</${name}>`;
  const after = endOf(reading, closing, end) ?? endOf(reading, ">", end) ?? end;
  if (STRUCK_ELEMENTS.has(name)) {
    omitStruck(reading, after);
  } else {
    omitTo(reading, after, name);
  }
}

/** Omits struck text, and the space before it where a mark follows. */
function omitStruck(reading: Reading, end: number): void {
  if (/[,.;:!?)]/.test(reading.source.charAt(end))) {
    reading.kept.push((reading.kept.pop() ?? "").trimEnd());
  }
  omitTo(reading, end, STRUCK);
}
