import { CorruptStateError } from "../errors.ts";
import { HEAD_KEY } from "../keys.ts";
import type { WriteCondition } from "../ports.ts";
import { hoursAhead } from "../slot.ts";
import { type Due, type Head, readHead, writeHead } from "../snapshot/head.ts";
import { duesFor } from "./audiences/dues.ts";
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

/** The recovered head, with today's readers for its due editions: the original ones are lost. Version 1 knows no choice of topics. */
async function withReaders(head: Head, job: HeadJob): Promise<Head> {
  const due: Due[] = [];
  for (const each of head.due) {
    due.push(...(await duesFor(each, job)));
  }
  return { ...head, ...(job.config.topics !== "" && { version: 2 as const }), due };
}
