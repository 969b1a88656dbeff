/** How many letters two words have in common at their start. */
export function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at += 1;
  }
  return at;
}

/** Two words without what they have in common: its letters at their start and at their end, and what is left of each. */
export function differing(a: string, b: string) {
  const start = commonStart(a, b);
  const shorter = Math.min(a.length, b.length);
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) {
    end += 1;
  }
  return { start, end, one: a.slice(start, a.length - end), other: b.slice(start, b.length - end) };
}
