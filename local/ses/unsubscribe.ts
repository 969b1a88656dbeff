import type { IncomingMessage } from "node:http";
import { type Answer, readBody } from "../http-server.ts";
import { type ContactBook, contactOf, type Ticket, unsubscribed } from "./contact-book.ts";

/** Where the unsubscribe pages lie, before the token. */
export const UNSUBSCRIBE_PATH = "/unsubscribe/";

const MAX_BODY_BYTES = 16 * 1024;

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * Answers at the address that SES puts into a mail. A GET shows the page and changes nothing: programs that look at
 * every link of a mail before its reader does must not unsubscribe anybody. A POST with `List-Unsubscribe=One-Click`
 * (RFC 8058) takes the contact off the mail's topic; with `all`, which the page's second button sends, off the list.
 */
export async function answerUnsubscribe(request: IncomingMessage, book: ContactBook): Promise<Answer> {
  const ticket = book.ticket((request.url ?? "").slice(UNSUBSCRIBE_PATH.length));
  if (ticket === undefined) {
    return page(404, "This address is not valid", "");
  }
  if (request.method === "GET" || request.method === "HEAD") {
    return page(200, "Stop getting this mail?", formsOf(ticket));
  }
  if (request.method !== "POST") {
    return page(405, "Only GET and POST are understood here", "");
  }
  const form = await formOf(request);
  const isAll = form?.get("all") === "true";
  if (!isAll && form?.get("List-Unsubscribe") !== "One-Click") {
    return page(400, "Nothing was changed: the request was not List-Unsubscribe=One-Click", "");
  }
  leave(book, isAll ? { ...ticket, topic: "" } : ticket);
  return page(200, "You will not get this mail any more", "");
}

function leave(book: ContactBook, { list, topic, address }: Ticket): void {
  const known = book.list(list);
  if (known !== undefined) {
    const contact = contactOf(known, address) ?? { address, hasLeft: false, preferences: {} };
    book.putContact(list, unsubscribed(contact, topic));
  }
}

/** The fields of the body, whether URL-encoded or multipart; RFC 8058 allows both. */
async function formOf(request: IncomingMessage): Promise<FormData | undefined> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  try {
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    return undefined;
  }
}

/** Names of lists and topics are plain words, so they need no escape. */
function formsOf({ list, topic }: Ticket): string {
  const one = `<form method="post"><button name="List-Unsubscribe" value="One-Click">Stop ${topic === "" ? list : topic}</button></form>`;
  const all = `<form method="post"><button name="all" value="true">Stop everything of ${list}</button></form>`;
  return topic === "" ? one : `${one}${all}`;
}

function page(status: number, title: string, content: string): Answer {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:16px/24px sans-serif;margin:48px auto;max-width:480px;padding:0 16px}form{margin:16px 0}</style></head><body><h1>${title}</h1>${content}</body></html>`;
  return { status, headers: HEADERS, body };
}
