import type { DayTimes } from "./cron.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAYS_AHEAD = 366;

/** Local times that one day skips because clocks go forward. */
export interface SkippedTimes {
  /** Local date, `2027-03-28`. */
  readonly date: string;
  /** First skipped minute, counted from local midnight. */
  readonly from: number;
  /** First minute that exists again. */
  readonly to: number;
}

/**
 * The first local times that the zone's clocks skip in the year after `after`; `undefined` for a zone without
 * clock changes. Scheduler does not run a schedule at a skipped time (EventBridge Scheduler user guide,
 * "Daylight saving time").
 */
export function skippedTimes(timeZone: string, after: Date): SkippedTimes | undefined {
  const offsetAt = offsets(timeZone);
  for (let day = 0; day < DAYS_AHEAD; day += 1) {
    const start = after.getTime() + day * DAY_MS;
    if (offsetAt(start) < offsetAt(start + DAY_MS)) {
      return describeChange(changeBetween(start, start + DAY_MS, offsetAt), offsetAt);
    }
  }
  return undefined;
}

/** Whether any of the times of day is skipped. */
export function hitsSkipped(times: DayTimes, skipped: SkippedTimes): boolean {
  return times.some((time) => time >= skipped.from && time < skipped.to);
}

/** Local time minus UTC, in minutes, at an instant in epoch milliseconds. */
type OffsetAt = (instant: number) => number;

function offsets(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "longOffset" });
  return (instant) => {
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === "-" ? -size : size;
  };
}

/** The first minute of the new offset, by bisection. */
function changeBetween(start: number, end: number, offsetAt: OffsetAt): number {
  let before = Math.floor(start / MINUTE_MS);
  let after = Math.ceil(end / MINUTE_MS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * MINUTE_MS) === offsetAt(start)) {
      before = middle;
    } else {
      after = middle;
    }
  }
  return after * MINUTE_MS;
}

function describeChange(instant: number, offsetAt: OffsetAt): SkippedTimes {
  const before = offsetAt(instant - MINUTE_MS);
  const local = new Date(instant + before * MINUTE_MS);
  const from = local.getUTCHours() * 60 + local.getUTCMinutes();
  return { date: local.toISOString().slice(0, 10), from, to: from + offsetAt(instant) - before };
}
