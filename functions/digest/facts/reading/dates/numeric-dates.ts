import { REFERRED_PARTS } from "../../../text/legal-words.ts";
import { asciiDigits } from "../numbers/digits.ts";
import type { Token } from "../tokens.ts";
import type { Calendar } from "./calendar.ts";
import { type DateRead, isDay, isMonth } from "./months.ts";

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/;
/** Before numbers with dots that are no dates: "Punkt 3.2.". */
const NUMBERED: ReadonlySet<string> = new Set([...REFERRED_PARTS, "version", "v"]);
const SEPARATOR = /^[-/‑–]$/;
const YEAR_OR_DAY = /^(?:\d{4}|\d{1,2})$/;
const YEAR = /^(?:19|20)\d\d$/;
const MONTH = /^\d{1,2}$/;
const ISO_HOUR = /^t\d\d$/;
const ISO_REST = /^(?:[:+-]|\d[\d.]*|z)$/;
const CENTURY = 2000;

/** Three groups of digits and the next token. */
type Triple = readonly [first: string, second: string, third: string, at: number];

/** "2026-11-20", "20.11.2026", "20/11/2026"; "11/20/2026" if only that can be. */
export function numericDateAt(
  tokens: readonly Token[],
  at: number,
  calendar: Calendar,
): DateRead | undefined {
  if (tokens[at]?.type !== "number") {
    return undefined;
  }
  const triple = dottedAt(tokens[at], at, calendar) ?? joinedAt(tokens, at) ?? spacedAt(tokens, at);
  if (triple === undefined) {
    return dayOfYearAt(tokens, at, calendar) ?? dottedDayAt(tokens, at, calendar);
  }
  const [a, b, c, to] = triple;
  if (a.length === 4) {
    return dateOf({ year: Number(a), month: Number(b), day: Number(c), at: isoTimeEnd(tokens, to) });
  }
  const year = c.length === 2 ? CENTURY + Number(c) : Number(c);
  return (
    dateOf({ year, month: Number(b), day: Number(a), at: to }) ??
    dateOf({ year, month: Number(a), day: Number(b), at: to })
  );
}

/** The end of the time glued to an ISO date: "2026-11-20T19:48:05.43Z". Its date says enough. */
function isoTimeEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.isGlued !== true || !ISO_HOUR.test(tokens[at].form)) {
    return at;
  }
  let end = at + 1;
  while (tokens[end]?.isGlued === true && ISO_REST.test(tokens[end]?.form ?? "")) {
    end += 1;
  }
  return end;
}

/** In English three short numbers with dots are a version. */
function dottedAt({ text }: Token, at: number, { hasDottedDates }: Calendar): Triple | undefined {
  const [, day, month, year] = DOTTED.exec(asciiDigits(text)) ?? [];
  const isVersion = year?.length === 2 && !hasDottedDates;
  return isVersion || day === undefined || month === undefined || year === undefined
    ? undefined
    : [day, month, year, at + 1];
}

/** Three numbers with the same separator between them, of which the first or the last is a year, or may be one of two digits. */
function joinedAt(tokens: readonly Token[], at: number): Triple | undefined {
  const [dash, , again] = tokens.slice(at + 1, at + 4);
  if (dash === undefined || !SEPARATOR.test(dash.text) || dash.text !== again?.text) {
    return undefined;
  }
  const parts = tokens.slice(at, at + 5);
  const isJoined = parts.length === 5 && parts.slice(1).every(({ isGlued }) => isGlued);
  const [first = "", second = "", third = ""] = [parts[0], parts[2], parts[4]].map((token) =>
    token?.type === "number" ? asciiDigits(token.text) : "",
  );
  const isDate = YEAR_OR_DAY.test(first) && MONTH.test(second) && YEAR_OR_DAY.test(third);
  const isOneYear = (first.length === 4) !== (third.length === 4) && third.length !== 1;
  const isYear = isOneYear || isShortYear([first, second, third], dash.text === "/");
  return isJoined && isDate && isYear ? [first, second, third, at + 5] : undefined;
}

