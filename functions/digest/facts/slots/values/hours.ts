import { dateUnit } from "../../reading/dates/dates.ts";
import type { Unit } from "../../reading/types.ts";

const BARE_NUMBER = /^#\d{1,2}$/;
const HOURS = 24;
/** In minutes. */
const NOON = 720;

/** "8:30" → "9": a bare number in the place of a time of day is an hour, in the half of the day of that time. */
export function withHours(values: readonly Unit[], others: readonly Unit[]): readonly Unit[] {
  return values.length === others.length
    ? values.map((value, n) => asHour(value, others[n]?.moment?.minute) ?? value)
    : values;
}

function asHour({ key, from, to }: Unit, minute: number | undefined): Unit | undefined {
  const hour = BARE_NUMBER.test(key) ? Number(key.slice(1)) : Number.POSITIVE_INFINITY;
  if (minute === undefined || hour > HOURS) {
    return undefined;
  }
  const isLater = minute >= NOON && hour < NOON / 60;
  return dateUnit(from, to, { minute: hour * 60 + (isLater ? NOON : 0) });
}
