import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { listHeaders } from "../../functions/digest/delivery/headers.ts";
import { createSesSender } from "../../functions/digest/delivery/ses.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../functions/digest/publish/mail/render.ts";
import { makeBaseline, makeDemoEditions } from "../../local/preview/job-editions.ts";
import { parseEdition } from "../../local/preview/read-edition.ts";
import { readMail } from "../../local/ses/mailbox.ts";
import { startSesServer } from "../../local/ses/ses-server.ts";
import { madeEditions } from "./editions.ts";
import { MAILS, type MailName } from "./mails.ts";

const SENDER = "Late Edition <desk@example.org>";
const OPTIONS = { timeZone: "Europe/Berlin", storyUrl: "https://example.org/{key}" };

/** The editions by name; the job's own come from runs in `folder`. */
export async function allEditions(folder: string): Promise<Readonly<Record<MailName, Edition>>> {
  const baseline = await makeBaseline(folder);
  const demo = await makeDemoEditions(folder);
  return {
    baseline: readEdition(baseline),
    "demo-day-1": readEdition(demo["demo-day-1"]),
    "demo-evening": readEdition(demo["demo-evening"]),
    "demo-day-2": readEdition(demo["demo-day-2"]),
    "demo-day-3": readEdition(demo["demo-day-3"]),
    ...madeEditions(),
  };
}

function readEdition(file: string): Edition {
  return parseEdition(readFileSync(file, "utf8"));
}

/** Renders an edition, emails it through the local SES and keeps both in a folder with its name. */
export async function mailEdition(name: MailName, edition: Edition, folder: string): Promise<void> {
  const { subject, html, text } = renderEdition(edition, OPTIONS);
  const message = await messageOf({ subject, html, text }, join(folder, "inbox"));
  const out = join(MAILS, name);
  mkdirSync(out, { recursive: true });
  const files = { "edition.json": JSON.stringify(edition), "subject.txt": subject, "digest.html": html };
  for (const [file, content] of Object.entries({ ...files, "digest.txt": text, "message.eml": message })) {
    writeFileSync(join(out, file), content);
  }
}

async function messageOf(
  rendered: { readonly subject: string; readonly html: string; readonly text: string },
  inbox: string,
): Promise<Buffer> {
  const server = await startSesServer({ inbox });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SESv2Client({ endpoint: server.url, region: "eu-central-1", credentials });
  try {
    const settings = {
      sender: SENDER,
      name: "Late Edition",
      configurationSet: "",
      contactList: "",
      topic: "",
    };
    const sender = createSesSender(client, settings);
    const mail = { ...rendered, to: "reader@example.com", headers: listHeaders(settings) };
    const sent = await sender.send(mail);
    if (sent.outcome !== "accepted") {
      throw new Error(`cannot send "${rendered.subject}" through the local SES: ${sent.reason}`);
    }
    return readMail(inbox, sent.messageId, "message.eml");
  } finally {
    client.destroy();
    await server.close();
  }
}
