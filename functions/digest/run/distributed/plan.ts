import { runKeys } from "../../keys.ts";
import { createTimeLimit } from "../../scan/time-limit.ts";
import { type EditionOrder, openAttempt } from "../attempt.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { writeCheckpoint } from "../checkpoint-file.ts";
import type { Job } from "../job.ts";
import { openHead } from "../open-head.ts";
import { runSlot } from "../run.ts";
import type { PlanResult } from "./shared-run.ts";

/** The edition that is wanted. */
type Asked = Pick<EditionOrder, "slot" | "acceptRemovals">;

/** Others may write the checkpoint between our reading and our writing of it. */
const MAX_PLANS = 3;

/**
 * Begins a run that many functions share, or goes on with the checkpoint that an earlier one left: it is kept in the
 * state bucket from the beginning, and its open ranges are written down for Step Functions, one JSON line each. A slot
 * that was committed before is answered as every run answers it. Three GETs and two PUTs.
 */
export async function planSlot(asked: Asked, job: Job): Promise<PlanResult> {
  for (let attempt = 1; attempt <= MAX_PLANS; attempt++) {
    const planned = await attemptPlan(asked, job);
    if (planned !== undefined) {
      return planned;
    }
  }
  throw new Error(`cannot plan slot ${asked.slot}: other runs kept writing the checkpoint; run it again`);
}

async function attemptPlan(asked: Asked, job: Job): Promise<PlanResult | undefined> {
  const { slot } = asked;
  const { head } = await openHead(job);
  if (head !== undefined && slot <= head.slot) {
    return await runSlot(asked, job);
  }
  const { runId, file, checkpoint } = await openAttempt(asked, head, createTimeLimit(job), job);
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
