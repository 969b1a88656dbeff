import { hasUnspaced } from "../../../text/scripts.ts";
import { wordSet } from "../../phrases.ts";
import type { Reading } from "../reading.ts";
import type { Token } from "../tokens.ts";
import type { Unit } from "../types.ts";
import { type Calendar, monthAnywhere } from "./calendar.ts";
import { clockAt } from "./clock.ts";
import { dayWordAt, decadeAt } from "./day-words.ts";
import { hanDateAt, hanWeekdayAt } from "./han-dates.ts";
import { koreanDateAt } from "./korean-dates.ts";
import { keyOfMoment, type Moment } from "./moment.ts";
import { type DateRead, dayAt, isDay, type MonthRead, monthAt, OF, yearAt } from "./months.ts";
import { isMonthAlone } from "./months-alone.ts";
import { numericDateAt } from "./numeric-dates.ts";
import { isOtherWord, weekdayAt } from "./weekdays.ts";

/** A unit of a date. */
type DateUnit = Unit & { readonly moment: Moment };

/** Between a weekday and its date: "Monday the 9th". */
const DATE_ARTICLES = wordSet("the den le el");
/** "early March", "the end of March", "Mitte 2025", "début mai": which part of it. */
const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    early: "early beginning start anfang début inizio principios comienzos início começo begin början",
    mid: "mid mi mitte metà mediados meados medio mitten",
    late: "late",
    end: "end ende fin fine finales fines final fins eind einde slutet",
  }).flatMap(([part, words]) => words.split(" ").map((word) => [word, part] as const)),
);
/** "It will start January 2031", but "to end of January": a verb after these, if no "of" follows. */
const VERB_PARTS: ReadonlySet<string | undefined> = new Set(["start", "end"]);
const BEFORE_VERBS = wordSet(
  "will would shall should can could may might must to not cannot did does do they we it",
);
const PART_LINKS = wordSet("of - in de des del di do van av");
/** "del mes de", "du mois de", "do mês de", "del mese di". */
const OF_MONTH = wordSet("del du do");
const MONTH = wordSet("mes mois mês mese");
/** After a number these make something else of it: "March 3.5". */
const CONTINUES_NUMBER = wordSet("% : .");

/** The date, time or day word at a token. Its parts stay open where the text leaves them so. */
export function dateAt({ tokens, calendar }: Reading, at: number): DateUnit | undefined {
  const token = tokens[at];
  if (token === undefined || token.type === "mark" || token.type === "address") {
    return undefined;
  }
  const read = hasUnspaced(token.text)
    ? (hanDateAt(tokens, at) ?? hanWeekdayAt(tokens, at))
    : (koreanDateAt(tokens, at) ?? inWordsOrDigits(tokens, at, calendar));
  if (read === undefined) {
    return undefined;
  }
  const { at: to, ...moment } = read;
  return dateUnit(at, to, moment);
}

/** A unit of these tokens for a moment. */
export function dateUnit(from: number, to: number, moment: Moment): DateUnit {
  return { sort: "date", key: `@${keyOfMoment(moment)}`, from, to, moment };
}

function inWordsOrDigits(tokens: readonly Token[], at: number, calendar: Calendar): DateRead | undefined {
  const month = monthAt(tokens, at, calendar);
  return (
    clockAt(tokens, at) ??
    withWeekday(tokens, at, calendar) ??
    numericDateAt(tokens, at, calendar) ??
    yearFirst(tokens, at, calendar) ??
    monthFirst(tokens, month) ??
    dayFirst(tokens, at, calendar) ??
    monthAlone(tokens, at, month) ??
    withPart(tokens, at, calendar) ??
    decadeAt(tokens, at) ??
    dayWordAt(tokens, at, calendar)
  );
}

/** "Monday 9 May 2022", "lunedì 07/12/2020", "Thursday 28th", "terça-feira": a weekday with its date, or alone. */
function withWeekday(tokens: readonly Token[], at: number, calendar: Calendar): DateRead | undefined {
  const weekday = weekdayAt(tokens, at, calendar);
  if (weekday === undefined) {
    return undefined;
  }
  const comma = tokens[weekday.at]?.text === "," ? 1 : 0;
  const article = DATE_ARTICLES.has(tokens[weekday.at + comma]?.form ?? "") ? 1 : 0;
  const start = weekday.at + comma + article;
  const date = dayAndMonth(tokens, start, calendar) ?? numericDateAt(tokens, start, calendar);
  if (date === undefined && isOtherWord(tokens, at, calendar)) {
    return undefined;
  }
  return date?.day === undefined
    ? { ...weekday, ...ordinalDay(tokens, start) }
    : { ...date, weekday: weekday.weekday };
}

function dayAndMonth(tokens: readonly Token[], at: number, calendar: Calendar): DateRead | undefined {
  return monthFirst(tokens, monthAt(tokens, at, calendar)) ?? dayFirst(tokens, at, calendar);
}

/** "2031. május 4.": Hungarian. */
function yearFirst(tokens: readonly Token[], at: number, calendar: Calendar): DateRead | undefined {
  const year = tokens[at + 1]?.text === "." ? yearAt(tokens, at) : undefined;
  if (year === undefined) {
    return undefined;
  }
  const name = tokens[at + 2];
  const month =
    name?.type === "word" ? (calendar.months.get(name.form) ?? monthAnywhere(name.form)) : undefined;
  const day = month === undefined ? undefined : dayAt(tokens, at + 3);
  return month === undefined || day === undefined ? undefined : { year, month, ...day };
}

