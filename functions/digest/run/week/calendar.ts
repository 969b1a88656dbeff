import { WEEK_DAYS, type WeekDay } from "../../config.ts";
import { dayNumber } from "../../publish/wording/dates.ts";

/** Day 0, 1 January 1970, was a Thursday: so many days after a Monday. */
const FIRST_DAY = 3;

/** The week in which a time lies, counted from 1970, where weeks begin at midnight of `weekDay` in the zone. */
export function weekOf(
  time: string,
  { weekDay, timeZone }: { readonly weekDay: WeekDay; readonly timeZone: string },
): number {
  return Math.floor(
    (dayNumber(new Date(time), timeZone) + FIRST_DAY - WEEK_DAYS.indexOf(weekDay)) / WEEK_DAYS.length,
  );
}
