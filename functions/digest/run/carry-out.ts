import { InvalidEventError } from "../errors.ts";
import { isTooFarAhead, toSlot } from "../slot.ts";
import { readHead } from "../snapshot/head.ts";
import { finishSlot } from "./distributed/finish.ts";
import { planSlot } from "./distributed/plan.ts";
import { scanBatch } from "./distributed/scan-batch.ts";
import type { BatchResult, PlanResult } from "./distributed/shared-run.ts";
import type { Job } from "./job.ts";
import type { RunRequest, SharedRequest } from "./request.ts";
import type { RunResult } from "./result.ts";
import { runDigest } from "./run.ts";

/** The response of an invocation: the result of a run, or of one step of a distributed run. */
export type Answer = RunResult | PlanResult | BatchResult;

/** Does what the corpus, stories, editions or emails are needed for; see `answer.ts`. */
export async function carryOut(request: RunRequest | SharedRequest, job: Job): Promise<Answer> {
  if ((request.mode === "scheduled" && request.allowFuture !== true) || request.mode === "plan") {
    await refuseFuture(request.slot, job);
  }
  switch (request.mode) {
    case "plan":
      return await planSlot(request, job);
    case "scan":
      return await scanBatch(request, job);
    case "finish":
      return await finishSlot(request, job);
    default:
      return await runDigest(request, job);
  }
}

/**
 * Throws {@link InvalidEventError} for a slot that would silence the digest until then. By the store's clock, which the
 * head's answer tells: the slot of an event that names none comes from this machine's. One GET.
 */
async function refuseFuture(slot: string, { state }: Pick<Job, "state">): Promise<void> {
  await readHead(state);
  const now = state.now();
  if (isTooFarAhead(slot, now)) {
    throw new InvalidEventError(
      `refused slot ${slot}: it is more than a day ahead of the store's clock (${toSlot(now)}), and until then every other run would be "already done": correct the slot, or leave it out to run now; if you mean it, add "allowFuture": true to the event`,
    );
  }
}
