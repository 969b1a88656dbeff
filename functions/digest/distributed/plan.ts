import { openHead } from "../commit.ts";
import type { Deps } from "../deps.ts";
import { runKeys } from "../keys.ts";
import { runSlot } from "../run.ts";
import { createTimeLimit } from "../scan/time-limit.ts";
import { type EditionOrder, planWork, startAttempt } from "../work/attempt.ts";
import { orderFor, workAfter } from "../work/go-on.ts";
import type { Work } from "../work/work.ts";
import { readWork, writeWork } from "../work/work-file.ts";
import type { PlanResult } from "./shared-run.ts";

/** The edition that is wanted. */
type Asked = Pick<EditionOrder, "slot" | "acceptRemovals">;

/** Others may write the work between our reading and our writing of it. */
const MAX_ATTEMPTS = 3;

/**
 * Begins a run that many functions share, or goes on with the work that an earlier one left: the work is kept in the
 * state bucket from its beginning, and its open ranges are written down for Step Functions, one JSON line each. A slot
 * that was committed before is answered as every run answers it. Three GETs and two PUTs.
 */
export async function planSlot(request: Asked, deps: Deps): Promise<PlanResult> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const planned = await attemptPlan(request, deps);
    if (planned !== undefined) {
      return planned;
    }
  }
  throw new Error(`cannot plan slot ${request.slot}: other runs kept writing the work; run it again`);
}

async function attemptPlan(request: Asked, deps: Deps): Promise<PlanResult | undefined> {
  const { slot } = request;
  const { head } = await openHead(deps);
  if (head !== undefined && slot <= head.slot) {
    return await runSlot(request, deps);
  }
  const file = await readWork(deps.state);
  const left = workAfter(head, file);
  const order = orderFor(request, head, left);
  const attempt = await startAttempt(order, "run", createTimeLimit(deps), deps);
  const work = left === undefined ? (await planWork(order, attempt)).work : { ...left, ...order };
  const { condition } = file;
  if (!(await writeWork(deps.state, { work, state: "open", nonce: deps.nonce(), condition }))) {
    return undefined;
  }
  const { runId } = attempt;
  const ranges = await writeRanges(work, runId, deps);
  deps.log("planned", { slot: order.slot, runId, ranges: ranges.count });
  return {
    slot,
    outcome: ranges.count > 0 ? "planned" : "scanned",
    run: { runId, slot: order.slot, parent: order.parent },
    ranges: ranges.key,
  };
}

async function writeRanges(
  work: Work,
  runId: string,
  { state }: Deps,
): Promise<{ readonly key: string; readonly count: number }> {
  const open = work.ranges.filter(({ result }) => result === undefined);
  const key = runKeys(runId).ranges;
  await state.write(key, Buffer.from(open.map((range) => `${JSON.stringify(range)}\n`).join("")));
  return { key, count: open.length };
}
