import type { IncomingMessage } from "node:http";
import { type Answer, readBody } from "../http-server.ts";
import { type ContactBook, contactOf, type Ticket, unsubscribed } from "./contact-book.ts";

/** Path of the unsubscribe pages, before the token. */
export const UNSUBSCRIBE_PATH = "/unsubscribe/";

const MAX_BODY_BYTES = 16 * 1024;

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  // Without a referrer, a browser would call the origin of the page's own form "null".
  "referrer-policy": "same-origin",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * Serves the address that SES puts into an email. A GET shows the page and changes nothing: link scanners must
 * not unsubscribe readers. A POST with `List-Unsubscribe=One-Click` (RFC 8058) unsubscribes the contact from
 * the email's topic; with `all`, sent by the page's second button, from the list.
 */
export async function answerUnsubscribe(request: IncomingMessage, book: ContactBook): Promise<Answer> {
  const ticket = book.ticket((request.url ?? "").slice(UNSUBSCRIBE_PATH.length));
  if (ticket === undefined) {
    return page(404, "This link is not valid", "");
  }
  if (request.method === "GET" || request.method === "HEAD") {
    return page(200, "Unsubscribe from these emails?", formsOf(ticket));
  }
  if (request.method !== "POST") {
    return page(405, "Only GET and POST are supported here", "");
  }
  const form = await formOf(request);
  const isAll = form?.get("all") === "true";
  if (!isAll && form?.get("List-Unsubscribe") !== "One-Click") {
    return page(400, "Nothing changed: the request was not List-Unsubscribe=One-Click", "");
  }
  leave(book, isAll ? { ...ticket, topic: "" } : ticket);
  return page(200, "You are unsubscribed", "");
}

function leave(book: ContactBook, { list, topic, address }: Ticket): void {
  const known = book.list(list);
  if (known !== undefined) {
    const contact = contactOf(known, address) ?? { address, hasLeft: false, preferences: {} };
    book.putContact(list, unsubscribed(contact, topic));
  }
}

/** The form fields in the body, URL-encoded or multipart; RFC 8058 allows both. */
async function formOf(request: IncomingMessage): Promise<FormData | undefined> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  try {
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    return undefined;
  }
}

/** List and topic names are plain words, so they need no escaping. */
function formsOf({ list, topic }: Ticket): string {
  const one = `<form method="post"><button name="List-Unsubscribe" value="One-Click">Unsubscribe from ${topic === "" ? list : topic}</button></form>`;
  const all = `<form method="post"><button name="all" value="true">Unsubscribe from all ${list} emails</button></form>`;
  return topic === "" ? one : `${one}${all}`;
}

function page(status: number, title: string, content: string): Answer {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:16px/24px sans-serif;margin:48px auto;max-width:480px;padding:0 16px}form{margin:16px 0}</style></head><body><h1>${title}</h1>${content}</body></html>`;
  return { status, headers: HEADERS, body };
}
