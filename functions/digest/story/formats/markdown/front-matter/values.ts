/** The entries of a front matter by their keys, in lower case without `-` and `_`; a list has several values. */
export type Entries = ReadonlyMap<string, readonly string[]>;

/** What was understood of a front matter, and the lines of it that were not. */
export interface FrontMatterLines {
  readonly entries: Entries;
  readonly others: readonly string[];
}

interface Cursor {
  readonly lines: readonly string[];
  next: number;
}

/** A key at the start of a line, with `:` as in YAML or `=` as in TOML, quoted or not, and what follows it. */
const ENTRY = /^["']?([\p{L}_][\p{L}\p{N}_. -]{0,60}?)["']?[ \t]{0,20}(?::(?:[ \t]+|$)|=[ \t]*)(.*)$/u;
/** `|` and `>` with their indicators: the indented lines below are the value. */
const BLOCK_SCALAR = /^[|>][-+\d]{0,3}(?:[ \t]+#.*)?$/;
const LIST_ITEM = /^[ \t]*-(?:[ \t]+|$)/;
/** A list of more lines than this is no list of authors. */
const MAX_FRONT_MATTER_VALUES = 100;

/**
 * Reads the lines of a front matter leniently: scalars, quoted ones over several lines, block scalars, lists. The first
 * entry of a key counts. From the first TOML table on, the lines belong to the theme. Nothing is refused.
 */
export function readFrontMatterLines(lines: readonly string[]): FrontMatterLines {
  const entries = new Map<string, string[]>();
  const others: string[] = [];
  const cursor: Cursor = { lines, next: 0 };
  let isInTable = false;
  while (cursor.next < lines.length) {
    const line = lines[cursor.next] ?? "";
    cursor.next += 1;
    isInTable ||= /^\[[^\]]*\]\]?[ \t]*$/.test(line);
    const [, key, rest] = ENTRY.exec(line) ?? [];
    if (isInTable || key === undefined || rest === undefined) {
      others.push(line);
      continue;
    }
    const name = nameOfKey(key);
    const values = valuesFrom(rest.trim(), cursor);
    if (!entries.has(name)) {
      entries.set(name, values.slice(0, MAX_FRONT_MATTER_VALUES));
    }
  }
  return { entries, others: others.filter((line) => line.trim() !== "") };
}

/** A key as it is compared: in lower case, without `-`, `_` and blanks. */
export function nameOfKey(key: string): string {
  return key.toLowerCase().replaceAll(/[-_ ]/g, "");
}

