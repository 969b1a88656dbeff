import { keepFeedback } from "../feedback/feedback.ts";
import { finishSlot } from "./distributed/finish.ts";
import { planSlot } from "./distributed/plan.ts";
import { scanBatch } from "./distributed/scan-batch.ts";
import type { BatchResult, PlanResult } from "./distributed/shared-run.ts";
import type { Job } from "./job.ts";
import type { Request } from "./request.ts";
import type { RunResult } from "./result.ts";
import { runDigest } from "./run.ts";

/** The response of an invocation: the result of a run, or of one step of a distributed run. */
export type Answer = RunResult | PlanResult | BatchResult;

/** Handles a request: a whole run on this function, or one step of a run that the state machine coordinates. */
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
