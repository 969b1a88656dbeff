import { readFileSync } from "node:fs";
import { DIGEST_NAME, ENVIRONMENT } from "../../functions/digest/config.ts";
import { asciiSender, listHeaders } from "../../functions/digest/delivery/headers.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { mailSize } from "../../functions/digest/publish/mail/mail-size.ts";
import { renderEdition } from "../../functions/digest/publish/mail/render.ts";
import type { RenderedEdition } from "../../functions/digest/publish/mail/types.ts";
import { composeMessage } from "../ses/message.ts";
import type { Preview } from "./preview-schema.ts";
import { parseEdition } from "./read-edition.ts";
import { makeQuietEdition, makeRichEdition } from "./sample-editions.ts";

const SENDER = "late-edition@example.com";
const RECIPIENT = "reader@example.com";

/** Renders an example by name, or the `edition.json` at a path, with the settings in the environment. */
export async function renderPreview(nameOrPath: string): Promise<Preview> {
  const edition = editionOf(nameOrPath);
  const name = process.env[ENVIRONMENT.name] || DIGEST_NAME;
  const rendered = renderEdition(edition, {
    name,
    timeZone: process.env[ENVIRONMENT.timeZone] ?? "UTC",
    locale: process.env[ENVIRONMENT.locale] ?? "",
    storyUrl: process.env[ENVIRONMENT.storyUrl] ?? "https://example.org/{key}",
  });
  const message = await messageOf(rendered, name, new Date(edition.slot));
  const [headers = ""] = message.toString("utf8").split("\r\n\r\n", 1);
  const { utf8, quotedPrintable } = mailSize(rendered.html);
  const sizes = { utf8, quotedPrintable, text: Buffer.byteLength(rendered.text), message: message.length };
  return { ...rendered, headers, sizes };
}

function editionOf(nameOrPath: string): Edition {
  switch (nameOrPath) {
    case "rich":
      return makeRichEdition();
    case "quiet":
      return makeQuietEdition();
    default:
      return parseEdition(readFileSync(nameOrPath, "utf8"));
  }
}

function messageOf({ subject, html, text }: RenderedEdition, name: string, date: Date): Promise<Buffer> {
  const request = {
    FromEmailAddress: asciiSender({ sender: SENDER, name }),
    Destination: { ToAddresses: [RECIPIENT], CcAddresses: [], BccAddresses: [] },
    ReplyToAddresses: [],
    ConfigurationSetName: "",
    Content: {
      Simple: {
        Subject: { Data: subject },
        Body: { Html: { Data: html }, Text: { Data: text } },
        Headers: listHeaders({ sender: SENDER, contactList: "", name }).map(({ name, value }) => ({
          Name: name,
          Value: value,
        })),
      },
    },
  };
  return composeMessage(request, "preview", date);
}
