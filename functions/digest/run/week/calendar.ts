import { WEEK_DAYS, type WeekDay } from "../../config.ts";

const DAY_MS = 86_400_000;
/** Day 0, 1 January 1970, was a Thursday: so many days after a Monday. */
const FIRST_DAY = 3;

/** The week in which a time lies, counted from 1970, where weeks begin at midnight of `weekDay` in the zone. */
export function weekOf(
  time: string,
  { weekDay, timeZone }: { readonly weekDay: WeekDay; readonly timeZone: string },
): number {
  return Math.floor((dayOf(time, timeZone) + FIRST_DAY - WEEK_DAYS.indexOf(weekDay)) / WEEK_DAYS.length);
}

/** The calendar day in the zone, counted from 1970. */
function dayOf(time: string, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en", {
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const parts = new Map(format.formatToParts(new Date(time)).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1) / DAY_MS;
}
