import { compareKeys } from "../snapshot/key-order.ts";
import { type PartReference, readPart, writePart } from "../snapshot/parts.ts";
import { planRanges } from "../snapshot/snapshot.ts";
import type { ChangesReference } from "./changes.ts";
import type { Inherited } from "./renames.ts";
import { type RangeResult, type ScanContext, scanRange } from "./scan.ts";

/** Called after each range. */
export type Progress = (done: {
  readonly ranges: number;
  readonly of: number;
  readonly stories: number;
}) => void;

/** Scans every range of the snapshot, one after another, and puts their results together in key order. */
export async function scanCorpus(
  parts: readonly PartReference[],
  context: ScanContext,
  progress: Progress,
): Promise<RangeResult> {
  const ranges = planRanges(parts, context.limits.partEntries);
  const after: PartReference[] = [];
  const changes: ChangesReference[] = [];
  for (const range of ranges) {
    const result = await scanRange(range, context);
    after.push(...result.parts);
    changes.push(...result.changes);
    progress({ ranges: range.index + 1, of: ranges.length, stories: countStories(after) });
  }
  return { parts: after, changes };
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
  { state, keys }: ScanContext,
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
