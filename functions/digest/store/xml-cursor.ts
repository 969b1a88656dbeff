/** A position in an XML document; reading advances it. */
export interface XmlCursor {
  readonly text: string;
  at: number;
}

/** An incomplete or unreadable listing. The SDK requests it again, as for any truncated response. */
export class BrokenListingError extends Error {
  override readonly name = "BrokenListingError";
  /** The field that the SDK's retry strategy checks. */
  readonly $retryable = { throttling: false };
}

/** No element of a listing is nested deeper. */
const MAX_DEPTH = 16;

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" };

/**
 * Opens the next element and returns its name, or an empty string at the end tag of the enclosing element. The
 * name of an empty element `<Name/>` ends with a slash, and there is nothing to close. A correct guess saves
 * creating the name.
 */
export function openElement(cursor: XmlCursor, guess = ""): string {
  if (guess !== "" && isTag(cursor, guess)) {
    cursor.at += guess.length + 2;
    return guess;
  }
  const { text } = cursor;
  const start = text.charCodeAt(cursor.at) === LESS_THAN ? cursor.at : skipSpace(text, cursor.at);
  if (text.charCodeAt(start) !== LESS_THAN) {
    throw broken(cursor, start, "a tag");
  }
  if (text.charCodeAt(start + 1) === SLASH) {
    cursor.at = start;
    return "";
  }
  const end = text.indexOf(">", start);
  if (end === -1) {
    throw broken(cursor, start, "a whole tag");
  }
  cursor.at = end + 1;
  return nameIn(cursor, start + 1, end);
}

function isTag({ text, at }: XmlCursor, name: string): boolean {
  return (
    text.charCodeAt(at) === LESS_THAN &&
    text.charCodeAt(at + 1 + name.length) === GREATER_THAN &&
    text.startsWith(name, at + 1)
  );
}

/** The name of a tag without its attributes. */
function nameIn(cursor: XmlCursor, start: number, end: number): string {
  const tag = cursor.text.slice(start, end);
  const name = /\s/.test(tag) ? `${tag.split(/\s/, 1)[0]}${tag.endsWith("/") ? "/" : ""}` : tag;
  if (!/^[A-Za-z][\w.:-]*\/?$/.test(name)) {
    throw broken(cursor, start - 1, "an element");
  }
  return name;
}

/** The text up to the end tag, decoded. */
export function readText(cursor: XmlCursor, name: string): string {
  const raw = readRaw(cursor, name);
  return raw.includes("&") ? decodeEntities(cursor, raw) : raw;
}

const QUOTE = "&quot;";

/** The same without any quotes. An ETag is enclosed in two, so usually nothing else needs decoding. */
export function readUnquoted(cursor: XmlCursor, name: string): string {
  const { text, at } = cursor;
  const end = text.indexOf("<", at);
  closeElement(cursor, name, end);
  const isQuoted =
    end - at >= 2 * QUOTE.length && text.startsWith(QUOTE, at) && text.startsWith(QUOTE, end - QUOTE.length);
  const inner = isQuoted ? text.slice(at + QUOTE.length, end - QUOTE.length) : text.slice(at, end);
  return inner.includes("&") || inner.includes('"')
    ? decodeEntities(cursor, inner).replaceAll('"', "")
    : inner;
}

function readRaw(cursor: XmlCursor, name: string): string {
  const start = cursor.at;
  const end = cursor.text.indexOf("<", start);
  closeElement(cursor, name, end);
  return cursor.text.slice(start, end);
}

/** Moves past the end tag, which must be at `at`. */
export function closeElement(cursor: XmlCursor, name: string, at: number): void {
  const { text } = cursor;
  const end = at + 2 + name.length;
  const isClosed =
    at >= 0 &&
    text.charCodeAt(at) === LESS_THAN &&
    text.charCodeAt(at + 1) === SLASH &&
    text.startsWith(name, at + 2) &&
    text.charCodeAt(end) === GREATER_THAN;
  if (!isClosed) {
    throw broken(cursor, at < 0 ? text.length : at, `</${name}>`);
  }
  cursor.at = end + 1;
}

/** Moves past an open element and everything in it. */
export function skipElement(cursor: XmlCursor, name: string, depth = 0): void {
  const end = cursor.text.indexOf("<", cursor.at);
  if (end >= 0 && cursor.text.charCodeAt(end + 1) === SLASH) {
    closeElement(cursor, name, end);
    return;
  }
  if (depth > MAX_DEPTH) {
    throw broken(cursor, end, `at most ${MAX_DEPTH} levels`);
  }
  cursor.at = end === -1 ? cursor.text.length : end;
  for (let inner = openElement(cursor); inner !== ""; inner = openElement(cursor)) {
    if (!inner.endsWith("/")) {
      skipElement(cursor, inner, depth + 1);
    }
  }
  closeElement(cursor, name, cursor.at);
}

/** Moves past white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) {
    at += 1;
  }
  return at;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/** Decodes XML's five entities and numeric ones; any other would need a DTD. */
function decodeEntities(cursor: XmlCursor, value: string): string {
  return value.replaceAll(/&([^;&]{0,10};?)/g, (whole, name: string) => {
    const character = name.endsWith(";") ? characterOf(name.slice(0, -1)) : undefined;
    if (character === undefined) {
      throw broken(cursor, cursor.at, `an entity of XML instead of ${whole}`);
    }
    return character;
  });
}

function characterOf(name: string): string | undefined {
  const [, decimal, hexadecimal] = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(name) ?? [];
  const digits = decimal ?? hexadecimal;
  if (digits === undefined) {
    return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  }
  const code = Number.parseInt(digits, decimal === undefined ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** An error that says where the document differs from what was expected. */
export function broken({ text }: XmlCursor, at: number, expected: string): BrokenListingError {
  const found = at < text.length ? JSON.stringify(text.slice(at, at + 40)) : "its end";
  return new BrokenListingError(
    `the listing has ${found} at character ${at} of ${text.length} instead of ${expected}`,
  );
}
