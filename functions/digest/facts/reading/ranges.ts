import { wordSet } from "../phrases.ts";
import { dateUnit } from "./dates/dates.ts";
import type { Moment } from "./dates/moment.ts";
import { isDay } from "./dates/months.ts";
import { asciiDigits } from "./numbers/digits.ts";
import { LINKS } from "./range-words.ts";
import type { Reading } from "./reading.ts";
import { matches, type Token } from "./tokens.ts";
import type { Unit } from "./types.ts";
import { plainKey, valueAt } from "./values.ts";

/** Marks between the ends of a range. */
export const RANGE_DASH = /^[-–—‑‐~～〜−]$/;
/** Of numbers these make a range; "and" adds. */
const SPAN_LINKS = wordSet("to à bis a al tot t/m até till до");
/** Between the sides of what is measured. */
const TIMES: ReadonlySet<string> = new Set(["x", "×"]);
const BARE_NUMBER = /^\d{1,2}$/;
const NOON = 720;

/**
 * The range that begins with a value, "50-60", "1990-95", "28 to 30 November", "3–9pm", "5–6%": two values with a link, both
 * of the sort of the second. A score that does not rise ("3-1") is one value. `undefined` for anything else.
 */
export function rangeFrom(reading: Reading, start: Unit): readonly Unit[] | undefined {
  return mayStart(reading.tokens, start.from) ? rangeOf(reading, start) : undefined;
}

function rangeOf(reading: Reading, start: Unit): readonly Unit[] | undefined {
  const { tokens } = reading;
  const { text = "", form = "" } = tokens[start.to] ?? {};
  if (TIMES.has(form)) {
    return dimensionsFrom(reading, start);
  }
  if (text === "/" || text === ".") {
    return text === "/" ? schoolYear(reading, start) : ordinalDays(reading, start);
  }
  const isDash = isDashAt(tokens, start.to) && !(text === ":" && start.sort === "date");
  return isDash || LINKS.has(form) ? joinedRange(reading, start, isDash) : undefined;
}

function joinedRange(reading: Reading, start: Unit, isDash: boolean): readonly Unit[] | undefined {
  const { tokens } = reading;
  const end = endAt(reading, start.to + 1);
  if (end === undefined) {
    return undefined;
  }
  return isDash
    ? dashedRange(tokens, start, end)
    : linkedRange(tokens, start, tokens[start.to]?.form ?? "", end);
}

/** "3. bis 5. Mai", "3. und 5. Mai", "3.–5. Mai": the first day with its stop. */
function ordinalDays(reading: Reading, start: Unit): readonly Unit[] | undefined {
  const link = start.to + 1;
  const isLinked = LINKS.has(reading.tokens[link]?.form ?? "") || matches(reading.tokens[link], RANGE_DASH);
  const end = isLinked ? endAt(reading, link + 1) : undefined;
  const first = end === undefined ? undefined : sharedDate(reading.tokens, start, end);
  return first === undefined || end === undefined
    ? undefined
    : [{ ...first, to: link }, linkUnit(link, reading.tokens[link]?.form ?? ""), end];
}

/** A dash, or the colon of a score. */
function isDashAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ":" || matches(tokens[at], RANGE_DASH);
}

/** "2018/2019". */
function schoolYear(reading: Reading, start: Unit): readonly Unit[] | undefined {
  const end = start.isYear === true ? endAt(reading, start.to + 1) : undefined;
  const isNext = end?.isYear === true && plainNumber(end) === plainNumber(start) + 1;
  return isNext ? years(start, end) : undefined;
}

/** "700 x 200 pixels", "3 × 4 m": one value. */
function dimensionsFrom(reading: Reading, start: Unit): readonly Unit[] | undefined {
  const end = endAt(reading, start.to + 1);
  const areNumbers = start.sort === "number" && end?.sort === "number";
  return end !== undefined && areNumbers ? [joinedValue(reading.tokens, start, end, "x")] : undefined;
}

