import type { RemovedRecord } from "../schema.ts";
import { SIGNIFICANCE } from "../significance.ts";

/** Works out how significant the removal of a story is. */
export type WeighRemoval = (record: RemovedRecord) => number;

/** What is known of a story beside its last text. */
export interface KnownOfRemoved {
  /** The significance of its change in the edition before; absent if it had none. */
  readonly before?: number | undefined;
  /** Whether its thread has other stories. */
  readonly hasThread: boolean;
}

const MOST_BEFORE = 20;
const THREAD = 1;
/** Points for a text of at least so many words, the longest first; of a script without spaces, twice as many characters. */
const LENGTHS = [
  [300, 1],
  [100, 0.5],
] as const;

/**
 * The importance of a removal to a reader, on the scale of all changes:
 *
 * | removed story | points |
 * |---|---|
 * | any | 7 |
 * | new, changed or back in the edition before | half its significance there, at most 20 |
 * | of 300 words or more; of 100 or more | 1; 0.5 |
 * | its thread has other stories | 1 |
 */
export function significanceOfRemoval(
  { words = 0, characters = 0 }: Pick<RemovedRecord, "words" | "characters">,
  { before = 0, hasThread }: KnownOfRemoved,
): number {
  const length = Math.max(words, characters / 2);
  return (
    SIGNIFICANCE.removed +
    Math.min(MOST_BEFORE, Math.round(before / 2)) +
    (LENGTHS.find(([least]) => length >= least)?.[1] ?? 0) +
    (hasThread ? THREAD : 0)
  );
}
