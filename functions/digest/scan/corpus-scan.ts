import pMap from "p-map";
import { countStories, type PartReference } from "../snapshot/parts.ts";
import { planRanges } from "../snapshot/snapshot.ts";
import { type ListedRange, openFirstRanges } from "./first-ranges.ts";
import { createPermits } from "./gate.ts";
import type { RangeResult } from "./range-result.ts";
import { type ScanContext, scanRange } from "./scan.ts";

/** Called after each range, with the number of completed ranges and their stories. */
export type Progress = (done: {
  readonly ranges: number;
  readonly of: number;
  readonly stories: number;
}) => void;

/**
 * Splits the key space along the parts of the snapshot or, before there are any, with {@link openFirstRanges}; together
 * the ranges cover every key.
 */
export async function planScan(
  parts: readonly PartReference[],
  { corpus, corpusPrefix, limits }: Pick<ScanContext, "corpus" | "corpusPrefix" | "limits">,
): Promise<readonly ListedRange[]> {
  return parts.length === 0
    ? await openFirstRanges(corpus, corpusPrefix)
    : planRanges(parts, limits.partEntries).map((range) => ({ range }));
}

/**
 * Scans these ranges, several concurrently, and returns the result of each; the concurrency does not affect the
 * results. The first range to fail fails the scan: the others read no more stories.
 */
export async function scanRanges(
  ranges: readonly ListedRange[],
  context: ScanContext,
  progress: Progress,
): Promise<readonly (RangeResult | undefined)[]> {
  const permits = createPermits(context.limits);
  let done = 0;
  let stories = 0;
  const scan = async (range: ListedRange): Promise<RangeResult | undefined> => {
    const result = await scanRange(range, context, permits);
    done += 1;
    stories += countStories(result?.parts ?? []);
    progress({ ranges: done, of: ranges.length, stories });
    return result;
  };
  try {
    return await pMap(ranges, scan, { concurrency: context.limits.ranges });
  } catch (error) {
    permits.reading.shut(error);
    permits.writing.shut(error);
    throw error;
  }
}
