import { cutHanTail, hanTokenAt, isHan } from "./han-numbers.ts";

/** A piece of a text; the tokens of a text, joined, are the text. */
export interface Token {
  readonly text: string;
  readonly type: "number" | "word" | "space" | "mark";
}

/** `-`, `+`, and the two dashes used as a minus sign. */
const SIGN = "[-+−–]";
const CURRENCY = "(?:(?:US|HK|NZ|A|C|R|S)?[$€£¥₹₽₩₪₺]\\u00a0?)";
/** Digits with their separators; some styles separate thousands with thin spaces. */
const DIGITS = "\\d+(?:[.,:/\\u00a0\\u2009\\u202f]\\d+)*";
/** "3-1", "5–10", "2025-06-22": one number, not a subtraction. */
const RANGE = `(?:[-–]${DIGITS})*`;
const SUFFIX = "(?:[ \\u00a0\\u202f]?[%‰]|°[CF]?|[A-Za-zµ]{1,3}(?![\\p{L}\\p{M}\\p{N}])|\\p{L}+)?";
const NUMBER = new RegExp(`${SIGN}?${CURRENCY}?${SIGN}?${DIGITS}${RANGE}${SUFFIX}`, "uy");
const UNSIGNED_NUMBER = new RegExp(`${CURRENCY}?${DIGITS}${RANGE}${SUFFIX}`, "uy");
const ABBREVIATION = /(?:\p{L}\.){2,}/uy;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ\-‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/uy;
const SPACE = /\s+/y;
const CAPITAL = /^\p{Lu}/u;
const ASCII = 128;
const SPACE_CODE = 32;
const COMMA_CODE = 44;
/** Nearly every second token. */
const SPACE_TOKEN: Token = { type: "space", text: " " };
const WHITE_SPACE = /\s/;
/** What a number can begin with, beside letters: a digit, a sign or a currency symbol. */
const MAYBE_NUMBER = /[\d+\-−–$€£¥₹₽₩₪₺]/;
/** The letters that a number can begin with: "US$". */
const MAYBE_CURRENCY = /[A-Z]{1,2}[$€£¥₹₽₩₪₺]/y;
const MARK = /./suy;
const JOINED_TO_WORD = /[\p{L}\p{N}\p{M}]/u;
/** Letters and digits, and marks between them that end no word: "don't", "1,234.5". */
const JOINED_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/uy;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/uy;
const JOINS: readonly number[] = Array.from("'.,", (mark) => mark.charCodeAt(0));

/**
 * Splits a text into numbers (with sign, currency, separators and unit), words ("won't" and "long-term" are
 * one each), runs of white space and single marks. Joined, they are the text. Linear time.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token {
  const code = text.charCodeAt(at);
  if (isSmallLetter(code) || (isCapitalLetter(code) && match(MAYBE_CURRENCY, text, at) === undefined)) {
    return { type: "word", text: plainWordAt(text, at) ?? wordAt(text, at) ?? text.charAt(at) };
  }
  if (code === SPACE_CODE && !isWhiteSpace(text, at + 1)) {
    return SPACE_TOKEN;
  }
  const number = numberTokenAt(text, at);
  if (number !== undefined) {
    return number;
  }
  return isPlainMark(code) ? { type: "mark", text: text.charAt(at) } : patternAt(text, at);
}

/** Whatever is no number and not told by its first character. */
function patternAt(text: string, at: number): Token {
  const word = wordAt(text, at);
  if (word !== undefined) {
    return { type: "word", text: word };
  }
  const space = match(SPACE, text, at);
  if (space !== undefined) {
    return { type: "space", text: space };
  }
  return { type: "mark", text: match(MARK, text, at) ?? text.charAt(at) };
}

