import { cronTimes } from "./cron.ts";

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const ALL = /^[*?]$/;

/**
 * The longest time between two runs of a schedule, in whole hours, rounded up; `undefined` if it depends on
 * days of the month, months or years. Times of day and days of the week cover the usual digest schedules.
 */
export function longestGapHours(schedule: string): number | undefined {
  const times = cronTimes(schedule);
  const [, , dayOfMonth = "", month = "", dayOfWeek = "", year = ""] =
    /^cron\((.*)\)$/.exec(schedule)?.[1]?.trim().split(/\s+/) ?? [];
  const days = ALL.test(dayOfWeek) ? DAYS.map((_, day) => day) : weekdays(dayOfWeek);
  if (
    times === undefined ||
    days === undefined ||
    ![dayOfMonth, month, year].every((field) => ALL.test(field))
  ) {
    return undefined;
  }
  const week = days.flatMap((day) => times.map((time) => day * DAY_MINUTES + time));
  const next = [...week.slice(1), (week[0] ?? 0) + 7 * DAY_MINUTES];
  const gaps = week.map((time, at) => (next[at] ?? time) - time);
  return Math.ceil(Math.max(...gaps) / HOUR_MINUTES);
}

/**
 * `MON-FRI`, `2,4` (1 is Sunday) or a list of them, ascending; `undefined` for the last or nth weekday of a
 * month.
 */
function weekdays(field: string): readonly number[] | undefined {
  const days = new Set<number>();
  for (const term of field.split(",")) {
    const [from, to = from, ...more] = term.split("-").map(weekday);
    if (from === undefined || to === undefined || more.length > 0) {
      return undefined;
    }
    for (let day = from; day !== (to + 1) % 7 || !days.has(to); day = (day + 1) % 7) {
      days.add(day);
    }
  }
  return [...days].toSorted((a, b) => a - b);
}

function weekday(name: string): number | undefined {
  const day = /^[1-7]$/.test(name) ? Number(name) - 1 : DAYS.indexOf(name);
  return day < 0 ? undefined : day;
}
