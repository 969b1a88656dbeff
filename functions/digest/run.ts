import { commit, currentHead, dueOf, openHead } from "./commit.ts";
import { type Delivered, deliverAll, outcomeOf, readEdition, waitUntil } from "./delivery/due.ts";
import type { Deps } from "./deps.ts";
import type { Edition } from "./edition/schema.ts";
import type { Request } from "./event.ts";
import { runKeys } from "./keys.ts";
import { makeEdition, type StoredEdition } from "./make-edition.ts";
import type { RunResult } from "./result.ts";
import type { Head } from "./snapshot/head.ts";
import { retire, retireRun } from "./snapshot/retire.ts";

/** A run that finds its snapshot replaced under its hands starts again this often. */
const MAX_OVERTAKEN = 3;

/**
 * The whole job. A scheduled run delivers what an earlier run left, makes the edition of its slot, commits
 * snapshot and edition in one conditional write of the head, and delivers. It may die anywhere and be run again:
 * nothing is lost, nothing is told twice.
 */
export async function runDigest(request: Request, deps: Deps): Promise<RunResult> {
  switch (request.mode) {
    case "scheduled":
      return await runSlot(request, deps);
    case "preview":
      return await previewSlot(request, deps);
    case "resume":
      return await resume(deps);
    default:
      return request satisfies never;
  }
}

async function runSlot(request: Request & { mode: "scheduled" }, deps: Deps): Promise<RunResult> {
  const { slot, acceptRemovals } = request;
  for (let attempt = 1; attempt <= MAX_OVERTAKEN; attempt++) {
    const due = await deliverAll((await openHead(deps)).head?.due ?? [], deps);
    const start = await openHead(deps);
    if (start.head !== undefined && slot <= start.head.slot) {
      return await alreadyCommitted(slot, start.head, due, deps);
    }
    const parent = start.head?.snapshot ?? null;
    const stored = await makeEdition({ slot, parent, acceptRemovals, mode: "run" }, deps);
    if (await commit(stored, start, deps)) {
      deps.log("committed", { slot, runId: stored.runId, kind: stored.edition.kind });
      return await finish(stored, deps);
    }
    deps.log("overtaken", { slot, runId: stored.runId });
    await retireRun(deps.state, stored.keys.folder);
  }
  throw new Error(`cannot commit slot ${slot}: other runs came first ${MAX_OVERTAKEN} times; run it again`);
}

/** Delivers the edition that was just committed, unless it is a quiet one, and marks what it superseded. */
async function finish(stored: StoredEdition, deps: Deps): Promise<RunResult> {
  const delivered = stored.isDue ? await deliverAll([dueOf(stored, deps)], deps) : [];
  await retire(deps.state, stored.superseded);
  const outcome = stored.isDue ? outcomeOf(delivered) : "quiet";
  return resultOf(outcome, stored.edition, stored.keys.edition, waitUntil(delivered));
}

/** Renders and stores what the slot's edition would be; sends and commits nothing. */
async function previewSlot(request: Request & { mode: "preview" }, deps: Deps): Promise<RunResult> {
  const head = await currentHead(deps);
  const { slot } = request;
  const order = { slot, parent: head?.snapshot ?? null, acceptRemovals: [""], mode: "preview" } as const;
  const stored = await makeEdition(order, deps);
  return resultOf("preview", stored.edition, stored.keys.edition);
}

/** Finishes what dead runs left undelivered; one GET when there is nothing. */
async function resume(deps: Deps): Promise<RunResult> {
  const { head } = await openHead(deps);
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