/** A number; in unspaced scripts, also the letters up to one. */
function numberTokenAt(text: string, at: number): Token | undefined {
  const first = text.charAt(at);
  if (isHan(first)) {
    return hanTokenAt(text, at);
  }
  const isMaybe = MAYBE_NUMBER.test(first) || isCapitalLetter(first.charCodeAt(0));
  const number = isMaybe ? numberAt(text, at) : undefined;
  return number === undefined ? undefined : { type: "number", text: cutHanTail(number, text, at) };
}

/** Whether a word begins with a capital, in any script. */
export function hasCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < ASCII ? isCapitalLetter(code) : CAPITAL.test(word);
}

/** Whether a code is one of a to z. Nearly all tokens are spaces and words of such letters, which skip the patterns. */
export function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a code is one of A to Z. */
function isCapitalLetter(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Whether a code is a mark of ASCII or a dash, quotation mark or ellipsis: nearly all marks are, and skip the patterns. */
export function isPlainMark(code: number): boolean {
  return (
    (code > SPACE_CODE && code < 127 && !isPlainLetterOrDigit(code)) || (code >= 0x2010 && code <= 0x2027)
  );
}

/** Whether white space stands at a position. */
export function isWhiteSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < ASCII ? code === SPACE_CODE || (code >= 9 && code <= 13) : WHITE_SPACE.test(text.charAt(at));
}

/** Whether a text consists of a to z: nearly all words do, and skip the patterns. */
export function isPlainWord(text: string): boolean {
  let at = 0;
  while (isSmallLetter(text.charCodeAt(at))) {
    at += 1;
  }
  return at === text.length;
}

/** Where the first letter or digit from a position stands; the end of the text if there is none. */
export function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWordStart(text, at)) {
    at += 1;
  }
  return at;
}

function isWordStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < ASCII
    ? isPlainLetterOrDigit(code)
    : !isPlainMark(code) && match(LETTER_OR_DIGIT, text, at) !== undefined;
}

/** The end of the word that begins with a letter or digit at a position, with what is joined to it. */
export function joinedWordEnd(text: string, at: number): number {
  let end = at;
  while (isPlainLetterOrDigit(text.charCodeAt(end))) {
    end += 1;
  }
  return end > at && endsPlainly(text, end) ? end : at + (match(JOINED_WORD, text, at)?.length ?? 1);
}

/** Whether no letter of any script follows, nor a mark that joins one. */
function endsPlainly(text: string, end: number): boolean {
  const next = JOINS.includes(text.charCodeAt(end)) ? end + 1 : end;
  const code = text.charCodeAt(next);
  return next >= text.length || (code < ASCII && !isPlainLetterOrDigit(code));
}

/** The words of a text, with what is joined to each. */
export function joinedWords(text: string): string[] {
  const words: string[] = [];
  for (let at = wordStart(text, 0); at < text.length; ) {
    const end = joinedWordEnd(text, at);
    words.push(text.slice(at, end));
    at = wordStart(text, end);
  }
  return words;
}

function isPlainLetterOrDigit(code: number): boolean {
  return isSmallLetter(code) || isCapitalLetter(code) || (code >= 48 && code <= 57);
}

/** A word of a to z, after a letter of any case, that ends at a space or comma; any other ending is left to the pattern. */
function plainWordAt(text: string, at: number): string | undefined {
  let end = at + 1;
  while (isSmallLetter(text.charCodeAt(end))) {
    end += 1;
  }
  const code = text.charCodeAt(end);
  return code === SPACE_CODE || code === COMMA_CODE ? text.slice(at, end) : undefined;
}

function numberAt(text: string, at: number): string | undefined {
  const isJoined = at > 0 && JOINED_TO_WORD.test(text.charAt(at - 1));
  return match(isJoined ? UNSIGNED_NUMBER : NUMBER, text, at);
}

function wordAt(text: string, at: number): string | undefined {
  const isAbbreviation = text.charAt(at + 1) === ".";
  return (isAbbreviation ? match(ABBREVIATION, text, at) : undefined) ?? match(WORD, text, at);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined;
}