function valuesFrom(rest: string, cursor: Cursor): string[] {
  const quotes = /^(?:"""|'''|"|')/.exec(rest)?.[0];
  if (BLOCK_SCALAR.test(rest)) {
    return [indentedLines(cursor).join("\n")];
  }
  if (quotes !== undefined) {
    return [quotedValue(rest, quotes, cursor)];
  }
  if (rest.startsWith("[")) {
    return inlineList(rest, cursor);
  }
  const plain = withoutComment(rest);
  return plain === "" ? listOrMap(cursor) : [[plain, ...continuation(cursor)].join(" ")];
}

/** The lines that are indented or blank, from the next one on. */
function indentedLines(cursor: Cursor): string[] {
  const found: string[] = [];
  for (let line = cursor.lines[cursor.next]; line !== undefined; line = cursor.lines[cursor.next]) {
    if (line.trim() !== "" && !/^[ \t]/.test(line)) {
      break;
    }
    found.push(line.trim());
    cursor.next += 1;
  }
  return found;
}

/** A line of prose at the margin: several words, or the end of a sentence. */
const PROSE_LINE = /^["“‘'(]?[\p{L}\p{N}].*(?:[^\s:]\s\S|[.!?…]["”’')]{0,2}$)/u;

/** A plain scalar goes on in the lines of prose and the indented lines below it; YAML allows only these. */
function continuation(cursor: Cursor): string[] {
  const found: string[] = [];
  for (let line = cursor.lines[cursor.next]; line !== undefined; line = cursor.lines[cursor.next]) {
    if (ENTRY.test(line) || !PROSE_LINE.test(line)) {
      break;
    }
    found.push(line.trim());
    cursor.next += 1;
  }
  return [...found, ...indentedLines(cursor).filter((line) => line !== "")];
}

/** Whether a value ends with quotes that it does not open; after a figure they are inches. */
function isLeftOpen(value: string): boolean {
  return value.indexOf('"') === value.length - 1 && /[^\d\s]"$/.test(value);
}

function withoutComment(value: string): string {
  const trimmed = value.trim();
  if (trimmed.startsWith("#")) {
    return "";
  }
  const comment = trimmed.search(/[ \t]#/);
  const plain = (comment === -1 ? trimmed : trimmed.slice(0, comment)).trim().replace(/,$/, "");
  return isLeftOpen(plain) ? plain.slice(0, -1) : plain;
}

/** What may stand after a value: nothing, a comma, a comment. */
const AFTER_VALUE = /^[ \t]*,?[ \t]*(?:#.*)?$/;

/** The place of the closing quotes in a text that begins with its value, or -1. Quotes that the value goes on after are part of it. */
function closingQuotes(text: string, quotes: string): number {
  for (let at = 0; at < text.length; at += 1) {
    if (quotes.startsWith('"') && text[at] === "\\") {
      at += 1;
    } else if (quotes === "'" && text.startsWith("''", at)) {
      at += 1;
    } else if (text.startsWith(quotes, at) && AFTER_VALUE.test(text.slice(at + quotes.length))) {
      return at;
    }
  }
  return -1;
}

/** A quoted value takes in further lines until its quotes are closed; one that never closes ends with its line. */
function quotedValue(rest: string, quotes: string, cursor: Cursor): string {
  const start = cursor.next;
  const parts = [rest.slice(quotes.length)];
  while (closingQuotes(parts.at(-1) ?? "", quotes) === -1) {
    const line = cursor.lines[cursor.next];
    if (line === undefined || (quotes.length === 1 && /^\S/.test(line) && ENTRY.test(line))) {
      cursor.next = start;
      return unescapeQuoted(rest.slice(quotes.length), quotes);
    }
    parts.push(line.trim());
    cursor.next += 1;
  }
  const last = parts.at(-1) ?? "";
  return unescapeQuoted(
    [...parts.slice(0, -1), last.slice(0, closingQuotes(last, quotes))].join("\n"),
    quotes,
  );
}

const ESCAPE = /\\(?:(U(?:0010|000[0-9a-fA-F])[0-9a-fA-F]{4}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})|([\s\S]))/g;

function unescapeQuoted(text: string, quotes: string): string {
  if (quotes === "'") {
    return text.replaceAll("''", "'");
  }
  if (quotes === "'''") {
    return text;
  }
  return text.replaceAll(ESCAPE, (_, code?: string, one?: string) =>
    code === undefined
      ? unescapedCharacter(one ?? "")
      : String.fromCodePoint(Number.parseInt(code.slice(1), 16)),
  );
}

function unescapedCharacter(escaped: string): string {
  return /[ntr\n]/.test(escaped) ? " " : escaped;
}

/** `[a, "b, c"]`, in one line or several. */
function inlineList(rest: string, cursor: Cursor): string[] {
  const parts = [rest.slice(1)];
  while (!/\][ \t]*,?[ \t]*(?:#.*)?$/.test(parts.at(-1) ?? "")) {
    const line = cursor.lines[cursor.next];
    if (line === undefined || (/^\S/.test(line) && ENTRY.test(line))) {
      break;
    }
    parts.push(line.trim());
    cursor.next += 1;
  }
  const inside = parts.join(" ").replace(/\][^\]]*$/, "");
  const values = inside.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^,"']+/g) ?? [];
  return values.map((value) => scalar(value.trim())).filter((value) => value !== "");
}

function scalar(value: string): string {
  const quotes = /^["']/.exec(value)?.[0];
  if (quotes === undefined) {
    return withoutComment(value);
  }
  const inside = value.slice(1);
  const end = closingQuotes(inside, quotes);
  return unescapeQuoted(end === -1 ? inside : inside.slice(0, end), quotes);
}

/** `- a` lines, or a map of which only names count (`- name: A`, `name: A`). */
function listOrMap(cursor: Cursor): string[] {
  const values: string[] = [];
  for (let line = cursor.lines[cursor.next]; line !== undefined; line = cursor.lines[cursor.next]) {
    const isItem = LIST_ITEM.test(line);
    if (line.trim() !== "" && !isItem && !/^[ \t]/.test(line)) {
      break;
    }
    values.push(...listedValue(line.replace(LIST_ITEM, "").trim(), isItem));
    cursor.next += 1;
  }
  return values;
}

function listedValue(text: string, isItem: boolean): string[] {
  const [, key, rest] = ENTRY.exec(text) ?? [];
  if (key !== undefined && rest !== undefined) {
    return key.toLowerCase() === "name" && rest !== "" ? [scalar(rest)] : [];
  }
  return (isItem || /^["']/.test(text)) && text !== "" ? [scalar(text)] : [];
}
