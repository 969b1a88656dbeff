import { CorruptStateError } from "../errors.ts";
import { HEAD_KEY } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { type Due, EVERYONE, type Head, type HeadState, readHead, writeHead } from "../snapshot/head.ts";
import { retireRun } from "../snapshot/retire.ts";
import { readSnapshot, type Snapshot } from "../snapshot/snapshot.ts";
import type { Job } from "./job.ts";
import { readersOf, type Start } from "./open-head.ts";
import type { StoredEdition } from "./store-edition.ts";

type CommitJob = Pick<Job, "state" | "config" | "log" | "nonce" | "subscribers">;

/** What became due with a commit: the edition, or nothing when it is not to be mailed. */
export interface Committed {
  readonly due: readonly Due[];
}

/**
 * The commit: one conditional write makes the snapshot current and the edition due. Returns `undefined` when another
 * run moved the snapshot on meanwhile: then what this one wrote is marked superseded. The recipients are those of
 * this moment, and stay so.
 */
export async function commit(
  stored: StoredEdition,
  start: Start,
  job: CommitJob,
): Promise<Committed | undefined> {
  const { runId, edition } = stored;
  const committed = await replaceHead(stored, start, job);
  if (committed === undefined) {
    job.log("overtaken", { slot: edition.slot, runId });
    await retireRun(job.state, stored.keys.folder);
  } else {
    job.log("committed", { slot: edition.slot, runId, kind: edition.kind });
  }
  return committed;
}

/** A head that only forgot a delivered edition meanwhile is written again. */
async function replaceHead(
  stored: StoredEdition,
  start: Start,
  job: CommitJob,
): Promise<Committed | undefined> {
  const own = stored.isDue ? [dueOf(stored, await readersOf(job))] : [];
  const { runId, keys, edition } = stored;
  const { slot } = edition;
  let { head, condition } = start;
  for (let attempt = 1; attempt <= MAX_COMMITS; attempt++) {
    const due = [...(head?.due ?? []), ...own];
    const next = { nonce: job.nonce(), slot, runId, snapshot: keys.snapshot, due };
    if (await writeHead(job.state, next, condition)) {
      return { due: own };
    }
    const found = await headOf(slot, job.state);
    if (found.head.snapshot !== head?.snapshot) {
      return (await leadsTo(found.head, stored, job.state)) ? { due: own } : undefined;
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

function dueOf({ edition, keys, unsubscribe }: StoredEdition, recipients: readonly string[]): Due {
  const { subject, html, text } = keys;
  return {
    slot: edition.slot,
    edition: keys.edition,
    audience: EVERYONE,
    artefacts: { subject, html, text },
    unsubscribe,
    recipients: [...recipients],
  };
}
