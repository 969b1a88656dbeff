import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { commandLine } from "../../infra/installed.ts";
import { ARCHIVE_PAGES, ARCHIVE_PATH, INBOX_PORT } from "../cloud.ts";
import { type Answer, type LocalServer, PRIVATE_HEADERS, serve } from "../http-server.ts";
import { openContactBook } from "../ses/contact-book.ts";
import { mailIds, readEnvelope, readMail } from "../ses/mailbox.ts";
import { answerUnsubscribe, UNSUBSCRIBE_PATH } from "../ses/unsubscribe.ts";
import type { LocalArchive } from "./archive-pages.ts";
import { listPage, mailPage, missingPage } from "./pages.ts";

/** An email's HTML is untrusted: no scripts, no requests, only its own styles and inline pictures. Its links open in new tabs. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; form-action 'none'";
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'";

/**
 * Shows the emails of an inbox folder in a browser, newest first, and with `archive` what all editions said; port 0 picks a free port.
 * Read-only, except for the unsubscribe pages of the contact lists in the file `contacts`. `run` is the command that makes an email.
 */
export function startInboxServer({
  inbox,
  contacts,
  archive,
  port,
  run = commandLine("digest"),
}: {
  readonly inbox: string;
  readonly contacts?: string;
  readonly archive?: LocalArchive;
  readonly port: number;
  readonly run?: string;
}): Promise<LocalServer> {
  const book = openContactBook(contacts);
  return serve(async (request) => {
    if (request.url?.startsWith(UNSUBSCRIBE_PATH)) {
      return await answerUnsubscribe(request, book);
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return notFound();
    }
    return archive !== undefined && isBelow(ARCHIVE_PATH, request.url)
      ? ((await archive(request)) ?? notFound(true))
      : answerOf({ inbox, run, hasArchive: archive !== undefined }, request);
  }, port);
}

function isBelow(path: string, url = "/"): boolean {
  return url === path || url.startsWith(`${path}/`);
}

function answerOf(
  { inbox, run, hasArchive }: { readonly inbox: string; readonly run: string; readonly hasArchive: boolean },
  { url = "/" }: IncomingMessage,
): Answer {
  const ids = existsSync(inbox) ? mailIds(inbox) : [];
  if (url === "/") {
    const archive = hasArchive ? `${ARCHIVE_PATH}/` : "";
    return html(
      listPage(ids.map((id) => readEnvelope(inbox, id)).toReversed(), { run, archive }),
      PAGE_POLICY,
    );
  }
  const [, id = "", view] = /^\/mail\/([^/]+)(?:\/(html|eml))?$/.exec(url) ?? [];
  if (!ids.includes(id)) {
    return notFound();
  }
  switch (view) {
    case "html":
      return html(withLinks(readMail(inbox, id, "digest.html").toString("utf8")), MAIL_POLICY);
    case "eml":
      return message(readMail(inbox, id, "message.eml"));
    default:
      return html(viewOf(inbox, id), PAGE_POLICY);
  }
}

/** Where unsubscribe links lead, whatever the port of this inbox. */
const UNSUBSCRIBE_PAGES = `http://127.0.0.1:${INBOX_PORT}${UNSUBSCRIBE_PATH}`;

/** The email with links that work in its frame: out of it, and to this inbox's own pages. Links within the email stay there. */
function withLinks(mail: string): string {
  return mail
    .replaceAll(`<a href="${UNSUBSCRIBE_PAGES}`, `<a href="${UNSUBSCRIBE_PATH}`)
    .replaceAll(`<a href="${ARCHIVE_PAGES}`, `<a href="${ARCHIVE_PATH}`)
    .replaceAll(/<a href="(?!#)/g, '<a target="_blank" href="');
}

function viewOf(inbox: string, id: string): string {
  const source = readMail(inbox, id, "message.eml").toString("utf8");
  const [headers = ""] = source.split("\r\n\r\n", 1);
  return mailPage(readEnvelope(inbox, id), readMail(inbox, id, "digest.txt").toString("utf8"), headers);
}

function html(body: string | Uint8Array, policy: string, status = 200): Answer {
  const headers = {
    ...PRIVATE_HEADERS,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
  };
  return { status, headers, body };
}

function message(body: Uint8Array): Answer {
  return { status: 200, headers: { ...PRIVATE_HEADERS, "content-type": "message/rfc822" }, body };
}

function notFound(isInArchive = false): Answer {
  return html(missingPage(isInArchive), PAGE_POLICY, 404);
}
