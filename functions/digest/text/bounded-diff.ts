import { diffArrays } from "diff";

/** A run of kept, removed or added words. */
export interface DiffPart {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** A diff of two lists of words; `undefined` if they differ too much for the remaining budget. */
export type Diff = (before: readonly string[], after: readonly string[]) => readonly DiffPart[] | undefined;

/** Burst factor: one diff may use 16 equal shares; most use almost none. */
const BURST_FACTOR = 16;

/**
 * A diff for about `count` pairs that together take at most `steps` steps, about seven million a second,
 * whatever the input: a diff takes the square of its edit distance in steps (Myers, "An O(ND) difference
 * algorithm", 1986), and one that exceeds `maxDistance` or its share of the remaining steps is abandoned.
 */
export function boundedDiff(count: number, steps: number, maxDistance: number): Diff {
  let [left, remaining] = [count, steps];
  return (before, after) => {
    const share = Math.min(remaining, (BURST_FACTOR * remaining) / Math.max(left, 1));
    const maxEditLength = Math.min(maxDistance, Math.floor(Math.sqrt(share)));
    const parts = diffMiddle(before, after, maxEditLength);
    left -= 1;
    remaining -= (parts === undefined ? maxEditLength : distanceOf(parts)) ** 2;
    return parts;
  };
}

/**
 * Words that begin both lists need no diff; nor, if both end alike too, do a word in the place of another, or words that only came
 * or went. Of all others the ends are compared with the rest: where a word is repeated, another run of words may be the kept one.
 */
function diffMiddle(
  before: readonly string[],
  after: readonly string[],
  maxEditLength: number,
): readonly DiffPart[] | undefined {
  const start = sameStart(before, after);
  const end = sameEnd(before, after, start);
  const [gone, come] = [before.length - start - end, after.length - start - end];
  if (gone === 0 || come === 0 || (gone === 1 && come === 1)) {
    const middle = replaced(gone, come, maxEditLength);
    return middle === undefined ? undefined : [...kept(start), ...middle, ...kept(end)];
  }
  const rest = diffArrays(before.slice(start), after.slice(start), { maxEditLength });
  return rest === undefined ? undefined : [...kept(start), ...rest];
}

function replaced(gone: number, come: number, maxEditLength: number): readonly DiffPart[] | undefined {
  const parts = [
    { removed: true, added: false, count: gone },
    { removed: false, added: true, count: come },
  ];
  return gone + come > maxEditLength ? undefined : parts.filter(({ count }) => count > 0);
}

function kept(count: number): readonly DiffPart[] {
  return count === 0 ? [] : [{ removed: false, added: false, count }];
}

function sameStart(before: readonly string[], after: readonly string[]): number {
  const shorter = Math.min(before.length, after.length);
  let count = 0;
  while (count < shorter && before[count] === after[count]) {
    count += 1;
  }
  return count;
}

/** How many words both end with, of those after the first `start`. */
function sameEnd(before: readonly string[], after: readonly string[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) {
    count += 1;
  }
  return count;
}

function distanceOf(parts: readonly DiffPart[]): number {
  return parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
}
