import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { parseEdition } from "../../local/preview/read-edition.ts";
import { PROJECT } from "../../local/runner/options.ts";

/** Where the emails of the checks and their screenshots are kept for inspection. */
export const MAILS = join(PROJECT, "out", "mail");

/** The emails that every check covers. */
export const MAIL_NAMES = [
  "baseline",
  "demo-day-1",
  "demo-evening",
  "demo-day-2",
  "demo-day-3",
  "rich",
  "quiet",
  "right-to-left",
  "hostile",
  "ten-thousand",
] as const;
export type MailName = (typeof MAIL_NAMES)[number];

/** An email as rendered, and as the local SES composed it. */
export interface CheckedMail {
  readonly name: MailName;
  readonly edition: Edition;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly message: Buffer;
}

export function readCheckedMail(name: MailName): CheckedMail {
  const read = (file: string) => readFileSync(join(MAILS, name, file));
  return {
    name,
    edition: parseEdition(read("edition.json").toString("utf8")),
    subject: read("subject.txt").toString("utf8"),
    html: read("digest.html").toString("utf8"),
    text: read("digest.txt").toString("utf8"),
    message: read("message.eml"),
  };
}