/** "28 to 30 November", "5 to 10 days". */
function linkedRange(
  tokens: readonly Token[],
  start: Unit,
  link: string,
  end: Unit,
): readonly Unit[] | undefined {
  const first = sharedDate(tokens, start, end);
  if (first !== undefined) {
    return [first, linkUnit(start.to, link), end];
  }
  if (start.isYear === true && end.isYear === true && SPAN_LINKS.has(link)) {
    return years(start, end);
  }
  return isSpan(start, link, end)
    ? [start, linkUnit(start.to, link), end].map((unit) => ({
        ...unit,
        shown: [start.from, end.to],
        isLoose: true,
      }))
    : undefined;
}

/** "2022 to 2023", "2022-2023": shown together. */
function years(start: Unit, end: Unit): readonly Unit[] {
  const shown = [start.from, end.to] as const;
  return [{ ...start, shown }, linkUnit(start.to, "to"), { ...end, shown, isYear: true }];
}

/** "5 to 10 days", but no two amounts: "from 5 km to 10 km". */
function isSpan(start: Unit, link: string, end: Unit): boolean {
  return start.sort === "number" && end.sort === "number" && start.unit === "" && SPAN_LINKS.has(link);
}

/** "May 7-10", "9-11:30am", "50–60"; each end is shown with the other. */
function dashedRange(tokens: readonly Token[], start: Unit, end: Unit): readonly Unit[] | undefined {
  const [later, first] = [laterDay(start, end), sharedDate(tokens, start, end)];
  if (later === undefined && first === undefined) {
    return dashed(tokens, start, end);
  }
  const shown = [start.from, end.to] as const;
  return [{ ...(first ?? start), shown }, linkUnit(start.to, "to"), { ...(later ?? end), shown }];
}

/** Whether a range may begin with the value at a token: it is in digits, with or without a sign, or a month or date before a link. */
function mayStart(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const isDigits = token?.type === "number" || (token?.type === "mark" && next?.type === "number");
  const isMonth = token?.type === "word" && next?.type === "number" && isDashAt(tokens, at + 2);
  return isDigits || isMonth || (token?.type === "word" && LINKS.has(next?.form ?? ""));
}

/** The value, in digits, that a range ends with. */
function endAt(reading: Reading, at: number): Unit | undefined {
  const type = reading.tokens[at]?.type;
  const end = type === "mark" || type === "address" ? undefined : valueAt(reading, at);
  return type !== "word" || end?.sort === "date" ? end : undefined;
}

function linkUnit(at: number, key: string): Unit {
  return { sort: "word", key, from: at, to: at + 1 };
}

/** "May 7-10": a bare number after a day is a later one of its month. */
function laterDay({ moment }: Unit, end: Unit): Unit | undefined {
  const day = end.sort === "number" && BARE_NUMBER.test(end.key.slice(1)) ? Number(end.key.slice(1)) : 0;
  const isLater = moment?.day !== undefined && moment.year === undefined && day > moment.day && isDay(day);
  return isLater ? dateUnit(end.from, end.to, { ...moment, day }) : undefined;
}

/** "28 to 30 November", "April to June 2031": a bare number before a date is its day; before a time, its hour; a month has its year. */
function sharedDate(tokens: readonly Token[], start: Unit, end: Unit): Unit | undefined {
  const [month, last] = [start.moment, end.moment];
  if (month !== undefined && last?.month !== undefined && isMonthAlone(month)) {
    const { year, month: _, ...open } = last;
    const isYear = year !== undefined && Object.values(open).every((part) => part === undefined);
    return isYear ? dateUnit(start.from, start.to, { ...month, year }) : undefined;
  }
  const plain = asciiDigits(tokens[start.from]?.text ?? "");
  const isBare = start.sort === "number" && start.to === start.from + 1 && BARE_NUMBER.test(plain);
  const moment = isBare && end.moment !== undefined ? withStart(end.moment, Number(plain)) : undefined;
  return moment === undefined ? undefined : dateUnit(start.from, start.to, moment);
}

