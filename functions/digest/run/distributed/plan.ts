import { runKeys } from "../../keys.ts";
import { createTimeLimit } from "../../scan/limits.ts";
import { type EditionSpec, openAttempt } from "../attempt.ts";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { writeCheckpoint } from "../checkpoint/checkpoint-file.ts";
import type { Job } from "../job.ts";
import { openHead } from "../open-head.ts";
import { runSlot } from "../run.ts";
import type { PlanResult } from "./shared-run.ts";

/** The requested edition. */
type RequestedEdition = Pick<EditionSpec, "slot" | "acceptRemovals">;

/** Other runs may write the checkpoint between our read and our write. */
const MAX_PLANS = 3;

/**
 * Starts a distributed run, or resumes the checkpoint of an earlier one. The checkpoint is stored from the start, and
 * its open ranges are listed for Step Functions, one JSON line each. A slot that is already committed gets the
 * same result as from any run. Four GETs and two PUTs.
 */
export async function planSlot(requested: RequestedEdition, job: Job): Promise<PlanResult> {
  for (let attempt = 1; attempt <= MAX_PLANS; attempt++) {
    const planned = await attemptPlan(requested, job);
    if (planned !== undefined) {
      return planned;
    }
  }
  throw new Error(
    `cannot plan slot ${requested.slot}: other runs kept replacing the checkpoint; run it again`,
  );
}

async function attemptPlan(requested: RequestedEdition, job: Job): Promise<PlanResult | undefined> {
  const { slot } = requested;
  const { head } = await openHead(job);
  if (head !== undefined && slot <= head.slot) {
    return await runSlot(requested, job);
  }
  const { runId, file, checkpoint } = await openAttempt(requested, head, createTimeLimit(job), job);
  const condition = file?.condition ?? { absent: true };
  if (!(await writeCheckpoint({ checkpoint, state: "open", condition }, job))) {
    return undefined;
  }
  const ranges = await writeRanges(checkpoint, runId, job);
  job.log("planned", { slot: checkpoint.slot, runId, ranges: ranges.count });
  return {
    slot,
    outcome: ranges.count > 0 ? "planned" : "scanned",
    run: { runId, slot: checkpoint.slot, parent: checkpoint.parent },
    ranges: ranges.key,
  };
}

async function writeRanges(
  checkpoint: Checkpoint,
  runId: string,
  { state }: Pick<Job, "state">,
): Promise<{ readonly key: string; readonly count: number }> {
  const open = checkpoint.ranges.filter(({ result }) => result === undefined);
  const key = runKeys(runId).ranges;
  await state.write(key, Buffer.from(open.map((range) => `${JSON.stringify(range)}\n`).join("")));
  return { key, count: open.length };
}
