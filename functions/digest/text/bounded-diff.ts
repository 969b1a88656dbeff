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
    const parts = diffArrays([...before], [...after], { maxEditLength });
    left -= 1;
    remaining -= (parts === undefined ? maxEditLength : distanceOf(parts)) ** 2;
    return parts;
  };
}

function distanceOf(parts: readonly DiffPart[]): number {
  return parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
}
