import type { Document, Omission } from "../../document.ts";
import { statusOf, withoutBy } from "../../stated.ts";
import { proseIn } from "./prose.ts";
import { type Entries, readFrontMatterLines } from "./values.ts";

/** What the front matter of a story states. */
export type Metadata = Omit<Document, "format" | "blocks" | "omitted">;

/** A source cut in two: what its front matter states, and the body. */
export interface SplitSource {
  readonly metadata: Metadata;
  readonly body: string;
  readonly omitted: readonly Omission[];
}

/**
 * How a front matter begins, how it ends, whether its lines are read, which those of code (`---js`) are not, and whether
 * its first line alone says what it is.
 */
const FENCES = [
  { open: /^---[ \t]*$/, close: /^(?:-{3,}|\.{3})[ \t]*$/, isRead: true, isSure: false },
  { open: /^\+\+\+[ \t]*$/, close: /^\+\+\+[ \t]*$/, isRead: true, isSure: false },
  { open: /^\{[ \t]*$/, close: /^\}[ \t]*$/, isRead: true, isSure: false },
  { open: /^---[ \t]*(?:ya?ml|toml)[ \t]*$/, close: /^---[ \t]*$/, isRead: true, isSure: false },
  { open: /^---[ \t]*json5?[ \t]*$/, close: /^---[ \t]*$/, isRead: true, isSure: true },
  {
    open: /^---[ \t]*(?:m?js|javascript|ts|typescript|coffee|cson|ejs)[ \t]*$/,
    close: /^---[ \t]*$/,
    isRead: false,
    isSure: true,
  },
  { open: /^---[ \t]*[a-z]{1,20}[ \t]*$/, close: /^---[ \t]*$/, isRead: false, isSure: false },
] as const;
/** JSON begins so, or names itself in its fence; its entries are set in. */
const JSON_FENCE = /^\{|json/;
const ONLY_BRACE = /^[{}][ \t]*$/;

/** Of a longer front matter, the rest is not read. */
const MAX_FRONT_MATTER_LINES = 5000;
const MAX_CHARACTERS = 200_000;
const KEY = String.raw`["']?[\p{L}_][\p{L}\p{N}_. -]{0,60}["']?[ \t]{0,20}(?::(?:[ \t]|$)|=)`;
const HAS_KEY = new RegExp(`^${KEY}`, "u");
/** A line that only front matter has: a key, or a comment. */
const LOOKS_LIKE_ENTRY = new RegExp(`^(?:${KEY}|#|[ \\t]*$)`, "u");
/**
 * A line that front matter may have below a blank one: one of the above, a key that lacks its colon, a value or a bracket of one,
 * an item of a list.
 */
const MAY_BE_ENTRY = new RegExp(`^(?:${KEY}|[a-z_]{1,30}[ \\t]*$|#|[ \\t"'\\]}\\[{]|-(?:[ \\t]|$)|$)`, "u");
/** Posts without fences (Pelican, MultiMarkdown) begin with their title. */
const BARE_TITLE = /^title:[ \t]+\S/i;

/** Franklin begins each line of its front matter so: `@def title = "…"`. */
const DEFINITION = /^@def[ \t]+(?=[\p{L}_])/u;
const TRIPLE_QUOTES = /"""/g;

/** Takes the front matter off a source whose line ends are LF. */
export function splitFrontMatter(source: string): SplitSource {
  const start = /^\s{0,100}/.exec(source)?.[0].length ?? 0;
  const head = source.slice(start, start + MAX_CHARACTERS).split("\n", MAX_FRONT_MATTER_LINES);
  const first = head[0] ?? "";
  if (DEFINITION.test(first)) {
    return splitDefinitions(source.slice(start), head);
  }
  const fence = FENCES.find(({ open }) => open.test(first));
  if (fence === undefined) {
    return BARE_TITLE.test(first) ? splitBare(source.slice(start), head) : unsplit(source);
  }
  return splitFenced(source.slice(start), head, fence) ?? unsplit(source);
}

/** Front matter between its fences, or above the blank line that ends it if the second is missing; `undefined` if it is none. */
function splitFenced(
  text: string,
  head: readonly string[],
  fence: (typeof FENCES)[number],
): SplitSource | undefined {
  const [first = ""] = head;
  const end = head.findIndex((line, index) => index > 0 && fence.close.test(line));
  const unclosed = fence.isRead ? unclosedLines(head, end) : [];
  if (unclosed.length > 0) {
    return { ...readLines(unclosed), body: restAfter(text, [first, ...unclosed]) };
  }
  const closing = closingLine(text, first.length + 1, fence.close);
  const inside = head.slice(1, end === -1 ? head.length : end);
  const lines = JSON_FENCE.test(first)
    ? inside.map((line) => line.trimStart()).filter((line) => !ONLY_BRACE.test(line))
    : inside;
  const firstLine = lines.find((line) => line.trim() !== "") ?? "";
  if (closing === undefined || !(fence.isSure || LOOKS_LIKE_ENTRY.test(firstLine))) {
    return undefined;
  }
  const body = text.slice(closing);
  return fence.isRead
    ? { ...readLines(lines), body }
    : { metadata: {}, body, omitted: [{ reason: "front matter in code", text: lines.join("\n") }] };
}

/**
 * The lines of a front matter whose closing fence is missing: up to a blank line with prose below it. None if it has no
 * title, or if a key after the prose shows that the prose is a value and the next fence its end.
 */
function unclosedLines(head: readonly string[], end: number): readonly string[] {
  const inside = head.slice(1, end === -1 ? head.length : end);
  const prose = inside.findIndex((line, index) => isProseAfterBlank(inside[index - 1], line));
  const isClosed = end !== -1 && inside.slice(prose).some((line) => HAS_KEY.test(line));
  const lines = isClosed ? [] : inside.slice(0, Math.max(0, prose));
  return readLines(lines).metadata.headline === undefined ? [] : lines;
}

function isProseAfterBlank(before: string | undefined, line: string): boolean {
  return before?.trim() === "" && !MAY_BE_ENTRY.test(line);
}

/** Where the text after the next line of this form begins; `undefined` if there is none. */
function closingLine(source: string, from: number, line: RegExp): number | undefined {
  const pattern = new RegExp(line.source, "gm");
  pattern.lastIndex = from;
  const found = pattern.exec(source);
  return found === null ? undefined : found.index + found[0].length + 1;
}

function unsplit(source: string): SplitSource {
  return { metadata: {}, body: source, omitted: [] };
}

function splitBare(source: string, head: readonly string[]): SplitSource {
  const end = head.findIndex((line) => line.trim() === "");
  const lines = head.slice(0, end === -1 ? head.length : end);
  return { ...readLines(lines), body: restAfter(source, lines) };
}

function splitDefinitions(source: string, head: readonly string[]): SplitSource {
  const end = head.findIndex((line) => line.trim() !== "" && !DEFINITION.test(line));
  const lines = head.slice(0, end === -1 ? head.length : end);
  const entries = lines.map((line) => line.replace(DEFINITION, "").replaceAll(TRIPLE_QUOTES, '"'));
  return { ...readLines(entries), body: restAfter(source, lines) };
}

/** What follows these first lines of a text. */
function restAfter(text: string, lines: readonly string[]): string {
  return text.slice(lines.reduce((length, line) => length + line.length + 1, 0));
}

function readLines(lines: readonly string[]): Pick<SplitSource, "metadata" | "omitted"> {
  const { entries, others } = readFrontMatterLines(lines);
  const unread = [...entries]
    .filter(([key]) => !READ_KEYS.has(key))
    .map(([key, values]) => `${key}: ${values.join(", ")}`);
  const text = [...unread, ...others].join("\n");
  return {
    metadata: { ...metadataOf(entries), ...proseIn(lines, isKnown) },
    omitted: text === "" ? [] : [{ reason: "front matter", text }],
  };
}

/** Keys of what readers do not read as text: labels, addresses, dates and looks of the page. */
const LABELS =
  /^(?:tags?|categor(?:y|ies)|keywords?|topics?|labels?|slug|url|uri|link|permalink|aliases|redirect\w*|layout|template|image\w*|img\w*|thumbnail|banner|icon|css|js|rev(?:date|number|ision)|id|uuid|weight|order)$/;

function isKnown(key: string): boolean {
  return READ_KEYS.has(key) || LABELS.test(key);
}

/** The keys of each field, the most exact first, as `readFrontMatterLines` normalises them. */
const KEYS = {
  headline: ["title", "headline", "name"],
  deck: ["subtitle", "deck", "description"],
  byline: ["byline", "author", "authors"],
  published: ["date", "pubdate", "published", "publishdate", "publisheddate", "publishedat", "datepublished"],
  updated: [
    "updated",
    "lastmod",
    "modified",
    "lastmodifiedat",
    "lastmodified",
    "updateddate",
    "updatedat",
    "datemodified",
  ],
  lang: ["lang", "language"],
  note: ["ednote", "editorsnote", "correction"],
} as const satisfies Partial<Record<keyof Metadata, readonly string[]>>;

const READ_KEYS: ReadonlySet<string> = new Set([...Object.values(KEYS).flat(), "draft", "status"]);
const TRUE = /^(?:true|yes|on|1)$/i;
const FALSE = /^(?:false|no|off|0)$/i;
function metadataOf(entries: Entries): Metadata {
  const metadata: { -readonly [Key in keyof Metadata]: Metadata[Key] } = {};
  for (const [field, keys] of Object.entries(KEYS) as [keyof typeof KEYS, readonly string[]][]) {
    const value = firstValue(entries, keys);
    const stated = field === "byline" ? withoutBy(value) : value;
    if (stated !== undefined) {
      metadata[field] = stated;
    }
  }
  const status = statedStatus(entries);
  return status === undefined ? metadata : { ...metadata, status };
}

/** The value of the first of these keys that has one; a list is joined. A mere yes or no is no date and no text. */
function firstValue(entries: Entries, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = (entries.get(key) ?? []).join(", ").replaceAll(/\s+/g, " ").trim();
    if (value !== "" && value !== "~" && !/^(?:null|true|false)$/i.test(value)) {
      return value;
    }
  }
  return undefined;
}

function statedStatus(entries: Entries): string | undefined {
  const stated = (key: string) => (entries.get(key) ?? []).join(" ").trim();
  if (TRUE.test(stated("draft")) || FALSE.test(stated("published"))) {
    return "draft";
  }
  return statusOf(stated("status") || undefined);
}
