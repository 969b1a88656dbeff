import { type RunKeys, runId, runKeys } from "../keys.ts";
import { planScan, scanRanges } from "../scan/corpus-scan.ts";
import type { ListedRange } from "../scan/first-ranges.ts";
import type { ScanContext } from "../scan/scan.ts";
import type { TimeLimit } from "../scan/time-limit.ts";
import type { Head } from "../snapshot/head.ts";
import { readSnapshot, type Snapshot } from "../snapshot/snapshot.ts";
import { type Checkpoint, isDone, openRangesOf, progressOf, resultOf, settle } from "./checkpoint.ts";
import { type CheckpointFile, checkpointAfter, openCheckpoint } from "./checkpoint-file.ts";
import type { Job } from "./job.ts";
import { currentHead } from "./open-head.ts";

/** What an edition is asked for. */
export interface EditionOrder {
  readonly slot: string;
  /** Key of the snapshot to compare with; `null`: a baseline. */
  readonly parent: string | null;
  readonly acceptRemovals: readonly string[];
}

/**
 * What one invocation does for an edition: it writes under a run id of its own, so that several that go on with the
 * same checkpoint never write the same key.
 */
export interface Attempt {
  readonly runId: string;
  readonly keys: RunKeys;
  readonly limit: TimeLimit;
  /** The snapshot to compare with; absent for a baseline. */
  readonly before: Snapshot | undefined;
  /** What lay under the checkpoint's key; a preview looks at none. */
  readonly file: CheckpointFile | undefined;
  /** The edition as far as it has come, */
  readonly checkpoint: Checkpoint;
  /** and the ranges of it that are open, as they are to be scanned now. */
  readonly open: readonly ListedRange[];
}

/**
 * Goes on with the edition that somebody left unfinished, else begins the one that is asked for. A checkpoint belongs
 * to whoever comes first, whatever its slot: its edition is made before any other.
 */
export async function openAttempt(
  asked: Pick<EditionOrder, "slot" | "acceptRemovals">,
  head: Head | undefined,
  limit: TimeLimit,
  job: Job,
): Promise<Attempt> {
  const file = await openCheckpoint(head, job);
  const left = checkpointAfter(head, file);
  const order = {
    slot: left?.slot ?? asked.slot,
    parent: head?.snapshot ?? null,
    acceptRemovals: [...new Set([...(left?.acceptRemovals ?? []), ...asked.acceptRemovals])],
  };
  const begun = await begin(order, "run", job);
  if (left === undefined) {
    return { ...begun, file, limit, ...(await planCheckpoint(order, begun.before, job)) };
  }
  job.log("continued", { slot: left.slot, ...progressOf(left) });
  const checkpoint = { ...left, ...order };
  return { ...begun, file, limit, checkpoint, open: openRangesOf(checkpoint, begun.before?.parts ?? []) };
}

/** Begins what the slot's edition would be, under keys that nothing ever refers to, and whatever is removed. */
export async function openPreview(slot: string, limit: TimeLimit, job: Job): Promise<Attempt> {
  const head = await currentHead(job);
  const order = { slot, parent: head?.snapshot ?? null, acceptRemovals: [""] };
  const begun = await begin(order, "preview", job);
  return { ...begun, file: undefined, limit, ...(await planCheckpoint(order, begun.before, job)) };
}

/** Names the run and reads what it compares with. One GET, none for a baseline. */
async function begin(
  { slot, parent }: EditionOrder,
  mode: "run" | "preview",
  { state, nonce }: Pick<Job, "state" | "nonce">,
): Promise<Pick<Attempt, "runId" | "keys" | "before">> {
  const id = runId(slot, nonce());
  return {
    runId: id,
    keys: runKeys(id, { mode }),
    before: parent === null ? undefined : await readSnapshot(state, parent),
  };
}

/** The checkpoint of an order that nobody began yet. */
async function planCheckpoint(
  { slot, parent, acceptRemovals }: EditionOrder,
  before: Snapshot | undefined,
  { corpus, config, limits }: Pick<Job, "corpus" | "config" | "limits">,
): Promise<Pick<Attempt, "checkpoint" | "open">> {
  const open = await planScan(before?.parts ?? [], { corpus, corpusPrefix: config.corpusPrefix, limits });
  const ranges = open.map(({ range: { index: _, parts: __, ...bounds } }) => bounds);
  return { checkpoint: { slot, parent, acceptRemovals, ranges }, open };
}

/** An edition after a scan. */
export interface Scanned {
  readonly checkpoint: Checkpoint;
  /** Whether anything was added to it. */
  readonly hasProgress: boolean;
  /** Whether the edition can be composed now. */
  readonly isReady: boolean;
}

/**
 * Scans the open ranges until all are done or the time ends. A scan that came to its end only just now is not ready
 * when too little time is left to compose the edition; the next invocation has all of its time for that.
 */
export async function scanCorpus(attempt: Attempt, job: Job): Promise<Scanned> {
  const { checkpoint, open, limit } = attempt;
  const { slot } = checkpoint;
  const context = scanContext(slot, attempt, job);
  const found = await scanRanges(open, context, (done) => job.log("scanned", { slot, ...done }));
  const scanned = settle(checkpoint, new Map(open.map(({ range }, i) => [range.index, found[i]])));
  const records = resultOf(scanned).changes.reduce((count, changes) => count + changes.count, 0);
  const hasProgress = found.some((result) => result !== undefined);
  const isReady = isDone(scanned) && (!hasProgress || limit.isEnoughFor(records));
  return { checkpoint: scanned, hasProgress, isReady };
}

/** What the scan of a range needs. */
export function scanContext(
  slot: string,
  { keys, limit }: Pick<Attempt, "keys" | "limit">,
  { corpus, state, config, limits }: Pick<Job, "corpus" | "state" | "config" | "limits">,
): ScanContext {
  const { corpusPrefix } = config;
  return { corpus, state, corpusPrefix, limits, slot, keys, isTimeUp: limit.isOver };
}
