import { keepFeedback } from "../feedback/feedback.ts";
import { hoursAhead } from "../slot.ts";
import { readHead } from "../snapshot/head.ts";
import type { Answer } from "./carry-out.ts";
import { checkpointAfter, findCheckpoint } from "./checkpoint/checkpoint-file.ts";
import type { Job } from "./job.ts";
import type { Request } from "./request.ts";
import { alreadyDone } from "./result.ts";

/**
 * Handles a request: a whole run on this function, or one step of a run that the state machine coordinates. What most
 * invocations are, feedback and the hourly look for something left to do, is answered from here; the rest, nine tenths of the code, is
 * loaded by the first request that needs it (ADR 106).
 */
export async function answerRequest(request: Request, job: Job): Promise<Answer> {
  if (request.mode === "feedback") {
    await keepFeedback(request.feedback, job.state);
    return { slot: null, outcome: "kept", counts: null, edition: null };
  }
  const done = request.mode === "resume" ? await nothingLeft(request, job) : undefined;
  if (done !== undefined) {
    return done;
  }
  const { carryOut } = await import("./carry-out.ts");
  return await carryOut(request, job);
}

/**
 * The answer to a resume run that has nothing to do, after two GETs, or one if the checkpoint is another run's; `undefined` if there
 * is anything to deliver, to finish, to restore or to report.
 */
async function nothingLeft(
  { leaveCheckpoint }: Request & { mode: "resume" },
  { state }: Pick<Job, "state">,
): Promise<Answer | undefined> {
  const found = await readHead(state);
  if (found.state !== "current") {
    return undefined;
  }
  const { head } = found;
  if (head.due.length > 0 || hoursAhead(head.slot, state.now()) > 0) {
    return undefined;
  }
  const file = leaveCheckpoint ? undefined : await findCheckpoint(state, head);
  if (file !== undefined && (file.state === "corrupt" || checkpointAfter(head, file) !== undefined)) {
    return undefined;
  }
  return alreadyDone(head.slot);
}
