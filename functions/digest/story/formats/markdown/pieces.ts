import type { Omission } from "../document.ts";

/** A stretch of a body: Markdown, code as it stands, or HTML that must be read in one go. */
export interface Piece {
  readonly kind: "markdown" | "code" | "html";
  readonly text: string;
}

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
    String.raw`^import[ \t](?:[^\n]* from )?["'][^\n]*$`,
    String.raw`^export[ \t]+(?:const|default|let)[ \t][^\n]*$`,
    String.raw`<(?<raw>script|style|svg|iframe)(?=[\s>])`,
    String.raw`<!--|\{\{|\{%|\{\/\*`,
    // Targets with spaces, and titles without a target, which make no link in Markdown but are meant to.
    String.raw`(?<=\])\((?:(?:https?://|/|#)[^\(\)\n"']*[ \t][^\(\)\n"']*|[ \t]*"[^"\n\)]*")\)`,
    // Attributes and components of MDX.
    String.raw`(?<=\s[\w\-]{1,40})=\{{1,2}[^{}\n]*\}{1,2}`,
    String.raw`</?[A-Z]\w{0,60}(?:\.\w{1,60})+(?:\s[^<>\n]*)?/?>`,
    String.raw`\{:[^{}\n]*\}`,
    String.raw`[ \t]?\{[.#][\p{L}_][^{}\n]*\}`,
    String.raw`(?<=[\)\]])\{[\w\-]+=[^{}\n]*\}`,
  ].join("|"),
  "gimu",
);