/** "3/24/08"; with hyphens, where a zero shows that it is no score: "7-2-09". */
function isShortYear(parts: readonly string[], isSlashed: boolean): boolean {
  const isShown = parts.some((part) => part.startsWith("0"));
  return parts.every(({ length }) => length <= 2) && parts[2]?.length === 2 && (isSlashed || isShown);
}

/** "7/26", "8/02": a day without its year, where it can be no fraction; "(4/11)" in languages where the day comes first. */
function dayOfYearAt(
  tokens: readonly Token[],
  at: number,
  { hasDottedDates }: Calendar,
): DateRead | undefined {
  const [a = "", b = ""] = slashedAt(tokens, at);
  const isBracketed = tokens[at - 1]?.text === "(" && tokens[at + 3]?.text === ")";
  const isDayFirst = !isMonth(Number(a)) || (hasDottedDates && isBracketed);
  const [month, day] = isDayFirst ? [Number(b), Number(a)] : [Number(a), Number(b)];
  return (isDayFirst || isNoFraction(a, b)) && isMonth(month) && isDay(day)
    ? { month, day, at: at + 3 }
    : undefined;
}

/** Two short numbers with a slash between them, and no more. */
function slashedAt(tokens: readonly Token[], at: number): readonly string[] {
  const [first, slash, second, next] = tokens.slice(at, at + 4);
  const isPair =
    slash?.text === "/" && slash.isGlued && second?.type === "number" && second.isGlued && next?.text !== "/";
  const pair = [first?.text ?? "", second?.text ?? ""].map(asciiDigits);
  return isPair && pair.every((part) => MONTH.test(part)) ? pair : [];
}

function isNoFraction(a: string, b: string): boolean {
  return a.startsWith("0") || b.startsWith("0") || !isMonth(Math.max(Number(a), Number(b)));
}

/** "12.8.", "12. 8.", where dates are written so: inside a line, and no part of a text ("Punkt 3.2."). */
function dottedDayAt(
  tokens: readonly Token[],
  at: number,
  { hasDottedDates }: Calendar,
): DateRead | undefined {
  const { parts, end } = stoppedAt(tokens, at);
  const [day, month, ...more] = parts.map((part) => (MONTH.test(part) ? Number(part) : 0));
  const next = tokens[end];
  const isEnded = next?.isGlued === false || next?.type === "mark";
  const isDate = tokens[end - 1]?.text === "." && isEnded && at > 0;
  const isPart = NUMBERED.has(tokens[at - 1]?.form ?? "");
  const isRead = hasDottedDates && isDate && !isPart && more.length === 0;
  return isRead && day !== undefined && month !== undefined && isDay(day) && isMonth(month)
    ? { day, month, at: end }
    : undefined;
}

/** "2019. 2. 9.", as Korean and Hungarian write it; "9. 2. 2019" and "9. 2.2019", as Czech and German do. */
function spacedAt(tokens: readonly Token[], at: number): Triple | undefined {
  const { parts, end } = stoppedAt(tokens, at);
  const [first = "", second = "", third = "", ...more] = parts;
  const isYear = YEAR.test(first) ? MONTH.test(third) : MONTH.test(first) && YEAR.test(third);
  const isDate = isYear && MONTH.test(second) && more.length === 0;
  return isDate ? [first, second, third, end] : undefined;
}

/** Three numbers with a stop after each but the last, with or without blanks, and the next token. */
function stoppedAt(tokens: readonly Token[], at: number) {
  const parts: string[] = [];
  let end = at;
  for (let isOpen = true; isOpen && tokens[end]?.type === "number"; end += isOpen ? 2 : 1) {
    parts.push(...asciiDigits(tokens[end]?.text ?? "").split("."));
    const stop = tokens[end + 1];
    isOpen = parts.length < 3 && stop?.text === "." && stop.isGlued;
  }
  return { parts, end };
}

function dateOf(read: DateRead): DateRead | undefined {
  const { month = 0, day = 0, year = 0 } = read;
  return isMonth(month) && isDay(day) && year >= 1500 && year < 2200 ? read : undefined;
}
