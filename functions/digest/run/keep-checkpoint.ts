import { OutOfTimeError } from "../errors.ts";
import type { ObjectStore } from "../ports.ts";
import { readHead } from "../snapshot/head.ts";
import { retire, retireRun, supersededKeys } from "../snapshot/retire.ts";
import { readSnapshot } from "../snapshot/snapshot.ts";
import type { Attempt, Scanned } from "./attempt.ts";
import { type Checkpoint, progressOf, resultOf } from "./checkpoint.ts";
import { type CheckpointFile, readCheckpoint, writeCheckpoint } from "./checkpoint-file.ts";
import type { Job } from "./job.ts";
import type { RunResult } from "./result.ts";

type Ports = Pick<Job, "state" | "nonce" | "log">;

/**
 * Keeps what is done, for the next invocation. Throws {@link OutOfTimeError} where nothing was added, as the next one
 * would come no farther either; not so where this invocation made another edition before (`isFirst` is false).
 */
export async function keepCheckpoint(
  { checkpoint, hasProgress }: Scanned,
  { attempt, isFirst }: { readonly attempt: Attempt; readonly isFirst: boolean },
  job: Ports,
): Promise<RunResult> {
  const { slot } = checkpoint;
  const condition = attempt.file?.condition ?? { absent: true };
  if (await writeCheckpoint({ checkpoint, state: "open", condition }, job)) {
    await retireReplaced(attempt, checkpoint.parent, job.state);
  } else {
    job.log("overtaken", { slot, runId: attempt.runId });
    await retireAttempt(attempt, checkpoint, job.state);
  }
  const progress = progressOf(checkpoint);
  job.log("unfinished", { slot, ...progress });
  if (isFirst && !hasProgress) {
    throw new OutOfTimeError(
      `cannot go on with slot ${slot}: the time ended before one more story was done, with ${progress.ranges} of ${progress.of} ranges done, which are kept: give the function more time or memory, and run the slot again`,
    );
  }
  return { slot, outcome: "unfinished", counts: null, edition: null, progress };
}

/** A checkpoint whose edition was refused is dropped: the next run looks at the corpus afresh, stories may be back. */
export async function dropCheckpoint(file: CheckpointFile | undefined, job: Ports): Promise<void> {
  if (file?.state === "open") {
    const { checkpoint, condition } = file;
    job.log("checkpoint dropped", { slot: checkpoint.slot });
    await writeCheckpoint({ checkpoint, state: "dropped", condition }, job);
  }
}

/** Marks what only the replaced checkpoint refers to, if it can never be committed: its snapshot is not current. */
async function retireReplaced(
  { file, before }: Attempt,
  parent: string | null,
  state: ObjectStore,
): Promise<void> {
  if (
    file !== undefined &&
    "checkpoint" in file &&
    before !== undefined &&
    file.checkpoint.parent !== parent
  ) {
    await retire(state, supersededKeys([resultOf(file.checkpoint)], before));
  }
}

/**
 * Marks what an attempt wrote whose checkpoint was not kept. Where only the answer was lost, another worker may have
 * gone on from that checkpoint meanwhile; what it refers to must not expire, so then nothing is marked. Two GETs,
 * and one a snapshot since.
 */
async function retireAttempt({ keys }: Attempt, { parent }: Checkpoint, state: ObjectStore): Promise<void> {
  if (!(await isUsed(keys.folder, parent, state))) {
    await retireRun(state, keys.folder);
  }
}

async function isUsed(folder: string, parent: string | null, state: ObjectStore): Promise<boolean> {
  const file = await readCheckpoint(state);
  if ("checkpoint" in file && refersTo(resultOf(file.checkpoint), folder)) {
    return true;
  }
  const head = await readHead(state);
  let key = head.state === "current" ? head.head.snapshot : null;
  while (key !== null && key !== parent) {
    const snapshot = await readSnapshot(state, key);
    if (refersTo(snapshot, folder)) {
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

function refersTo({ parts, changes }: Referring, folder: string): boolean {
  return [...parts, ...changes].some(({ key }) => key.startsWith(folder));
}
