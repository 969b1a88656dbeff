import type { ListedRange } from "../scan/first-ranges.ts";
import { partsWithin } from "../scan/known-text.ts";
import type { RangeResult, WholeResult } from "../scan/range-result.ts";
import type { PartReference } from "../snapshot/parts.ts";
import type { Bounds } from "../snapshot/snapshot.ts";

/** A stretch of keys; with a result it is done. */
export interface WorkRange extends Bounds {
  readonly result?: WholeResult;
}

/** The making of one edition, as far as it has come. Every value of it is whole: going on from it is always right. */
export interface Work {
  readonly slot: string;
  /** Key of the snapshot to compare with; `null`: a baseline. */
  readonly parent: string | null;
  /** Key prefixes whose stories may go in any number. */
  readonly acceptRemovals: readonly string[];
  /** In key order; together they cover every key. */
  readonly ranges: readonly WorkRange[];
}

/** How far a work has come. */
export interface WorkProgress {
  readonly ranges: number;
  readonly of: number;
  /** Stories of the ranges that are done. */
  readonly stories: number;
}

/** The ranges that are still to be scanned, each with those of the parent's parts that hold any of its keys. */
export function openRangesOf(work: Work, parts: readonly PartReference[]): readonly ListedRange[] {
  return work.ranges.flatMap(({ result, ...bounds }, index) =>
    result === undefined ? [{ range: { index, ...bounds, parts: partsWithin(parts, bounds) } }] : [],
  );
}

/** The work with what became of these ranges; one that was stopped is cut in two behind the last key that is done. */
export function settle(work: Work, results: ReadonlyMap<number, RangeResult | undefined>): Work {
  return { ...work, ranges: work.ranges.flatMap((range, index) => settleRange(range, results.get(index))) };
}

function settleRange(range: WorkRange, found: RangeResult | undefined): readonly WorkRange[] {
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

/** What was found so far, in key order. */
export function resultOf({ ranges }: Work): WholeResult {
  return {
    parts: ranges.flatMap(({ result }) => result?.parts ?? []),
    changes: ranges.flatMap(({ result }) => result?.changes ?? []),
  };
}

/** Whether every range is scanned. */
export function isDone({ ranges }: Work): boolean {
  return ranges.every(({ result }) => result !== undefined);
}

/** Ranges and stories that are done. */
export function progressOf(work: Work): WorkProgress {
  return {
    ranges: work.ranges.filter(({ result }) => result !== undefined).length,
    of: work.ranges.length,
    stories: resultOf(work).parts.reduce((count, part) => count + part.count, 0),
  };
}
