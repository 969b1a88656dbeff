import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** The files of a received email; a missing text or HTML part gives an empty file. */
const MAIL_FILES = ["message.eml", "digest.html", "digest.txt", "envelope.json"] as const;
export type MailFile = (typeof MAIL_FILES)[number];

const EnvelopeSchema = v.object({
  messageId: v.string(),
  /** ISO 8601, UTC. */
  receivedAt: v.string(),
  from: v.string(),
  to: v.array(v.string()),
  cc: v.array(v.string()),
  bcc: v.array(v.string()),
  subject: v.string(),
  headers: v.array(v.object({ name: v.string(), value: v.string() })),
  configurationSet: v.string(),
});

/** What a mail service knows about an email besides its text. */
export type Envelope = Readonly<v.InferOutput<typeof EnvelopeSchema>>;

/** Prefix of folders for emails not fully written yet. */
const UNFINISHED = ".";

/** Names emails so that they sort by arrival, even after this machine's clock was set back. */
export function createMailIds(inbox: string, now: () => Date): () => string {
  mkdirSync(inbox, { recursive: true });
  const last = /^(\d+)-/.exec(mailIds(inbox).at(-1) ?? "")?.[1] ?? "0";
  let time = Number(last) + 1;
  let count = 0;
  return () => {
    time = Math.max(time, now().getTime());
    count += 1;
    return `${String(time).padStart(14, "0")}-${String(count).padStart(6, "0")}-${randomBytes(8).toString("hex")}`;
  };
}

/** Puts an email into the inbox, completely or not at all; on disk when this returns. */
export function putMail(
  inbox: string,
  id: string,
  files: Readonly<Record<MailFile, Uint8Array | string>>,
): void {
  const unfinished = join(inbox, `${UNFINISHED}${id}`);
  mkdirSync(unfinished, { recursive: true });
  for (const name of MAIL_FILES) {
    writeFileSync(join(unfinished, name), files[name], { flush: true });
  }
  renameSync(unfinished, join(inbox, id));
}

/** Removes half-written emails left by a killed process. */
export function clearUnfinished(inbox: string): void {
  mkdirSync(inbox, { recursive: true });
  for (const name of readdirSync(inbox)) {
    if (name.startsWith(UNFINISHED)) {
      rmSync(join(inbox, name), { recursive: true });
    }
  }
}

/** Ids of the received emails, oldest first. */
export function mailIds(inbox: string): readonly string[] {
  return readdirSync(inbox)
    .filter((name) => !name.startsWith(UNFINISHED))
    .toSorted();
}

/** One file of an email; throws if the email does not exist. */
export function readMail(inbox: string, id: string, file: MailFile): Buffer {
  return readFileSync(join(inbox, id, file));
}

/** The envelope of an email; throws if the email does not exist. */
export function readEnvelope(inbox: string, id: string): Envelope {
  return v.parse(EnvelopeSchema, JSON.parse(readMail(inbox, id, "envelope.json").toString("utf8")));
}
