import type { ListedRange } from "../../scan/first-ranges.ts";
import { partsWithin } from "../../scan/known-text.ts";
import type { RangeResult, WholeResult } from "../../scan/range-result.ts";
import { unknownStretch } from "../../snapshot/fingerprints.ts";
import { countStories, type PartReference } from "../../snapshot/parts.ts";
import type { Bounds } from "../../snapshot/snapshot.ts";

/** A key range; done once it has a result. */
export interface CheckpointRange extends Bounds {
  readonly result?: WholeResult;
}

/** An edition in the making. Every stored checkpoint is consistent; resuming is always safe. */
export interface Checkpoint {
  readonly slot: string;
  /** Key of the snapshot to compare with; `null`: a baseline. */
  readonly parent: string | null;
  /** Key prefixes under which any number of removals is accepted. */
  readonly acceptRemovals: readonly string[];
  /** Slots that a mass removal has stopped since that snapshot, oldest first; absent: none. */
  readonly stopped?: readonly string[];
  /** In key order; together they cover every key. */
  readonly ranges: readonly CheckpointRange[];
}

/** The progress of an edition. */
export interface Progress {
  readonly ranges: number;
  readonly of: number;
  /** Stories in the completed ranges. */
  readonly stories: number;
}

/** The ranges still to be scanned, each with the parent's parts that overlap it. */
export function openRangesOf(
  { ranges }: Pick<Checkpoint, "ranges">,
  parts: readonly PartReference[],
): readonly ListedRange[] {
  return ranges.flatMap(({ result, ...bounds }, index) =>
    result === undefined ? [{ range: { index, ...bounds, parts: partsWithin(parts, bounds) } }] : [],
  );
}

/** The checkpoint with these results added; a range that was stopped is split after its last finished key. */
export function applyResults(
  checkpoint: Checkpoint,
  results: ReadonlyMap<number, RangeResult | undefined>,
): Checkpoint {
  return {
    ...checkpoint,
    ranges: checkpoint.ranges.flatMap((range, index) => applyResult(range, results.get(index))),
  };
}

function applyResult(range: CheckpointRange, found: RangeResult | undefined): readonly CheckpointRange[] {
  if (found === undefined) {
    return [range];
  }
  const { upTo, ...result } = found;
  if (upTo === undefined) {
    return [{ ...range, result }];
  }
  const { after: _, ...rest } = range;
  return [
    { ...range, upTo, result },
    { ...rest, after: upTo },
  ];
}

/** The results so far, in key order. A range that was not scanned at once is a stretch of which nothing is known. */
export function resultOf({ ranges }: Checkpoint): WholeResult {
  return {
    parts: ranges.flatMap(({ result }) => result?.parts ?? []),
    changes: ranges.flatMap(({ result }) => result?.changes ?? []),
    stretches: ranges.flatMap(({ upTo, result }) => result?.stretches ?? [unknownStretch(upTo)]),
  };
}

/** Whether every range has been scanned. */
export function isDone({ ranges }: Checkpoint): boolean {
  return ranges.every(({ result }) => result !== undefined);
}

/** The number of completed ranges and their stories. */
export function progressOf(checkpoint: Checkpoint): Progress {
  return {
    ranges: checkpoint.ranges.filter(({ result }) => result !== undefined).length,
    of: checkpoint.ranges.length,
    stories: countStories(resultOf(checkpoint).parts),
  };
}
