/** A slot in its canonical form: ISO 8601, UTC, to the second (`2026-11-20T07:00:00Z`); such slots sort as text. */
export function toSlot(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** The slot of an ISO time with a zone, or `undefined` if the text is not such a time, or its day is in no calendar. */
export function parseSlot(text: string): string | undefined {
  const time = ISO_TIME.test(text) && isInCalendar(text) ? new Date(text) : new Date(Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : toSlot(time);
}

/** Whether the month has such a day: `Date` takes 30 February for 2 March. */
function isInCalendar(text: string): boolean {
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && toSlot(midnight).startsWith(day);
}

const HOUR_MS = 3_600_000;
/** A slot further ahead is a mistake: until then, every run would have nothing to do. */
const MAX_HOURS_AHEAD = 24;

/** By how many whole hours a slot is ahead of a clock; 0 if it is not. */
export function hoursAhead(slot: string, now: Date): number {
  return Math.max(0, Math.trunc((Date.parse(slot) - now.getTime()) / HOUR_MS));
}

/** Whether a slot is too far ahead of a clock to be meant. */
export function isTooFarAhead(slot: string, now: Date): boolean {
  return Date.parse(slot) - now.getTime() > MAX_HOURS_AHEAD * HOUR_MS;
}
