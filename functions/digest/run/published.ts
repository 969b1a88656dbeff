import * as v from "valibot";
import { withKeys } from "../access/keyed-links.ts";
import { renameFormerCount, renameFormerReason } from "../changes/former-names.ts";
import { renderOptionsOf } from "../config.ts";
import { type Edition, EditionSchema } from "../edition/schema.ts";
import { type RunKeys, weekKeys } from "../keys.ts";
import type { Mail, ObjectStore } from "../ports.ts";
import { renderEdition } from "../publish/mail/render.ts";
import type { Artefact } from "../publish/publish.ts";
import { sha256 } from "../snapshot/format/frames.ts";
import type { Reference } from "../snapshot/format/lines.ts";
import type { Due, MailArtefacts } from "../snapshot/head.ts";
import { checkJson } from "../store/json.ts";
import type { ToldEditions } from "../topics/rhythms.ts";
import { isWeekly, type Topic } from "../topics/topics.ts";
import { editionFor } from "./audiences/emails.ts";
import { topicsOf } from "./audiences/topics.ts";
import type { Job } from "./job.ts";

/** Reads a stored edition, including those from before 0.2.0; throws `CorruptStateError` if it is invalid. One GET. */
export async function readEdition(state: ObjectStore, key: string): Promise<Edition> {
  return (await readStoredEdition(state, key)).edition;
}

/** An edition, and the bytes that say it. */
export interface StoredEditionBytes {
  readonly edition: Edition;
  readonly bytes: Uint8Array;
}

/** {@link readEdition} with the bytes. One GET. */
export async function readStoredEdition(state: ObjectStore, key: string): Promise<StoredEditionBytes> {
  const stored = await state.read(key);
  const edition = checkJson(stored?.bytes, StoredEditionSchema, `edition s3://${state.bucket}/${key}`);
  return { edition, bytes: stored?.bytes ?? new Uint8Array() };
}

/** The edition under this key, and that of the week that it ended, if there are topics for it. One GET, or two. */
export async function readTold(
  edition: string,
  topics: readonly Topic[],
  state: ObjectStore,
): Promise<ToldEditions> {
  return {
    edition: await readEdition(state, edition),
    week: topics.some(isWeekly) ? await readWeek(state, edition) : undefined,
  };
}

/** The week's edition of the run that wrote this one; `undefined` if it ended none. */
async function readWeek(state: ObjectStore, edition: string): Promise<Edition | undefined> {
  const { edition: key } = weekKeys(edition);
  const stored = await state.read(key);
  return stored && checkJson(stored.bytes, StoredEditionSchema, `edition s3://${state.bucket}/${key}`);
}

const ListsSchema = v.looseObject({ changes: v.array(v.unknown()), cosmetic: v.array(v.unknown()) });

const StoredEditionSchema = v.pipe(v.unknown(), v.transform(renameFormerFields), EditionSchema);

function renameFormerFields(stored: unknown): unknown {
  return v.is(ListsSchema, stored)
    ? {
        ...stored,
        changes: stored.changes.map(renameFormerCount),
        cosmetic: stored.cosmetic.map(renameFormerReason),
      }
    : stored;
}

/** Writes artefacts under their keys, in order, and returns references to those of the email. One PUT each. */
export async function storeArtefacts(
  artefacts: readonly Artefact[],
  keys: Pick<RunKeys, "subject" | "html" | "text">,
  state: ObjectStore,
): Promise<MailArtefacts> {
  const hashes = new Map<string, string>();
  for (const { key, bytes, contentType } of artefacts) {
    await state.write(key, bytes, undefined, contentType);
    hashes.set(key, sha256(bytes));
  }
  const referTo = (key: string): Reference => ({ key, sha256: hashes.get(key) ?? "" });
  return { subject: referTo(keys.subject), html: referTo(keys.html), text: referTo(keys.text) };
}

/** The parts of an email that do not depend on its reader. */
export type Email = Pick<Mail, "subject" | "html" | "text">;

/**
 * The email of a due edition, as it was stored at the commit. It is published again, for this delivery only, if that
 * cannot be sent: the head names no artefacts (it is of version 1, or was lost), an artefact is missing or damaged, or
 * the deployment now unsubscribes its readers in another way. Three GETs; throws `CorruptStateError` if the edition is
 * unreadable too.
 */
export async function readEmail(
  { slot, edition, audience, artefacts, unsubscribe }: Due,
  { state, config, log }: Pick<Job, "state" | "config" | "log">,
): Promise<Email> {
  const isUsable = artefacts !== null && unsubscribe === renderOptionsOf(config).unsubscribe;
  const stored = isUsable ? await readStored(artefacts, state) : undefined;
  if (stored !== undefined) {
    return stored;
  }
  const options = await withKeys(renderOptionsOf(config), slot, { state, config, log });
  const topics = await topicsOf({ config, state });
  const part = editionFor(audience, await readTold(edition, topics, state), topics);
  const { subject, html, text } = renderEdition(part.edition, {
    ...options,
    ...(part.chosen && { chosen: part.chosen }),
  });
  log("published again", { slot });
  return { subject, html, text };
}

async function readStored(artefacts: MailArtefacts, state: ObjectStore): Promise<Email | undefined> {
  const subject = await readPart(artefacts.subject, state);
  const html = await readPart(artefacts.html, state);
  const text = await readPart(artefacts.text, state);
  return subject === undefined || html === undefined || text === undefined
    ? undefined
    : { subject, html, text };
}

/** A stored part; `undefined` if it is missing, or its bytes are not those written. */
async function readPart(
  { key, sha256: expected }: Reference,
  state: ObjectStore,
): Promise<string | undefined> {
  const stored = await state.read(key);
  return stored !== undefined && sha256(stored.bytes) === expected
    ? Buffer.from(stored.bytes).toString("utf8")
    : undefined;
}
