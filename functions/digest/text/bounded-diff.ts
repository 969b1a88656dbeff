import { diffArrays } from "diff";

/** A run of words that are kept, removed or added. */
export interface DiffPart {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** A diff of two lists of words; `undefined` where they are too different for what may still be spent. */
export type Diff = (before: readonly string[], after: readonly string[]) => readonly DiffPart[] | undefined;

/** A diff may take so many times its share, as most take next to nothing of theirs. */
const GREED = 16;

/**
 * A diff for about `count` pairs that together take at most `steps` steps, about seven million a second, whatever is in
 * them: a diff takes as many steps as the square of its edit distance (Myers, "An O(ND) difference algorithm", 1986),
 * and one that passes `maxDistance` or its part of what is left is given up.
 */
export function boundedDiff(count: number, steps: number, maxDistance: number): Diff {
  let [left, remaining] = [count, steps];
  return (before, after) => {
    const share = Math.min(remaining, (GREED * remaining) / Math.max(left, 1));
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
