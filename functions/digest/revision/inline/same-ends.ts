/** The length of the whole lines at the start of two texts that are the same. */
export function sameStart(before: string, after: string): number {
  return before.lastIndexOf("\n", sameBeginning(before, after) - 1) + 1;
}

/** The length of the whole lines at their end that are the same, with the line break before them. */
export function sameEnd(before: string, after: string): number {
  const length = sameEnding(before, after, Math.min(before.length, after.length));
  const line = before.indexOf("\n", before.length - length);
  return line === -1 ? 0 : before.length - line;
}

/** How many characters two texts begin with alike. */
export function sameBeginning(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  return countSame(shorter, (from, to) => before.startsWith(after.slice(from, to), from));
}

/** With how many characters they end alike, up to `most`. */
export function sameEnding(before: string, after: string, most: number): number {
  return countSame(most, (from, to) =>
    before.endsWith(after.slice(after.length - to, after.length - from), before.length - from),
  );
}

/** How many of the first `most` characters are the same, found by halves. */
function countSame(most: number, areSame: (from: number, to: number) => boolean): number {
  let count = 0;
  for (let size = most; size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    const to = Math.min(most, count + size);
    count = areSame(count, to) ? to : count;
  }
  return count;
}
