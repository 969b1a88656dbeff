import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBedrockServer } from "../../../local/bedrock/bedrock-server.ts";
import type { Question } from "../../../local/bedrock/question.ts";
import { startS3Server } from "../../../local/s3/s3-server.ts";
import { mailIds, readEnvelope, readMail } from "../../../local/ses/mailbox.ts";
import { startSesServer } from "../../../local/ses/ses-server.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";

const MEMORY_FOLDER = "/dev/shm";

/** An email that the mail service accepted. */
export interface Received {
  /** Its name, by which emails sort as they arrived. */
  readonly id: string;
  readonly to: string;
  readonly messageId: string;
  readonly html: string;
  readonly text: string;
}

/** What the servers of a world serve. */
export interface Premises {
  readonly buckets: readonly LocalStore[];
  /** The emails that were there before. */
  readonly mails: readonly Received[];
  readonly now: () => Date;
  readonly nextId: () => string;
  /** Gets each server before its first request. */
  readonly prepare: (server: Server) => void;
}

/** The local S3, SES and Bedrock of a world. */
export interface Servers {
  readonly urls: { readonly s3: string; readonly ses: string; readonly bedrock: string };
  /** The emails that have arrived since the last call. */
  newMails(): readonly Received[];
  /** The mail service has an email that came to it by another way. */
  know(id: string): void;
  /** What the model was asked since the last call. */
  newQuestions(): readonly Question[];
  close(): Promise<void>;
}

export async function startServers({ buckets, mails, now, nextId, prepare }: Premises): Promise<Servers> {
  const inbox = mkdtempSync(join(fastFolder(), "late-edition-proof-"));
  const known = new Set<string>();
  const know = (id: string): void => {
    known.add(id);
    // Of such emails the mail service only counts how many they are.
    mkdirSync(join(inbox, id));
  };
  for (const { id } of mails) {
    know(id);
  }
  let heard = 0;
  const bedrock = await startBedrockServer();
  const s3 = await startS3Server(buckets);
  const ses = await startSesServer({ inbox, now, nextId });
  for (const { server } of [s3, ses, bedrock]) {
    prepare(server);
  }
  return {
    urls: { s3: s3.url, ses: ses.url, bedrock: bedrock.url },
    newMails() {
      const ids = mailIds(inbox).filter((id) => !known.has(id));
      return ids.map((id) => {
        known.add(id);
        return received(inbox, id);
      });
    },
    know,
    newQuestions() {
      const asked = bedrock.questions.slice(heard);
      heard += asked.length;
      return asked;
    },
    async close() {
      await Promise.all([s3.close(), ses.close(), bedrock.close()]);
      rmSync(inbox, { recursive: true, force: true });
    },
  };
}

/** The mail service writes emails to disk before it answers; a memory disk does that at once. */
function fastFolder(): string {
  try {
    rmSync(mkdtempSync(join(MEMORY_FOLDER, "late-edition-proof-")), { recursive: true });
    return MEMORY_FOLDER;
  } catch {
    return tmpdir();
  }
}

function received(inbox: string, id: string): Received {
  const { to, messageId } = readEnvelope(inbox, id);
  const [html, text] = [readMail(inbox, id, "digest.html"), readMail(inbox, id, "digest.txt")];
  return { id, to: to[0] ?? "", messageId, html: html.toString("utf8"), text: text.toString("utf8") };
}
