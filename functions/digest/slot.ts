/** A slot in its canonical form: ISO 8601, UTC, to the second (`2026-11-20T07:00:00Z`); such slots sort as text. */
export function toSlot(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** The slot of an ISO time with a zone, or `undefined` if the text is not such a time. */
export function parseSlot(text: string): string | undefined {
  const time = ISO_TIME.test(text) ? new Date(text) : new Date(Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : toSlot(time);
}
