import type { Deps } from "./deps.ts";
import { CorruptStateError } from "./errors.ts";
import { HEAD_KEY } from "./keys.ts";
import type { StoredEdition } from "./make-edition.ts";
import { recoverHead } from "./recover.ts";
import { type Due, type Head, readHead, writeHead } from "./snapshot/head.ts";
import type { WriteCondition } from "./store/store.ts";

/** The head that a run starts from, and the condition under which it may be replaced. */
export interface Start {
  readonly head: Head | undefined;
  readonly condition: WriteCondition;
}

/** The current head; where it was deleted or damaged, it is found again and written back first. */
export async function openHead(deps: Deps): Promise<Start> {
  const found = await readHead(deps.state);
  if (found.state === "current") {
    return found;
  }
  const recovered = await recover(deps);
  if (recovered === undefined) {
    return { head: undefined, condition: found.condition };
  }
  deps.log("recovered", { slot: recovered.slot, runId: recovered.runId, was: found.state });
  await writeHead(deps.state, recovered, found.condition);
  const written = await readHead(deps.state);
  if (written.state !== "current") {
    throw new CorruptStateError(
      `cannot write ${HEAD_KEY} back in s3://${deps.state.bucket}: it is ${written.state}`,
    );
  }
  return written;
}

/** The current head, or what it will be once it is recovered; writes nothing. */
export async function currentHead(deps: Deps): Promise<Head | undefined> {
  const found = await readHead(deps.state);
  return found.state === "current" ? found.head : await recover(deps);
}

async function recover(deps: Deps): Promise<Head | undefined> {
  return await recoverHead(deps.state, deps.config.recipients, deps.nonce());
}

/**
 * The commit: one conditional write makes the snapshot current and the edition due. Returns `false` when another
 * run moved the snapshot on meanwhile; a head that only forgot a delivered edition is written again.
 */
export async function commit(stored: StoredEdition, start: Start, deps: Deps): Promise<boolean> {
  let { head, condition } = start;
  for (let attempt = 1; attempt <= MAX_COMMITS; attempt++) {
    const due = [...(head?.due ?? []), ...(stored.isDue ? [dueOf(stored, deps)] : [])];
    const { slot } = stored.edition;
    const { runId, keys } = stored;
    const next: Head = { version: 1, nonce: deps.nonce(), slot, runId, snapshot: keys.snapshot, due };
    if (await writeHead(deps.state, next, condition)) {
      return true;
    }
    const found = await readHead(deps.state);
    if (found.state !== "current" || found.head.snapshot !== head?.snapshot) {
      return false;
    }
    ({ head, condition } = found);
  }
  return false;
}

const MAX_COMMITS = 5;

/** The due edition that a stored one becomes with its commit. */
export function dueOf(stored: StoredEdition, deps: Deps): Due {
  return {
    slot: stored.edition.slot,
    edition: stored.keys.edition,
    recipients: [...deps.config.recipients],
  };
}
