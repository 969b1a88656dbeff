import { type Committed, currentHead, openHead } from "./commit.ts";
import { deliverAll, readEdition } from "./delivery/due.ts";
import { type Delivered, outcomeOf, waitUntil } from "./delivery/tally.ts";
import type { Deps } from "./deps.ts";
import type { Edition } from "./edition/schema.ts";
import { OutOfTimeError } from "./errors.ts";
import type { RunRequest } from "./event.ts";
import { runKeys } from "./keys.ts";
import { makeEdition, type StoredEdition } from "./make-edition.ts";
import type { RunResult } from "./result.ts";
import { createTimeLimit, type TimeLimit } from "./scan/time-limit.ts";
import type { Head } from "./snapshot/head.ts";
import { retire } from "./snapshot/retire.ts";
import { type EditionOrder, planWork, scanWork, startAttempt } from "./work/attempt.ts";
import { type Advance, goOn, unfinishedWork } from "./work/go-on.ts";
import { progressOf } from "./work/work.ts";

/** The edition that is wanted. */
type Asked = Pick<EditionOrder, "slot" | "acceptRemovals">;

/** A run that finds its snapshot replaced under its hands, or finished another slot first, starts again this often. */
const MAX_ATTEMPTS = 3;

/**
 * The whole job. A scheduled run delivers what an earlier run left, makes the edition of its slot, commits
 * snapshot and edition in one conditional write of the head, and delivers. It may die anywhere and be run again:
 * nothing is lost, nothing is told twice.
 */
export async function runDigest(request: RunRequest, deps: Deps): Promise<RunResult> {
  switch (request.mode) {
    case "scheduled":
      return await runSlot(request, deps);
    case "preview":
      return await previewSlot(request, deps);
    case "resume":
      return await resume(request, deps);
    default:
      return request satisfies never;
  }
}

/** The scheduled run of a slot. */
export async function runSlot(request: Asked, deps: Deps): Promise<RunResult> {
  const limit = createTimeLimit(deps);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const result = await attemptSlot(request, { limit, isFirst: attempt === 1 }, deps);
    if (result !== undefined) {
      return result;
    }
  }
  throw new Error(
    `cannot commit slot ${request.slot}: other runs came first ${MAX_ATTEMPTS} times; run it again`,
  );
}

/** `undefined` when the head moved on without this slot: another run was first, or another slot's work was left. */
async function attemptSlot(
  request: Asked,
  { limit, isFirst }: { readonly limit: TimeLimit; readonly isFirst: boolean },
  deps: Deps,
): Promise<RunResult | undefined> {
  const { slot } = request;
  const due = await deliverAll((await openHead(deps)).head?.due ?? [], deps);
  const start = await openHead(deps);
  if (start.head !== undefined && slot <= start.head.slot) {
    return await alreadyCommitted(slot, start.head, due, deps);
  }
  const advance = await goOn(request, start, limit, deps);
  switch (advance.state) {
    case "unfinished":
      return unfinished(advance, isFirst);
    case "committed":
      return await settle(slot, advance.stored, advance.committed, deps);
    case "overtaken":
      return undefined;
    default:
      return advance satisfies never;
  }
}

/**
 * What is done is kept. An invocation that could keep nothing would come as far as this for ever, and says so, unless
 * it made another edition before.
 */
function unfinished(
  { slot, progress, hasProgress }: Extract<Advance, { readonly state: "unfinished" }>,
  isFirst: boolean,
): RunResult {
  if (isFirst && !hasProgress) {
    throw new OutOfTimeError(
      `cannot go on with slot ${slot}: the time ended before one more story was done, with ${progress.ranges} of ${progress.of} ranges done, which are kept: give the function more time or memory, and run the slot again`,
    );
  }
  return { slot, outcome: "unfinished", counts: null, edition: null, progress };
}

/** Delivers the edition that was asked for; one of another slot is due now, and delivered at the next attempt. */
async function settle(
  slot: string,
  stored: StoredEdition,
  committed: Committed,
  deps: Deps,
): Promise<RunResult | undefined> {
  if (stored.edition.slot === slot) {
    return await finish(stored, committed, deps);
  }
  await retire(deps.state, stored.superseded);
  return undefined;
}

/** Delivers the edition that was just committed, unless it is a quiet one, and marks what it superseded. */
async function finish(stored: StoredEdition, { due }: Committed, deps: Deps): Promise<RunResult> {
  const delivered = await deliverAll(due, deps);
  await retire(deps.state, stored.superseded);
  const outcome = stored.isDue ? outcomeOf(delivered) : "quiet";
  return resultOf(outcome, stored.edition, stored.keys.edition, waitUntil(delivered));
}

/** Renders and stores what the slot's edition would be; sends and commits nothing, and keeps no work. */
async function previewSlot({ slot }: RunRequest & { mode: "preview" }, deps: Deps): Promise<RunResult> {
  const head = await currentHead(deps);
  const order = { slot, parent: head?.snapshot ?? null, acceptRemovals: [""] };
  const attempt = await startAttempt(order, "preview", createTimeLimit(deps), deps);
  const { work, isReady } = await scanWork(await planWork(order, attempt), attempt, deps);
  if (!isReady) {
    throw new OutOfTimeError(
      `cannot finish the preview of slot ${slot}: the time ended with ${progressOf(work).stories} stories done, and a preview keeps nothing: give the function more time, or preview where there is more`,
    );
  }
  const stored = await makeEdition(work, attempt, deps);
  return resultOf("preview", stored.edition, stored.keys.edition);
}

/**
 * Finishes what earlier runs left undelivered or unfinished; two GETs when there is nothing. Work that many functions
 * share is left to them.
 */
async function resume({ leaveWork }: RunRequest & { mode: "resume" }, deps: Deps): Promise<RunResult> {
  const { head } = await openHead(deps);
  const work = leaveWork ? undefined : await unfinishedWork(head, deps);
  if (work !== undefined) {
    return await runSlot(work, deps);
  }
  if (head === undefined) {
    return { slot: null, outcome: "already done", counts: null, edition: null };
  }
  const delivered = await deliverAll(head.due, deps);
  const last = head.due.at(-1);
  if (last === undefined) {
    return { slot: head.slot, outcome: "already done", counts: null, edition: null };
  }
  const edition = await readEdition(deps.state, last.edition);
  return resultOf(outcomeOf(delivered), edition, last.edition, waitUntil(delivered));
}

/** The slot is behind us; the answer is about its delivery where this invocation had to finish it. */
async function alreadyCommitted(
  slot: string,
  head: Head,
  due: readonly Delivered[],
  deps: Deps,
): Promise<RunResult> {
  const own = due.filter((delivered) => delivered.slot === slot);
  if (slot !== head.slot) {
    return { slot, outcome: outcomeOf(own), counts: null, edition: null };
  }
  const key = runKeys(head.runId).edition;
  const edition = await readEdition(deps.state, key);
  return resultOf(outcomeOf(own), edition, key, waitUntil(own));
}

function resultOf(
  outcome: RunResult["outcome"],
  { slot, counts }: Edition,
  edition: string,
  waitUntil?: string,
): RunResult {
  return { slot, outcome, counts, edition, ...(waitUntil !== undefined && { waitUntil }) };
}