const CLOSINGS: Readonly<Record<string, string>> = { "<!--": "-->", "{{": "}}", "{%": "%}", "{/*": "*/}" };
/** Tags of templates that enclose code, text as it stands, or a comment. */
const ENCLOSING = /^\{%-?\s{0,9}(highlight|raw|verbatim|comment)\b/;
/** A template tag is no longer than this, and holds no blank line: braces in prose may never close. */
const MAX_TAG = 5000;
/** Fences that are longer than this are taken for this long. */
const MAX_FENCE = 12;
/** Within so many characters, code in a line ends. */
const MAX_CODE_SPAN = 500;
/** So many omissions are named; a source with more is not written by people. */
const MAX_OMISSIONS = 1000;

interface Reading {
  readonly source: string;
  /** For closings in any case; the same length as the source. */
  readonly lower: string;
  readonly pieces: Piece[];
  readonly omitted: Omission[];
  /** Markdown since the last piece. */
  readonly kept: string[];
  /** Where each closing stands next: it is searched for once between two of its places. */
  readonly closings: Map<string, number>;
  at: number;
}

/** Cuts a body into its pieces, in one pass. */
export function piecesOf(body: string): Pieces {
  const lower = body.toLowerCase();
  const reading: Reading = {
    source: body,
    lower: lower.length === body.length ? lower : body,
    pieces: [],
    omitted: [],
    kept: [],
    closings: new Map(),
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
  const { prefix, fence, whole, raw } = match.groups ?? {};
  const end = match.index + mark.length;
  if (fence !== undefined) {
    readFence(reading, { prefix: prefix ?? "", fence, end });
  } else if (whole !== undefined) {
    readWhole(reading, whole.toLowerCase(), end);
  } else if (raw !== undefined) {
    omitElement(reading, raw.toLowerCase(), end);
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

function keepTo(reading: Reading, end: number): void {
  if (end > reading.at) {
    reading.kept.push(reading.source.slice(reading.at, end));
    reading.at = end;
  }
}

function endMarkdown(reading: Reading): void {
  const text = reading.kept.join("");
  reading.kept.length = 0;
  if (text.trim() !== "") {
    reading.pieces.push({ kind: "markdown", text });
  }
}

function addPiece(reading: Reading, piece: Piece, end: number): void {
  endMarkdown(reading);
  reading.pieces.push(piece);
  reading.at = end;
}

function omitTo(reading: Reading, end: number, reason: string): void {
  if (reading.omitted.length < MAX_OMISSIONS) {
    reading.omitted.push({ reason, text: reading.source.slice(reading.at, end) });
  }
  reading.at = end;
}

function find(reading: Reading, closing: string, from: number): number {
  const known = reading.closings.get(closing);
  if (known !== undefined && (known >= from || known === -1)) {
    return known;
  }
  const found = reading.lower.indexOf(closing, from);
  reading.closings.set(closing, found);
  return found;
}

interface Fence {
  readonly prefix: string;
  readonly fence: string;
  /** Where its line ends. */
  readonly end: number;
}

/** Code at the margin is a piece; in a list or a quotation it stays there, untouched. What never closes ends with its container. */
function readFence(reading: Reading, { prefix, fence, end }: Fence): void {
  const start = Math.min(end + 1, reading.source.length);
  const container = endOfContainer(reading, prefix, start);
  const close = closingFence(reading, fence, start);
  const isClosed = close !== undefined && close.at < container;
  const after = isClosed ? close.end : container;
  if (isAtMargin(reading, prefix, start)) {
    addPiece(
      reading,
      { kind: "code", text: reading.source.slice(start, isClosed ? close.at : container) },
      after,
    );
  } else {
    keepTo(reading, after);
  }
}

interface Close {
  readonly at: number;
  readonly end: number;
}

/** The next line that may close a fence. Where none does, none further down does: each is searched for once. */
function closingFence(reading: Reading, fence: string, from: number): Close | undefined {
  const key = fence.slice(0, MAX_FENCE);
  const known = reading.closings.get(key);
  if (known === -1) {
    return undefined;
  }
  const closing = new RegExp(
    `^[ \\t>]{0,40}${fence.charAt(0)}{${Math.min(fence.length, MAX_FENCE)},}[ \\t]*$`,
    "gm",
  );
  closing.lastIndex = Math.max(from, known ?? 0);
  const found = closing.exec(reading.source);
  reading.closings.set(key, found?.index ?? -1);
  return found === null ? undefined : { at: found.index, end: found.index + found[0].length };
}

/** Whether the code below a fence stands in no list or quotation: a fence may be set in a little more than its code. */
function isAtMargin(reading: Reading, prefix: string, from: number): boolean {
  return /^ {0,3}$/.test(prefix) && (prefix === "" || /\S/.test(reading.source.charAt(from)));
}

/** A quotation ends at the first line without its mark, a list item at the next line that begins at the margin. */
function endOfContainer(reading: Reading, prefix: string, from: number): number {
  if (isAtMargin(reading, prefix, from)) {
    return reading.source.length;
  }
  const end = prefix.includes(">") ? /^(?![ \t]{0,20}>)/gm : /^(?=\S)/gm;
  end.lastIndex = from;
  return end.exec(reading.source)?.index ?? reading.source.length;
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
  if (at === -1) {
    keepTo(reading, end);
  } else {
    addPiece(reading, { kind: "html", text: wholeElement(reading, name, end, at) }, at + closing.length);
  }
}

/** An element without the template tags and comments within it, but for preformatted text, which is code. */
function wholeElement(reading: Reading, name: string, start: number, end: number): string {
  const opening = reading.source.slice(reading.at, start);
  const inside = reading.source.slice(start, end);
  if (name === "pre") {
    return `${opening}${inside}</pre>`;
  }
  const { pieces, omitted } = piecesOf(inside);
  reading.omitted.push(...omitted.slice(0, MAX_OMISSIONS - reading.omitted.length));
  return `${opening}${pieces.map(({ text }) => text).join("\n")}</${name}>`;
}

function omitElement(reading: Reading, name: string, end: number): void {
  const closing = `</${name}>`;
  const at = find(reading, closing, end);
  omitTo(reading, at === -1 ? end : at + closing.length, name);
}

function readTag(reading: Reading, opening: string, end: number): void {
  const closing = CLOSINGS[opening] ?? "";
  const isComment = opening === "<!--" || opening === "{/*";
  const after = isComment ? endOf(reading, closing, end) : endOfTag(reading, closing, end);
  if (after === undefined) {
    keepTo(reading, end);
    return;
  }
  const enclosing = ENCLOSING.exec(reading.source.slice(reading.at, end + 20))?.[1];
  if (enclosing === undefined) {
    omitTo(reading, after, isComment ? "comment" : "template tag");
  } else {
    readEnclosed(reading, enclosing, after);
  }
}

function endOf(reading: Reading, closing: string, from: number): number | undefined {
  const at = find(reading, closing, from);
  return at === -1 ? undefined : at + closing.length;
}

function endOfTag(reading: Reading, closing: string, from: number): number | undefined {
  const end = endOf(reading, closing, from);
  const blank = find(reading, "\n\n", from);
  const isTag = end !== undefined && end - from <= MAX_TAG && (blank === -1 || blank >= end);
  return isTag ? end : undefined;
}

/** What two tags of a template enclose: code, text as it stands, or a comment. */
function readEnclosed(reading: Reading, name: string, start: number): void {
  const ending = find(reading, `end${name}`, start);
  const after = ending === -1 ? -1 : find(reading, "%}", ending);
  if (after === -1) {
    omitTo(reading, start, "template tag");
    return;
  }
  const inside = reading.source.slice(start, reading.source.lastIndexOf("{%", ending));
  if (name === "comment") {
    omitTo(reading, after + 2, "comment");
  } else if (name === "highlight") {
    addPiece(reading, { kind: "code", text: inside.replace(/^[ \t]*\n/, "") }, after + 2);
  } else {
    reading.kept.push(inside);
    reading.at = after + 2;
  }
}
