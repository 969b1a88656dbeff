import { type MassRemovalError, OutOfTimeError } from "../../errors.ts";
import type { ObjectStore } from "../../ports.ts";
import { readHead } from "../../snapshot/head.ts";
import { retire, retireRun, supersededKeys } from "../../snapshot/retire.ts";
import { readSnapshot } from "../../snapshot/snapshot.ts";
import type { Attempt, Scanned } from "../attempt.ts";
import type { Job } from "../job.ts";
import type { RunResult } from "../result.ts";
import { type Checkpoint, progressOf, resultOf } from "./checkpoint.ts";
import { type CheckpointFile, readCheckpoint, writeCheckpoint } from "./checkpoint-file.ts";

type Ports = Pick<Job, "state" | "nonce" | "log">;

/**
 * Stores the progress for the next invocation. Throws {@link OutOfTimeError} if there was none, because the next
 * invocation would get no further either; not if this one has already made another edition (`isFirst` is false).
 */
export async function keepCheckpoint(
  { checkpoint, hasProgress }: Scanned,
  { attempt, isFirst }: { readonly attempt: Attempt; readonly isFirst: boolean },
  job: Ports,
): Promise<RunResult> {
  const { slot } = checkpoint;
  const condition = attempt.file?.condition ?? { absent: true };
  if (await writeCheckpoint({ checkpoint, state: "open", condition }, job)) {
    await retireReplaced(attempt, checkpoint.parent, job);
  } else {
    job.log("overtaken", { slot, runId: attempt.runId });
    await retireAttempt(attempt, checkpoint, job);
  }
  const progress = progressOf(checkpoint);
  job.log("unfinished", { slot, ...progress });
  if (isFirst && !hasProgress) {
    throw new OutOfTimeError(
      `cannot continue slot ${slot}: time ran out before another story was done; what is done is kept (ranges: ${progress.ranges} of ${progress.of}): give the function more time or memory, and run the slot again`,
    );
  }
  return { slot, outcome: "unfinished", counts: null, edition: null, progress };
}

/** Drops a checkpoint whose edition was rejected: the next run scans the corpus afresh, as stories may be back. */
export async function dropCheckpoint(file: CheckpointFile | undefined, job: Ports): Promise<void> {
  if (file?.state === "open") {
    const { checkpoint, condition } = file;
    job.log("checkpoint dropped", { slot: checkpoint.slot });
    await writeCheckpoint({ checkpoint, state: "dropped", condition }, job);
  }
}

/** Slots that are remembered as stopped; a setting names no more. */
const MAX_STOPPED = 100;

/**
 * Notes that a mass removal stopped this slot, drops what was scanned, as stories may be back, and marks what the attempt
 * wrote. The note may be lost to another worker: the slots are then counted anew.
 */
export async function noteStop(
  attempt: Attempt,
  checkpoint: Checkpoint,
  { event }: MassRemovalError,
  job: Ports,
): Promise<void> {
  const { file } = attempt;
  const { slot, parent, stopped = [] } = checkpoint;
  const slots = [...new Set([...stopped, slot])].toSorted().slice(-MAX_STOPPED);
  const isSame = file !== undefined && "checkpoint" in file && file.checkpoint.parent === parent;
  const ranges = isSame ? file.checkpoint.ranges : [];
  job.log("stopped", { slot, stops: slots.length, event });
  const noted = { slot, parent, acceptRemovals: [], stopped: slots, ranges };
  const condition = file?.condition ?? { absent: true };
  if (await writeCheckpoint({ checkpoint: noted, state: "dropped", condition }, job)) {
    await retireReplaced(attempt, parent, job);
  }
  await retireRun(job, attempt.keys.folder);
}

/** Marks what only the replaced checkpoint references, if it can never be committed: its parent is not current. */
async function retireReplaced({ file, before }: Attempt, parent: string | null, job: Ports): Promise<void> {
  if (
    file !== undefined &&
    "checkpoint" in file &&
    before !== undefined &&
    file.checkpoint.parent !== parent
  ) {
    await retire(job, supersededKeys([resultOf(file.checkpoint)], before));
  }
}

/**
 * Marks what an attempt wrote if its checkpoint was not stored. If it was, and only the answer was lost, another worker
 * may have resumed from it since; the objects it references must not expire, so nothing is marked. Two GETs, and one
 * per snapshot since.
 */
async function retireAttempt({ keys }: Attempt, { parent }: Checkpoint, job: Ports): Promise<void> {
  if (!(await isReferenced(keys.folder, parent, job.state))) {
    await retireRun(job, keys.folder);
  }
}

async function isReferenced(folder: string, parent: string | null, state: ObjectStore): Promise<boolean> {
  const file = await readCheckpoint(state);
  if ("checkpoint" in file && references(resultOf(file.checkpoint), folder)) {
    return true;
  }
  const head = await readHead(state);
  let key = head.state === "current" ? head.head.snapshot : null;
  while (key !== null && key !== parent) {
    const snapshot = await readSnapshot(state, key);
    if (references(snapshot, folder)) {
      return true;
    }
    key = snapshot.parent;
  }
  return false;
}

interface Referring {
  readonly parts: readonly { readonly key: string }[];
  readonly changes: readonly { readonly key: string }[];
}

function references({ parts, changes }: Referring, folder: string): boolean {
  return [...parts, ...changes].some(({ key }) => key.startsWith(folder));
}
