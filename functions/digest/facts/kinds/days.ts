import { tokensIn } from "../sentence.ts";
import { dateAt } from "./dates.ts";

const DAY_MS = 86_400_000;
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
/** Offset of a day word from the date of the story, in days. */
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tonight", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);
const FULL = /^\d{4}-\d\d-\d\d$/;
const WITHOUT_YEAR = /^\?-\d\d-\d\d$/;
/** A bare weekday is within a week of the story. */
const MAX_DAYS_AWAY = 7;

/**
 * Whether two date values may be the same day in different forms: "2025-06-22" and "?-06-22"; "monday" and "today". If the
 * date of each story is known, the days are compared; if not, different forms count as equal, as nothing shows otherwise.
 * Two values of one form must resolve to the same day: "today" in one story, "yesterday" in the next.
 */
export function isSameDay(before: string, after: string, dayBefore?: string, dayAfter = dayBefore): boolean {
  const [formBefore, formAfter] = [formOf(before), formOf(after)];
  if (formBefore === undefined || formAfter === undefined) {
    return false;
  }
  const [a, b] = [resolve(before, dayBefore), resolve(after, dayAfter)];
  if (formBefore === formAfter) {
    return a === b;
  }
  if (formBefore !== "weekday" && formAfter !== "weekday") {
    return a === b || isUnknown(a, b);
  }
  const [weekday, other, day] = formBefore === "weekday" ? [before, b, dayBefore] : [after, a, dayAfter];
  return isWeekday(other, weekday, day);
}

type Form = "weekday" | "word" | "full" | "without year";

function formOf(value: string): Form | undefined {
  if (WEEKDAYS.includes(value)) {
    return "weekday";
  }
  if (OFFSETS.has(value)) {
    return "word";
  }
  if (FULL.test(value)) {
    return "full";
  }
  return WITHOUT_YEAR.test(value) ? "without year" : undefined;
}

/** Resolves a day word to its date; a date without a year gets the story's year. */
function resolve(value: string, day: string | undefined): string {
  if (day === undefined) {
    return value;
  }
  const offset = OFFSETS.get(value);
  if (offset !== undefined) {
    return new Date(Date.parse(day) + offset * DAY_MS).toISOString().slice(0, 10);
  }
  return value.startsWith("?") ? day.slice(0, 4) + value.slice(1) : value;
}

/** If either is not a full date, they can only differ in the parts both have: month and day. */
function isUnknown(a: string, b: string): boolean {
  if (FULL.test(a) && FULL.test(b)) {
    return false;
  }
  return OFFSETS.has(a) || OFFSETS.has(b) || a.slice(-5) === b.slice(-5);
}

function isWeekday(value: string, weekday: string, day: string | undefined): boolean {
  const time = FULL.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    return true;
  }
  const isNear = day === undefined || Math.abs(time - Date.parse(day)) <= MAX_DAYS_AWAY * DAY_MS;
  return isNear && WEEKDAYS[new Date(time).getUTCDay()] === weekday;
}

/** The first full date in a byline or dateline, as "2025-06-22". */
export function dayIn(line: string): string | undefined {
  const tokens = tokensIn(line);
  const values = tokens.map((_, at) => dateAt(tokens, at)?.value ?? "");
  return values.find((value) => FULL.test(value));
}
