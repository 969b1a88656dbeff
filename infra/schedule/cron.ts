/**
 * The part of EventBridge Scheduler's cron syntax that can be checked at synth:
 * `cron(minutes hours day-of-month month day-of-week year)`, one of the two day fields being `?`.
 * Source: EventBridge Scheduler user guide, "Schedule types".
 */
const MINUTES = { from: 0, to: 59 };
const HOURS = { from: 0, to: 23 };
const DAY_FIELD = /^[0-9A-Z*,/#?-]+$/;
const YEAR_FIELD = /^[0-9*,/-]+$/;

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** When a cron expression fires within a day, in minutes since local midnight, ascending. */
export type DayTimes = readonly number[];

/** The times of day at which the expression fires, or `undefined` if it is not a cron expression. */
export function cronTimes(expression: string): DayTimes | undefined {
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const [minuteField, hourField, ...days] = fields;
  if (minuteField === undefined || hourField === undefined || !areDayFields(days)) {
    return undefined;
  }
  const minutes = expand(minuteField, MINUTES);
  const hours = expand(hourField, HOURS);
  return minutes && hours?.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
}

function areDayFields(fields: readonly string[]): boolean {
  const [dayOfMonth, month, dayOfWeek, year] = fields;
  if (fields.length !== 4 || year === undefined || month === undefined) {
    return false;
  }
  const days = [dayOfMonth, dayOfWeek];
  return (
    days.filter((day) => day === "?").length === 1 &&
    fields.slice(0, 3).every((field) => DAY_FIELD.test(field)) &&
    month !== "?" &&
    YEAR_FIELD.test(year)
  );
}

/** The values of a field: `*`, `n` or `n-m`, with or without a step, or a list of them; otherwise `undefined`. */
function expand(field: string, bounds: Bounds): readonly number[] | undefined {
  const values = new Set<number>();
  for (const term of field.split(",")) {
    const range = termRange(term, bounds);
    if (range === undefined) {
      return undefined;
    }
    for (let value = range.from; value <= range.to; value += range.step) {
      values.add(value);
    }
  }
  return [...values].toSorted((a, b) => a - b);
}

function termRange(term: string, bounds: Bounds): (Bounds & { readonly step: number }) | undefined {
  const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(term);
  if (match === null) {
    return undefined;
  }
  const [, first, last, steps] = match;
  const step = Number(steps ?? 1);
  const from = Number(first ?? bounds.from);
  const to = lastValue({ first, last, steps }, bounds);
  return step > 0 && from >= bounds.from && from <= to && to <= bounds.to ? { from, to, step } : undefined;
}

/** `7` is one value, but `7/2` runs to the end of the field, as `*` does. */
function lastValue(
  term: Readonly<Record<"first" | "last" | "steps", string | undefined>>,
  bounds: Bounds,
): number {
  if (term.last !== undefined) {
    return Number(term.last);
  }
  return term.first === undefined || term.steps !== undefined ? bounds.to : Number(term.first);
}
