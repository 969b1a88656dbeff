/** A slot in its one written form: ISO 8601, UTC, to the second (`2026-11-20T07:00:00Z`); such slots sort as text. */
export function toSlot(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** The slot that an ISO time with a zone names, or `undefined` when the text is no such time. */
export function parseSlot(text: string): string | undefined {
  const time = ISO_TIME.test(text) ? new Date(text) : new Date(Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : toSlot(time);
}
