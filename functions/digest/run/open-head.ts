import { renderOptionsOf } from "../config.ts";
import { CorruptStateError } from "../errors.ts";
import { HEAD_KEY, mailKeys } from "../keys.ts";
import type { WriteCondition } from "../ports.ts";
import { publish } from "../publish/publish.ts";
import { type Due, type Head, readHead, writeHead } from "../snapshot/head.ts";
import type { Job } from "./job.ts";
import { readEdition } from "./read-edition.ts";
import { recoverHead } from "./recover.ts";
import { storeArtefacts } from "./store-edition.ts";

/** The head that a run starts from, and the condition under which it may be replaced. */
export interface Start {
  readonly head: Head | undefined;
  readonly condition: WriteCondition;
}

type HeadJob = Pick<Job, "state" | "config" | "log" | "nonce" | "subscribers">;

/**
 * The current head; where it was deleted or damaged, it is found again and written back first. What is due of it has
 * its email stored: published anew where the edition is of version 1, the head was lost, or the settings by which a
 * reader unsubscribes are no longer those of the commit.
 */
export async function openHead(job: HeadJob): Promise<Start> {
  const { head, condition } = await findHead(job);
  if (head === undefined) {
    return { head, condition };
  }
  const due: Due[] = [];
  for (const each of head.due) {
    due.push(isPublished(each, job) ? each : await publishDue(each, job));
  }
  return { head: { ...head, due }, condition };
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
      `cannot write ${HEAD_KEY} back in s3://${job.state.bucket}: it is ${written.state}`,
    );
  }
  return written;
}

/** The current head, or what it will be once it is recovered; writes nothing. */
export async function currentHead({ state, nonce }: Pick<Job, "state" | "nonce">): Promise<Head | undefined> {
  const found = await readHead(state);
  return found.state === "current" ? found.head : await recoverHead(state, nonce());
}

/** The head as it was, with recipients for what it left due: those went with it. */
async function withReaders(head: Head, job: HeadJob): Promise<Head> {
  const recipients = head.due.length === 0 ? [] : [...(await readersOf(job))];
  return { ...head, due: head.due.map((due) => ({ ...due, recipients })) };
}

/** Who gets an edition that is committed now: the recipients of the configuration, or the contacts of its list. */
export async function readersOf({
  config,
  subscribers,
}: Pick<Job, "config" | "subscribers">): Promise<readonly string[]> {
  return config.contactList === "" ? config.recipients : await subscribers();
}

function isPublished({ artefacts, unsubscribe }: Due, { config }: Pick<Job, "config">): boolean {
  return artefacts !== null && unsubscribe === renderOptionsOf(config).unsubscribe;
}

/** Publishes a stored edition again. One GET, a PUT an artefact. */
async function publishDue(due: Due, { state, config, log }: HeadJob): Promise<Due> {
  const options = renderOptionsOf(config);
  const artefacts = mailKeys(due.edition);
  const edition = await readEdition(state, due.edition);
  await storeArtefacts(publish(edition, { ...options, keys: artefacts }), state);
  log("published again", { slot: due.slot });
  return { ...due, artefacts, unsubscribe: options.unsubscribe };
}
