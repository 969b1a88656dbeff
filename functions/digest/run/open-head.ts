import { CorruptStateError } from "../errors.ts";
import { HEAD_KEY } from "../keys.ts";
import type { WriteCondition } from "../ports.ts";
import { hoursAhead } from "../slot.ts";
import { type Head, readHead, writeHead } from "../snapshot/head.ts";
import type { Job } from "./job.ts";
import { recoverHead } from "./recover.ts";

/** The head from which a run starts, and the condition to replace it. */
export interface Start {
  readonly head: Head | undefined;
  readonly condition: WriteCondition;
}

type HeadJob = Pick<Job, "state" | "config" | "log" | "nonce" | "subscribers">;

/** The current head; if it was deleted or damaged, it is recovered and written back first. Logs one ahead of now. */
export async function openHead(job: HeadJob): Promise<Start> {
  const start = await findHead(job);
  const slot = start.head?.slot ?? "";
  const hours = start.head === undefined ? 0 : hoursAhead(slot, job.state.now());
  if (hours > 0) {
    job.log("slot ahead", { slot, hours });
  }
  return start;
}

async function findHead(job: HeadJob): Promise<Start> {
  const found = await readHead(job.state);
  if (found.state === "current") {
    return found;
  }
  const recovered = await recoverHead(job.state, job.nonce());
  if (recovered === undefined) {
    return { head: undefined, condition: found.condition };
  }
  const { slot, runId } = recovered;
  job.log("recovered", { slot, runId, was: found.state });
  await writeHead(job.state, await withReaders(recovered, job), found.condition);
  const written = await readHead(job.state);
  if (written.state !== "current") {
    throw new CorruptStateError(
      `cannot restore ${HEAD_KEY} in s3://${job.state.bucket}: after the write it is ${written.state}`,
    );
  }
  return written;
}

/** The current head, or the one that recovery would restore; writes nothing. */
export async function currentHead({ state, nonce }: Pick<Job, "state" | "nonce">): Promise<Head | undefined> {
  const found = await readHead(state);
  return found.state === "current" ? found.head : await recoverHead(state, nonce());
}

/** The recovered head, with today's recipients for its due editions: the original ones are lost. */
async function withReaders(head: Head, job: HeadJob): Promise<Head> {
  const recipients = head.due.length === 0 ? [] : [...(await readersOf(job))];
  return { ...head, due: head.due.map((due) => ({ ...due, recipients })) };
}

/** The recipients of an edition committed now: those configured, or the contacts of the configured list. */
export async function readersOf({
  config,
  subscribers,
}: Pick<Job, "config" | "subscribers">): Promise<readonly string[]> {
  return config.contactList === "" ? config.recipients : await subscribers();
}
