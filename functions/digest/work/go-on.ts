import { type Committed, commit, type Start } from "../commit.ts";
import type { Deps } from "../deps.ts";
import { LateEditionError } from "../errors.ts";
import { makeEdition, type StoredEdition } from "../make-edition.ts";
import type { TimeLimit } from "../scan/time-limit.ts";
import type { Head } from "../snapshot/head.ts";
import { retire, retireRun, supersededKeys } from "../snapshot/retire.ts";
import {
  type Attempt,
  type EditionOrder,
  planWork,
  reopenWork,
  type ScannedWork,
  scanWork,
  startAttempt,
} from "./attempt.ts";
import { retireAttempt } from "./retire-attempt.ts";
import { progressOf, resultOf, type Work, type WorkProgress } from "./work.ts";
import { readWork, type WorkFile, writeWork } from "./work-file.ts";

/** What became of an edition in this invocation. */
export type Advance =
  | { readonly state: "committed"; readonly stored: StoredEdition; readonly committed: Committed }
  | {
      readonly state: "unfinished";
      readonly slot: string;
      readonly progress: WorkProgress;
      /** Whether this invocation added anything to it. */
      readonly hasProgress: boolean;
    }
  /** Another run moved the snapshot on; what this one wrote is marked superseded. */
  | { readonly state: "overtaken" };

/** The work that somebody left for the next edition after this head, if there is any. One GET. */
export async function unfinishedWork(head: Head | undefined, deps: Deps): Promise<Work | undefined> {
  return workAfter(head, await openWorkFile(deps));
}

async function openWorkFile(deps: Deps): Promise<WorkFile> {
  const file = await readWork(deps.state);
  if (file.state === "corrupt") {
    deps.log("work ignored", { reason: "damaged" });
  }
  return file;
}

/**
 * The open work of the next edition after this head. Work that began with another snapshot is over: that of a slot that
 * was committed, or overtaken.
 */
export function workAfter(head: Head | undefined, file: WorkFile): Work | undefined {
  if (file.state !== "open" || file.work.parent !== (head?.snapshot ?? null)) {
    return undefined;
  }
  return head === undefined || file.work.slot > head.slot ? file.work : undefined;
}

/** What is to be made next: the edition that was left, with what this request accepts besides, else the one asked for. */
export function orderFor(
  request: Pick<EditionOrder, "slot" | "acceptRemovals">,
  head: Head | undefined,
  left: Work | undefined,
): EditionOrder {
  return {
    slot: left?.slot ?? request.slot,
    parent: head?.snapshot ?? null,
    acceptRemovals: [...new Set([...(left?.acceptRemovals ?? []), ...request.acceptRemovals])],
  };
}

/**
 * Goes on with the edition that somebody left unfinished, else begins the one that is asked for, until it is committed
 * or the time ends. Work that is left belongs to whoever comes first, whatever its slot: its edition is made before
 * any other.
 */
export async function goOn(
  request: Pick<EditionOrder, "slot" | "acceptRemovals">,
  start: Start,
  limit: TimeLimit,
  deps: Deps,
): Promise<Advance> {
  const file = await openWorkFile(deps);
  const left = workAfter(start.head, file);
  const order = orderFor(request, start.head, left);
  const attempt = await startAttempt(order, "run", limit, deps);
  if (left !== undefined) {
    deps.log("continued", { slot: left.slot, ...progressOf(left) });
  }
  const opened =
    left === undefined ? await planWork(order, attempt) : reopenWork({ ...left, ...order }, attempt);
  const scanned = await scanWork(opened, attempt, deps);
  if (!scanned.isReady) {
    return await keepWork(scanned, file, attempt, deps);
  }
  return await commitWork(scanned.work, { attempt, start, file }, deps);
}

async function keepWork(
  { work, hasProgress }: ScannedWork,
  file: WorkFile,
  attempt: Attempt,
  deps: Deps,
): Promise<Advance> {
  const { slot } = work;
  const { condition } = file;
  if (await writeWork(deps.state, { work, state: "open", nonce: deps.nonce(), condition })) {
    await retireReplaced(file, work.parent, attempt, deps);
  } else {
    deps.log("overtaken", { slot, runId: attempt.runId });
    await retireAttempt(attempt, work, deps);
  }
  const progress = progressOf(work);
  deps.log("unfinished", { slot, ...progress });
  return { state: "unfinished", slot, progress, hasProgress };
}

/** Marks what only the replaced work refers to, if that can never be committed because its snapshot is not current. */
async function retireReplaced(
  file: WorkFile,
  parent: string | null,
  { before }: Attempt,
  { state }: Deps,
): Promise<void> {
  if ("work" in file && before !== undefined && file.work.parent !== parent) {
    await retire(state, supersededKeys([resultOf(file.work)], before));
  }
}

interface Whereabouts {
  readonly attempt: Attempt;
  readonly start: Start;
  readonly file: WorkFile;
}

async function commitWork(work: Work, { attempt, start, file }: Whereabouts, deps: Deps): Promise<Advance> {
  const stored = await makeOrDrop(work, attempt, file, deps);
  const committed = await commit(stored, start, deps);
  if (committed === undefined) {
    deps.log("overtaken", { slot: work.slot, runId: attempt.runId });
    await retireRun(deps.state, stored.keys.folder);
    return { state: "overtaken" };
  }
  deps.log("committed", { slot: work.slot, runId: stored.runId, kind: stored.edition.kind });
  return { state: "committed", stored, committed };
}

/**
 * Work whose edition is refused for what was found is dropped, so that the next run looks at the corpus afresh: the
 * stories that were gone may be back.
 */
async function makeOrDrop(work: Work, attempt: Attempt, file: WorkFile, deps: Deps): Promise<StoredEdition> {
  try {
    return await makeEdition(work, attempt, deps);
  } catch (cause) {
    if (cause instanceof LateEditionError && file.state === "open") {
      deps.log("work dropped", { slot: work.slot });
      const { condition } = file;
      await writeWork(deps.state, { work: file.work, state: "dropped", nonce: deps.nonce(), condition });
    }
    throw cause;
  }
}
