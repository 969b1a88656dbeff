import type { Deps } from "./deps.ts";
import { CorruptStateError } from "./errors.ts";
import { HEAD_KEY } from "./keys.ts";
import type { StoredEdition } from "./make-edition.ts";
import { recoverHead } from "./recover.ts";
import { type Due, type Head, type HeadState, readHead, writeHead } from "./snapshot/head.ts";
import { readSnapshot, type Snapshot } from "./snapshot/snapshot.ts";
import type { ObjectStore, WriteCondition } from "./store/store.ts";

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
  await writeHead(deps.state, await withReaders(recovered, deps), found.condition);
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

/** The head as it was, but for the recipients of what it left due: those went with it. */
async function recover(deps: Deps): Promise<Head | undefined> {
  return await recoverHead(deps.state, deps.nonce());
}

async function withReaders(head: Head, deps: Deps): Promise<Head> {
  const recipients = head.due.length === 0 ? [] : [...(await readersOf(deps))];
  return { ...head, due: head.due.map((due) => ({ ...due, recipients })) };
}

/** Who gets an edition that is committed now: the recipients of the configuration, or the contacts of its list. */
async function readersOf({ config, subscribers }: Deps): Promise<readonly string[]> {
  return config.contactList === "" ? config.recipients : await subscribers();
}

/**
 * The commit: one conditional write makes the snapshot current and the edition due. Returns `undefined` when another
 * run moved the snapshot on meanwhile; a head that only forgot a delivered edition is written again. The recipients are
 * asked for here, and from here on they are those of the head.
 */
export async function commit(
  stored: StoredEdition,
  start: Start,
  deps: Deps,
): Promise<Committed | undefined> {
  const own = stored.isDue ? [dueOf(stored, await readersOf(deps))] : [];
  let { head, condition } = start;
  for (let attempt = 1; attempt <= MAX_COMMITS; attempt++) {
    const due = [...(head?.due ?? []), ...own];
    const { slot } = stored.edition;
    const { runId, keys } = stored;
    const next: Head = { version: 1, nonce: deps.nonce(), slot, runId, snapshot: keys.snapshot, due };
    if (await writeHead(deps.state, next, condition)) {
      return { due: own };
    }
    const found = await headOf(slot, deps.state);
    if (found.head.snapshot !== head?.snapshot) {
      return (await leadsTo(found.head, stored, deps.state)) ? { due: own } : undefined;
    }
    ({ head, condition } = found);
  }
  return undefined;
}

const MAX_COMMITS = 5;

async function headOf(slot: string, state: ObjectStore): Promise<HeadState & { state: "current" }> {
  const found = await readHead(state);
  if (found.state !== "current") {
    throw new CorruptStateError(
      `cannot commit slot ${slot}: ${HEAD_KEY} in s3://${state.bucket} became ${found.state} meanwhile; run the slot again`,
    );
  }
  return found;
}

/**
 * Whether our snapshot is current, or one that others went on from: a commit whose answer was lost, after which another
 * worker has written the head. Taken for overtaken, what the head leads to would be marked superseded, and expire. One
 * GET a snapshot since.
 */
async function leadsTo(head: Head, { keys, edition }: StoredEdition, state: ObjectStore): Promise<boolean> {
  let key: string | null = head.snapshot;
  while (key !== null && key !== keys.snapshot) {
    const { slot, parent }: Snapshot = await readSnapshot(state, key);
    key = slot > edition.slot ? parent : null;
  }
  return key !== null;
}

/** What became due with a commit: the edition, or nothing when it is not to be mailed. */
export interface Committed {
  readonly due: readonly Due[];
}

function dueOf(stored: StoredEdition, recipients: readonly string[]): Due {
  return { slot: stored.edition.slot, edition: stored.keys.edition, recipients: [...recipients] };
}
