import { wordSet } from "../phrases.ts";
import { matches, type Token } from "./tokens.ts";
import type { Unit } from "./types.ts";

/** Words before a telephone number. */
const PHONE_WORDS = wordSet(
  "call phone tel telephone fax telefon téléphone teléfono telefono rufnummer hotline helpline ring rufen anrufen " +
    "appelez appeler composez llame llamar llamen marque chiame chiami chiamare bel tel. dial text telefone ligue " +
    "zadzwoń telefoniczny телефон позвоните звоните звонить тел тел. arayın",
);
/** How far before it they may stand. */
const PHONE_REACH = 3;
const MIN_PHONE_DIGITS = 6;
/** Digits of a number with its area, which begins with 0: "01992 551946". */
const LONG_PHONE = 10;
/** Longest telephone number in tokens: groups of digits and what stands between them. */
const MAX_PHONE = 24;
const OPENS = /^[+(]$/;
const GROUP = /^\d{1,9}(?:\.\d{2,4})*$/;
const AREA = /^\d{3}$/;
/** What is dialled before an area within a country: "8 (495)", "1 (212)". */
const TRUNK = /^\d$/;
const SHORT_GROUP = /^\d{1,3}$/;
const LAST_GROUP = /^\d{4}$/;
const HYPHEN = /^[-–‑]$/;
const SEPARATOR = /^[-–‑()/.]$/;
const AFTER_SEPARATOR = /^[-(]$/;
const NOT_DIGITS = /\D/g;

/**
 * The end of the telephone number at a token: "+49 (30) 1234567", "(212) 555-0186", "01 40 20 50 60", "08-12 34 56":
 * groups of digits, of which the first says that it is one; after "call" and the like, any two groups.
 */
export function phoneEnd(tokens: readonly Token[], at: number): number | undefined {
  const start = matches(tokens[at], OPENS) && tokens[at + 1]?.isGlued === true ? at + 1 : at;
  return tokens[start]?.type === "number" ? groupedEnd(tokens, at, start) : undefined;
}

function groupedEnd(tokens: readonly Token[], at: number, start: number): number | undefined {
  const isCertain = isMarked(tokens, at, start) || isCalled(tokens, at);
  if (!isCertain && !isGrouped(tokens, start)) {
    return undefined;
  }
  const end = groupsEnd(tokens, start);
  const numbers = tokens.slice(start, end).filter(({ type }) => type === "number");
  const groups = numbers.flatMap(({ text }) => text.split("."));
  const { length } = groups.join("");
  const least = isCertain || length >= LONG_PHONE ? 2 : 3;
  return length >= MIN_PHONE_DIGITS && groups.length >= least ? end : undefined;
}

/** The end of the last group of digits. */
function groupsEnd(tokens: readonly Token[], start: number): number {
  let end = start;
  for (let at = start; at < start + MAX_PHONE && isPart(tokens, at); at++) {
    end = tokens[at]?.type === "number" ? at + 1 : end;
  }
  return end;
}

function isPart(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.type === "number") {
    return GROUP.test(token.text) && !(next?.type === "word" && next.isGlued);
  }
  const isBefore = next?.type === "number" || matches(next, AFTER_SEPARATOR);
  return isBefore && matches(token, SEPARATOR);
}

function isCalled(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - PHONE_REACH), at).some(({ form }) => PHONE_WORDS.has(form));
}

/** "+49 …", "(212) …". */
function isMarked(tokens: readonly Token[], at: number, start: number): boolean {
  const isArea = matches(tokens[start], AREA) && tokens[start + 1]?.text === ")";
  return start > at && (tokens[at]?.text === "+" || isArea);
}

/** "01 40 20 50 60", "555-123-4567", "8 (495) 555-01-99". */
function isGrouped(tokens: readonly Token[], start: number): boolean {
  const [first, hyphen, area, second, last] = tokens.slice(start, start + 5).map(({ text }) => text);
  if (hyphen === "(" && second === ")" && AREA.test(area ?? "")) {
    return TRUNK.test(first ?? "");
  }
  const isHyphenated =
    SHORT_GROUP.test(first ?? "") &&
    HYPHEN.test(hyphen ?? "") &&
    HYPHEN.test(second ?? "") &&
    LAST_GROUP.test(last ?? "");
  return isHyphenated || first?.startsWith("0") === true;
}

/** Whether a unit is a telephone number. */
export function isPhone({ sort, key }: Unit): boolean {
  return sort === "opaque" && key.startsWith("+");
}

/** What a telephone number is compared by: a plus and its digits. */
export function phoneKey(tokens: readonly Token[], from: number, to: number): string {
  const digits = tokens.slice(from, to).map(({ text }) => text.replaceAll(NOT_DIGITS, ""));
  return `+${digits.join("")}`;
}
