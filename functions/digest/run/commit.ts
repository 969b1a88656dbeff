import { CorruptStateError } from "../errors.ts";
import { HEAD_KEY } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { type Due, type Head, type HeadState, readHead, writeHead } from "../snapshot/head.ts";
import { retireRun } from "../snapshot/retire.ts";
import { readSnapshot, type Snapshot } from "../snapshot/snapshot.ts";
import { readersOf } from "./audiences/readers.ts";
import type { Job } from "./job.ts";
import type { Start } from "./open-head.ts";
import type { StoredEdition } from "./store-edition.ts";

type CommitJob = Pick<Job, "state" | "config" | "log" | "nonce" | "subscribers">;

/** What the commit made due: the edition, or nothing if it is not to be mailed. */
export interface Committed {
  readonly due: readonly Due[];
}

/**
 * The commit: one conditional write makes the snapshot current and the edition due. Returns `undefined` if another run
 * has committed a snapshot since; this run's objects are then marked superseded. The recipients are fixed at
 * this moment.
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
    await retireRun(job, stored.keys.folder);
  } else {
    job.log("committed", { slot: edition.slot, runId, kind: edition.kind });
  }
  return committed;
}

/** Retries if the head has changed only because a delivered edition was removed from it. */
async function replaceHead(
  stored: StoredEdition,
  start: Start,
  job: CommitJob,
): Promise<Committed | undefined> {
  const own = stored.isDue ? await duesOf(stored, job) : [];
  const { runId, keys, edition } = stored;
  const { slot } = edition;
  let { head, condition } = start;
  for (let attempt = 1; attempt <= MAX_COMMITS; attempt++) {
    const due = [...(head?.due ?? []), ...own];
    const next: Head = { version: 2, nonce: job.nonce(), slot, runId, snapshot: keys.snapshot, due };
    if (await writeHead(job.state, next, condition)) {
      return { due: own };
    }
    const found = await headOf(slot, job.state);
    if (found.head.snapshot !== head?.snapshot) {
      return (await descendsFrom(found.head, stored, job.state)) ? { due: own } : undefined;
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
      `cannot commit slot ${slot}: ${HEAD_KEY} in s3://${state.bucket} has become ${found.state} during the run; run the slot again`,
    );
  }
  return found;
}

/**
 * Whether our snapshot is current or an ancestor of the current one: the commit succeeded, its answer was lost, and
 * another worker has written the head since. Treated as overtaken, objects that the head depends on would be marked
 * superseded and expire. One GET per snapshot since.
 */
async function descendsFrom(
  head: Head,
  { keys, edition }: StoredEdition,
  state: ObjectStore,
): Promise<boolean> {
  let key: string | null = head.snapshot;
  while (key !== null && key !== keys.snapshot) {
    const { slot, parent }: Snapshot = await readSnapshot(state, key);
    key = slot > edition.slot ? parent : null;
  }
  return key !== null;
}

/** Who gets which email. Where readers can choose topics, that was decided when the emails were made. */
async function duesOf(
  { edition, keys, emails, unsubscribe }: StoredEdition,
  job: CommitJob,
): Promise<readonly Due[]> {
  const due = { slot: edition.slot, edition: keys.edition, unsubscribe };
  const dues: Due[] = [];
  for (const { audience, artefacts, addresses } of emails.filter(({ addresses: own }) => own?.length !== 0)) {
    const recipients = addresses ?? (await readersOf(job)).map(({ address }) => address);
    dues.push({ ...due, audience, artefacts, recipients: [...recipients] });
  }
  return dues;
}
