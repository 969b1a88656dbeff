import { type DiffPart, shortestDiff } from "./shortest-diff.ts";

/** A diff of two lists of words; `undefined` if they differ too much for the remaining budget. */
export type Diff = (before: readonly string[], after: readonly string[]) => readonly DiffPart[] | undefined;

/** Burst factor: one diff may use 16 equal shares; most use almost none. */
const BURST_FACTOR = 16;

/**
 * A diff for about `count` pairs that together take at most `steps` steps, whatever the input: a diff takes the square of its edit
 * distance in steps, and one that exceeds `maxDistance` or its share of the remaining steps is abandoned.
 */
export function boundedDiff(count: number, steps: number, maxDistance: number): Diff {
  let [left, remaining] = [count, steps];
  return (before, after) => {
    const share = Math.min(remaining, (BURST_FACTOR * remaining) / Math.max(left, 1));
    const maxLength = Math.min(maxDistance, Math.floor(Math.sqrt(share)));
    const parts = shortestDiff(before, after, maxLength);
    left -= 1;
    remaining -= (parts === undefined ? maxLength : distanceOf(parts)) ** 2;
    return parts;
  };
}

function distanceOf(parts: readonly DiffPart[]): number {
  return parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
}
