import type { Deps } from "../deps.ts";
import { runId, runKeys } from "../keys.ts";
import { planScan, scanRanges } from "../scan/corpus-scan.ts";
import type { ListedRange } from "../scan/first-ranges.ts";
import type { ScanContext } from "../scan/scan.ts";
import type { TimeLimit } from "../scan/time-limit.ts";
import { readSnapshot, type Snapshot } from "../snapshot/snapshot.ts";
import { isDone, openRangesOf, resultOf, settle, type Work } from "./work.ts";

/** What an edition is asked for. */
export interface EditionOrder {
  readonly slot: string;
  /** Key of the snapshot to compare with; `null`: a baseline. */
  readonly parent: string | null;
  readonly acceptRemovals: readonly string[];
}

/**
 * What one invocation does for an edition: it writes under a run id of its own, so that several that go on with the
 * same work never write the same key.
 */
export interface Attempt {
  readonly runId: string;
  readonly context: ScanContext;
  /** The snapshot to compare with; absent for a baseline. */
  readonly before: Snapshot | undefined;
  readonly limit: TimeLimit;
}

/** Work and the ranges of it that are open, as they are to be scanned now. */
export interface OpenWork {
  readonly work: Work;
  readonly open: readonly ListedRange[];
}

/** Begins an attempt at an edition: reads what it is compared with. One GET, none for a baseline. */
export async function startAttempt(
  { slot, parent }: EditionOrder,
  mode: "run" | "preview",
  limit: TimeLimit,
  deps: Deps,
): Promise<Attempt> {
  const id = runId(slot, deps.nonce());
  const { corpusPrefix } = deps.config;
  const keys = runKeys(id, { mode });
  return {
    runId: id,
    context: { ...deps, slot, keys, corpusPrefix, isTimeUp: limit.isOver },
    before: parent === null ? undefined : await readSnapshot(deps.state, parent),
    limit,
  };
}

/** The work of an order that nobody began yet. */
export async function planWork(order: EditionOrder, { before, context }: Attempt): Promise<OpenWork> {
  const { slot, parent, acceptRemovals } = order;
  const open = await planScan(before?.parts ?? [], context);
  const ranges = open.map(({ range: { index: _, parts: __, ...bounds } }) => bounds);
  return { work: { slot, parent, acceptRemovals, ranges }, open };
}

/** Work that was begun before, and what is left of it. */
export function reopenWork(work: Work, { before }: Attempt): OpenWork {
  return { work, open: openRangesOf(work, before?.parts ?? []) };
}

/** Work after a scan. */
export interface ScannedWork {
  readonly work: Work;
  /** Whether anything was added to it. */
  readonly hasProgress: boolean;
  /** Whether its edition can be composed now. */
  readonly isReady: boolean;
}

/**
 * Scans the open ranges until all are done or the time ends. Work that was finished only just now is not ready when
 * there is too little time left to compose its edition; the next invocation has all of its time for that.
 */
export async function scanWork(
  { work, open }: OpenWork,
  { context, limit }: Attempt,
  { log }: Deps,
): Promise<ScannedWork> {
  const { slot } = work;
  const found = await scanRanges(open, context, (done) => log("scanned", { slot, ...done }));
  const results = new Map(open.map(({ range }, i) => [range.index, found[i]]));
  const scanned = settle(work, results);
  const records = resultOf(scanned).changes.reduce((count, changes) => count + changes.count, 0);
  const hasProgress = found.some((result) => result !== undefined);
  const isReady = isDone(scanned) && (!hasProgress || limit.isEnoughFor(records));
  return { work: scanned, hasProgress, isReady };
}
