import pMap from "p-map";
import { compareKeys } from "../snapshot/key-order.ts";
import { type PartReference, readPart, writePart } from "../snapshot/parts.ts";
import { planRanges } from "../snapshot/snapshot.ts";
import { type ListedRange, openFirstRanges } from "./first-ranges.ts";
import { createGate } from "./gate.ts";
import type { RangeResult } from "./range-result.ts";
import type { Inherited } from "./renames.ts";
import { type ScanContext, scanRange } from "./scan.ts";

/** Called after each range: how many are done, and the stories that they hold. */
export type Progress = (done: {
  readonly ranges: number;
  readonly of: number;
  readonly stories: number;
}) => void;

/**
 * Cuts the key space along the parts of the snapshot, or, before there are any, as {@link openFirstRanges} finds it;
 * together the ranges cover every key.
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
 * Scans these ranges, several at a time, and returns what became of each; how many at a time changes nothing in what
 * comes back. The first range that fails fails the scan: the others read no more stories.
 */
export async function scanRanges(
  ranges: readonly ListedRange[],
  context: ScanContext,
  progress: Progress,
): Promise<readonly (RangeResult | undefined)[]> {
  const gate = createGate(context.limits.concurrency);
  let done = 0;
  let stories = 0;
  const scan = async (range: ListedRange): Promise<RangeResult | undefined> => {
    const result = await scanRange(range, context, gate);
    done += 1;
    stories += countStories(result?.parts ?? []);
    progress({ ranges: done, of: ranges.length, stories });
    return result;
  };
  try {
    return await pMap(ranges, scan, { concurrency: context.limits.ranges });
  } catch (error) {
    gate.shut(error);
    throw error;
  }
}

/** Entries of these parts. */
export function countStories(parts: readonly PartReference[]): number {
  return parts.reduce((count, part) => count + part.count, 0);
}

/**
 * Gives renamed stories the history of their old keys: rewrites the parts that hold them, under the run's keys.
 * One GET and one PUT for each such part.
 */
export async function inheritHistory(
  parts: readonly PartReference[],
  inherited: ReadonlyMap<string, Inherited>,
  { state, keys }: Pick<ScanContext, "state" | "keys">,
): Promise<readonly PartReference[]> {
  const renamed = [...inherited.keys()];
  const holds = (part: PartReference): boolean =>
    renamed.some((key) => compareKeys(part.first, key) <= 0 && compareKeys(key, part.last) <= 0);
  const result: PartReference[] = [];
  for (const [index, part] of parts.entries()) {
    result.push(holds(part) ? await rewrite(part, index) : part);
  }
  return result;

  async function rewrite(part: PartReference, index: number): Promise<PartReference> {
    const entries = (await readPart(state, part)).map((entry) => {
      const before = inherited.get(entry.key);
      return before === undefined ? entry : { ...entry, ...before, key: entry.key };
    });
    return await writePart(state, keys.part(`renamed-${String(index).padStart(5, "0")}`), entries);
  }
}
