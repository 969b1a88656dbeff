import { keepFeedback } from "../feedback/feedback.ts";
import { finishSlot } from "./distributed/finish.ts";
import { planSlot } from "./distributed/plan.ts";
import { scanBatch } from "./distributed/scan-batch.ts";
import type { BatchResult, PlanResult } from "./distributed/shared-run.ts";
import type { Job } from "./job.ts";
import type { Request } from "./request.ts";
import type { RunResult } from "./result.ts";
import { runDigest } from "./run.ts";

/** What an invocation answers: what a run did, or a step of one that many functions share. */
export type Answer = RunResult | PlanResult | BatchResult;

/** Does what is asked for: a whole run on this function, or one step of a run that the state machine leads. */
export async function answerRequest(request: Request, job: Job): Promise<Answer> {
  switch (request.mode) {
    case "plan":
      return await planSlot(request, job);
    case "scan":
      return await scanBatch(request, job);
    case "finish":
      return await finishSlot(request, job);
    case "feedback":
      await keepFeedback(request.feedback, job.state);
      return { slot: null, outcome: "kept", counts: null, edition: null };
    default:
      return await runDigest(request, job);
  }
}