/** "April", without day and year. */
function isMonthAlone(moment: Moment): boolean {
  const { month, ...others } = moment;
  return month !== undefined && Object.values(others).every((part) => part === undefined);
}

function withStart({ day, weekday: _, minute, ...rest }: Moment, value: number): Moment | undefined {
  if (day !== undefined && isDay(value)) {
    return { ...rest, day: value };
  }
  if (minute !== undefined && value >= 1 && value <= 12) {
    const half = minute >= NOON && value * 60 + NOON < minute ? NOON : 0;
    return { minute: (value % 12) * 60 + half };
  }
  return undefined;
}

function dashed(tokens: readonly Token[], start: Unit, end: Unit): readonly Unit[] | undefined {
  const shown = [start.from, end.to] as const;
  if (start.sort === "date" || end.sort === "date") {
    return start.sort === end.sort
      ? [{ ...start, shown }, linkUnit(start.to, "to"), { ...end, shown }]
      : undefined;
  }
  if (isGoingOn(tokens, end.to)) {
    return undefined;
  }
  return areYears(start, end) ? years(start, end) : dashedNumbers(tokens, start, end);
}

/** "50–60"; a score if it does not rise ("3-1"). */
function dashedNumbers(tokens: readonly Token[], start: Unit, end: Unit): readonly Unit[] | undefined {
  if (!isTight(tokens, start.to) && !isMeasured(tokens, start, end)) {
    return undefined;
  }
  if (tokens[start.to]?.text === ":" || plainNumber(start) >= plainNumber(end)) {
    return [joinedValue(tokens, start, end, "-")];
  }
  const shown = [start.from, end.to] as const;
  return [withUnitOf(start, end, shown), linkUnit(start.to, "to"), { ...end, shown }];
}

function isTight(tokens: readonly Token[], dash: number): boolean {
  return tokens[dash]?.isGlued === true && tokens[dash + 1]?.isGlued === true;
}

/** "20 - 30 euros": a dash between blanks, and the unit after both. */
function isMeasured(tokens: readonly Token[], start: Unit, end: Unit): boolean {
  const isLoose = tokens[start.to]?.isGlued === false && tokens[start.to + 1]?.isGlued === false;
  const isShared = start.unit === "" && end.unit !== "" && start.to === start.from + 1;
  return isLoose && isShared && plainNumber(start) < plainNumber(end);
}

/** Three numbers with dashes between them are no range. */
function isGoingOn(tokens: readonly Token[], at: number): boolean {
  const dash = tokens[at];
  return dash?.isGlued === true && isDashAt(tokens, at) && tokens[at + 1]?.type === "number";
}

/** "1990-1995", "1990-95". */
function areYears(start: Unit, end: Unit): boolean {
  const isShort = plainNumber(end) < 100 && end.to === start.to + 2;
  return start.isYear === true && (end.isYear === true || isShort);
}

function plainNumber(unit: Unit): number {
  return Number(plainKey(unit).slice(1));
}

/** "3-1", "3:1", "3 x 1": two numbers that are one value, however it is linked. */
function joinedValue(
  tokens: readonly Token[],
  { from, to: link }: Unit,
  { to, unit = "" }: Unit,
  sign: string,
): Unit {
  const digits = tokens.slice(from, to).map(({ form }, n) => (from + n === link ? sign : form));
  return { sort: "number", key: `#${asciiDigits(digits.join(""))}`, from, to, unit };
}

/** "5–6%": both are percentages. */
function withUnitOf(start: Unit, end: Unit, shown: readonly [number, number]): Unit {
  const unit = start.unit === "" ? (end.unit ?? "") : (start.unit ?? "");
  return { ...start, unit, key: `${plainKey(start)} ${unit}`.trim(), shown };
}
