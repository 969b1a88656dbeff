import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import { asciiDigits } from "../numbers/digits.ts";
import type { Token } from "../tokens.ts";
import { type Calendar, calendarOf, monthAnywhere, valueOfName } from "./calendar.ts";
import type { Moment } from "./moment.ts";

/** A moment as far as it is read, and the next token. */
export interface DateRead extends Moment {
  readonly at: number;
}

/** A month and the next token. */
export interface MonthRead {
  readonly month: number;
  readonly at: number;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const ONE_OR_TWO_DIGITS = /^\d{1,2}$/;
const DAY_ENDING = /^(?:st|nd|rd|th|er?|o|º|°)$/;
/** "24:e augusti", "1:a maj". */
const SWEDISH_ENDING = /^[ae]$/;
const LATIN = /^[a-z]+$/;
/** Longest name of a month that may be an abbreviation with a stop. */
const SHORT = 5;
/** Letters of the abbreviations of months, which may be any word in another language. */
const MAX_ABBREVIATION = 3;
/** "20 de noviembre", "the 20th of November". */
export const OF = wordSet("of de del di d'");
/** English months that are words too. */
const MONTH_WORDS = wordSet("may march august");
/** English months that are verbs in small letters. */
const VERBS = wordSet("may march");
/** Months of four letters of languages that write them in lower case, which are no words of theirs. */
const LOWER_MONTHS = wordSet("mai mei mayo juin juni juli mars maio");

/** The month at a token. Short names of English are words too ("may", "mar"): they need their capital. */
export function monthAt(tokens: readonly Token[], at: number, calendar: Calendar): MonthRead | undefined {
  const token = tokens[at];
  if (token?.type !== "word") {
    return undefined;
  }
  const form = withoutPossessive(token.form);
  const month = valueOfName(form, calendar.months, calendar) ?? foreignMonth(form, tokens, at);
  if (
    month === undefined ||
    isModal(token, tokens[at + 1]) ||
    (isWordToo(form) && !hasCapital(token.text) && !isInDate(tokens, at))
  ) {
    return undefined;
  }
  const [stop, next] = [tokens[at + 1], tokens[at + 2]];
  const hasStop = stop?.text === "." && stop.isGlued && next !== undefined && form.length <= SHORT;
  return { month, at: hasStop ? at + 2 : at + 1 };
}

/** "The vote MAY be open": standards write it in capitals. */
function isModal({ text }: Token, next: Token | undefined): boolean {
  return text === "MAY" && next?.type === "word" && !hasCapital(next.text);
}

/** A name of another language before a year, "Octobre 2031", "de 2031", or after a day, "2 oktober", in a story taken for English. */
function foreignMonth(form: string, tokens: readonly Token[], at: number): number | undefined {
  const year = OF.has(tokens[at + 1]?.form ?? "") ? at + 2 : at + 1;
  const hasYear = yearAt(tokens, year) !== undefined;
  const hasDay = isDay(smallNumber(tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1]));
  const isLong = form.length > MAX_ABBREVIATION;
  const isSure = hasYear ? isLong || hasDay : hasDay && form.length >= SHORT;
  const common = isSure ? calendarOf(undefined).months.get(form) : undefined;
  return common ?? (hasYear && hasDay && form.length >= MAX_ABBREVIATION ? monthAnywhere(form) : undefined);
}

/** "March's" is "March". */
export function withoutPossessive(form: string): string {
  return form.endsWith("'s") ? form.slice(0, -2) : form;
}

function isWordToo(form: string): boolean {
  return MONTH_WORDS.has(form) || (form.length < SHORT && LATIN.test(form) && !LOWER_MONTHS.has(form));
}

/** "20 mai 2026", "1er mars": lower case is usual there, but "children aged 5 may join". */
function isInDate(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const isAfterDay = before?.type === "number" || before?.text === "." || DAY_ENDING.test(before?.form ?? "");
  return (
    (isAfterDay && !VERBS.has(tokens[at]?.form ?? "")) ||
    (tokens[at - 2]?.text === ":" && SWEDISH_ENDING.test(before?.form ?? "")) ||
    OF.has(before?.form ?? "") ||
    yearAt(tokens, at + 1) !== undefined
  );
}

/** The day of a month at a token: "20", "20th", "1er"; in words only before "of". */
export function dayAt(
  tokens: readonly Token[],
  at: number,
): { readonly day: number; readonly at: number } | undefined {
  const token = tokens[at];
  return token?.type === "word" ? dayInWords(token, tokens, at) : dayInDigits(tokens, at);
}

function dayInWords({ means }: Token, tokens: readonly Token[], at: number) {
  const day = OF.has(tokens[at + 1]?.form ?? "") ? (means?.ordinal ?? 0) : 0;
  return isDay(day) ? { day, at: at + 1 } : undefined;
}

function dayInDigits(tokens: readonly Token[], at: number) {
  const [day, next, ending] = [smallNumber(tokens[at]), tokens[at + 1], tokens[at + 2]];
  if (
    isDay(day) &&
    next?.text === ":" &&
    next.isGlued &&
    ending?.isGlued === true &&
    SWEDISH_ENDING.test(ending.form)
  ) {
    return { day, at: at + 3 };
  }
  const suffix = next?.isGlued === true && next.type === "word" ? next.form : "";
  const isEnding = DAY_ENDING.test(suffix);
  return isDay(day) && (suffix === "" || isEnding) ? { day, at: isEnding ? at + 2 : at + 1 } : undefined;
}

/** Whether a number may be that of a month. */
export function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

/** Whether a number may be a day of a month. */
export function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}

/** The value of one or two digits; -1 for other tokens. */
export function smallNumber(token: Token | undefined): number {
  if (token?.type !== "number") {
    return -1;
  }
  const plain = asciiDigits(token.text);
  return ONE_OR_TWO_DIGITS.test(plain) ? Number(plain) : -1;
}

/** The year at a token: 1500 to 2099. */
export function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.type !== "number") {
    return undefined;
  }
  const plain = asciiDigits(token.text);
  return YEAR.test(plain) && !(next?.isGlued === true && next.type === "word") ? Number(plain) : undefined;
}