/** "November 20, 2026", "Nov. 20th", "May the 4th". */
function monthFirst(tokens: readonly Token[], month: MonthRead | undefined): DateRead | undefined {
  const day =
    month === undefined
      ? undefined
      : (dayAt(tokens, month.at) ?? dayAfterThe(tokens, month.at) ?? dayAfterComma(tokens, month.at));
  return month === undefined || day === undefined || isNumberGoingOn(tokens, day.at)
    ? undefined
    : withYear(tokens, { month: month.month, ...day });
}

/** "Thursday 28th": the day of a month that is not named. */
function ordinalDay(tokens: readonly Token[], at: number) {
  const day = dayAt(tokens, at);
  return day !== undefined && day.at > at + 1 ? day : undefined;
}

/** "December, 17th". */
function dayAfterComma(tokens: readonly Token[], at: number) {
  return tokens[at]?.text === "," ? ordinalDay(tokens, at + 1) : undefined;
}

/** "the 4th"; "the fourth" only before a year, as the first boats may come in May. */
function dayAfterThe(tokens: readonly Token[], at: number) {
  const ordinal = tokens[at]?.form === "the" ? ordinalDay(tokens, at + 1) : undefined;
  const spelled = tokens[at]?.form === "the" ? (tokens[at + 1]?.means?.ordinal ?? 0) : 0;
  const year = tokens[at + 2]?.text === "," ? at + 3 : at + 2;
  const isSpelled = isDay(spelled) && yearAt(tokens, year) !== undefined;
  return ordinal ?? (isSpelled ? { day: spelled, at: at + 2 } : undefined);
}

/** "March 3.5": the digits after the month are part of a number. */
function isNumberGoingOn(tokens: readonly Token[], at: number): boolean {
  const [mark, number] = [tokens[at], tokens[at + 1]];
  const isMark = mark?.isGlued === true && CONTINUES_NUMBER.has(mark.text);
  return isMark && number?.type === "number" && number.isGlued;
}

/** "20 November", "20th of November 2026", "20. November", "1er mai", "20 de noviembre de 2026". */
function dayFirst(tokens: readonly Token[], at: number, calendar: Calendar): DateRead | undefined {
  const day = dayAt(tokens, at) ?? spelledDay(tokens, at, calendar);
  if (day === undefined) {
    return undefined;
  }
  const stop = tokens[day.at]?.text === "." ? 1 : 0;
  const month = monthAt(tokens, day.at + stop + ofLength(tokens, day.at + stop), calendar);
  return month === undefined ? undefined : withYear(tokens, { day: day.day, ...month });
}

/** "dos de marzo", "tien januari", "dritten Mai"; not in English, where three may join in May. */
function spelledDay(tokens: readonly Token[], at: number, { hasDottedDates }: Calendar) {
  const { cardinal = 0, ordinal = 0, isOne } = tokens[at]?.means ?? {};
  const one = isOne === true && OF.has(tokens[at + 1]?.form ?? "") ? 1 : 0;
  const day = Math.max(cardinal, ordinal, one);
  return hasDottedDates && isDay(day) ? { day, at: at + 1 } : undefined;
}

/** Tokens between a day and its month: "de", "del mes de", "du mois de". */
function ofLength(tokens: readonly Token[], at: number): number {
  const [article, word, of] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const isMonth = OF_MONTH.has(article?.form ?? "") && MONTH.has(word?.form ?? "") && OF.has(of?.form ?? "");
  return isMonth ? 3 : Number(OF.has(article?.form ?? ""));
}

function withYear(tokens: readonly Token[], read: DateRead): DateRead {
  const link = tokens[read.at]?.text === "," || OF.has(tokens[read.at]?.form ?? "") ? 1 : 0;
  const year = yearAt(tokens, read.at + link);
  return year === undefined ? read : { ...read, year, at: read.at + link + 1 };
}

/** "November 2026"; "in May". */
function monthAlone(
  tokens: readonly Token[],
  at: number,
  month: MonthRead | undefined,
): DateRead | undefined {
  const token = tokens[at];
  if (month === undefined || token === undefined) {
    return undefined;
  }
  const of = OF.has(tokens[month.at]?.form ?? "") ? 1 : 0;
  const year = yearAt(tokens, month.at + of);
  if (year !== undefined) {
    return { month: month.month, year, at: month.at + of + 1 };
  }
  return isMonthAlone(token, tokens[at - 1], tokens[month.at]) ? month : undefined;
}

/** "early March", "mid-January 1919", "the end of March", "the late 1990s". */
function withPart(tokens: readonly Token[], at: number, calendar: Calendar): DateRead | undefined {
  const part = PARTS.get(tokens[at]?.form ?? "");
  const next = PART_LINKS.has(tokens[at + 1]?.form ?? "") ? at + 2 : at + 1;
  if (part === undefined || (next === at + 1 && isVerb(tokens, at))) {
    return undefined;
  }
  const month =
    dayAndMonth(tokens, next, calendar) === undefined ? monthAt(tokens, next, calendar) : undefined;
  const whole =
    month === undefined ? (decadeAt(tokens, next) ?? yearOnly(tokens, next)) : withYearAlone(tokens, month);
  return whole === undefined ? undefined : { ...whole, part };
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  return VERB_PARTS.has(tokens[at]?.form) && BEFORE_VERBS.has(tokens[at - 1]?.form ?? "");
}

function yearOnly(tokens: readonly Token[], at: number): DateRead | undefined {
  const year = yearAt(tokens, at);
  return year === undefined ? undefined : { year, at: at + 1 };
}

function withYearAlone(tokens: readonly Token[], read: DateRead): DateRead {
  return { ...read, ...yearOnly(tokens, read.at) };
}
