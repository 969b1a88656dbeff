import { type ContactBook, contactOf, statusOf } from "./contact-book.ts";
import { listOf, refuseUnknownTopic } from "./contact-requests.ts";
import type { SendRequest } from "./send-request.ts";

/** An email as SES sends it, and the recipients who opted out. */
export interface Managed {
  readonly mail: SendRequest;
  /** Accepted but never sent. */
  readonly bounced: readonly string[];
}

const PLACEHOLDER = "{{amazonSESUnsubscribeUrl}}";
const MAX_PLACEHOLDERS = 2;
const OWN_HEADERS = /^list-unsubscribe(?:-post)?$/i;

/**
 * How SES applies `ListManagementOptions` ("Using list management" and "Using subscription management", SES
 * Developer Guide, 2026):
 *
 * - an unknown list or topic is refused; an address that is not on the list is added;
 * - a contact that has opted out gets nothing: the email is accepted, then bounces;
 * - for a single recipient, only the first two placeholders become the unsubscribe page's address;
 * - and List-Unsubscribe and List-Unsubscribe-Post replace any such headers in the email.
 */
export function manageList(mail: SendRequest, book: ContactBook, pageOf: (token: string) => string): Managed {
  const options = mail.ListManagementOptions;
  if (options === undefined) {
    return { mail, bounced: [] };
  }
  const { ContactListName: list, TopicName: topic = "" } = options;
  if (topic !== "") {
    refuseUnknownTopic(listOf(book, list), topic);
  }
  const { ToAddresses, CcAddresses, BccAddresses } = mail.Destination;
  const addresses = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  const bounced = addresses.filter((address) => isOptedOut(book, { list, topic, address }));
  const [address, ...more] = addresses;
  if (address === undefined || more.length > 0) {
    return { mail: without(mail, bounced), bounced };
  }
  const page = pageOf(book.ticketFor({ list, topic, address }).token);
  return { mail: withUnsubscribe(without(mail, bounced), page), bounced };
}

function without(mail: SendRequest, bounced: readonly string[]): SendRequest {
  const rest = (addresses: string[]) => addresses.filter((address) => !bounced.includes(address));
  const { ToAddresses, CcAddresses, BccAddresses } = mail.Destination;
  const Destination = {
    ToAddresses: rest(ToAddresses),
    CcAddresses: rest(CcAddresses),
    BccAddresses: rest(BccAddresses),
  };
  return { ...mail, Destination };
}

function isOptedOut(
  book: ContactBook,
  { list, topic, address }: { readonly list: string; readonly topic: string; readonly address: string },
): boolean {
  const known = listOf(book, list);
  const contact = contactOf(known, address);
  if (contact === undefined) {
    book.putContact(list, { address, hasLeft: false, preferences: {} });
  }
  const standing = contact ?? { address, hasLeft: false, preferences: {} };
  return statusOf(known, standing, topic) === "OPT_OUT";
}

/** The text part comes first in the message, so its placeholders are filled first. */
function withUnsubscribe(mail: SendRequest, page: string): SendRequest {
  const { Body, Headers, ...rest } = mail.Content.Simple;
  const text = fill(Body.Text?.Data ?? "", page, MAX_PLACEHOLDERS);
  const html = fill(Body.Html?.Data ?? "", page, MAX_PLACEHOLDERS - text.filled);
  const parts = {
    ...(Body.Text && { Text: { ...Body.Text, Data: text.data } }),
    ...(Body.Html && { Html: { ...Body.Html, Data: html.data } }),
  };
  const headers = [
    ...Headers.filter(({ Name }) => !OWN_HEADERS.test(Name)),
    { Name: "List-Unsubscribe", Value: `<${page}>` },
    { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
  ];
  return { ...mail, Content: { Simple: { ...rest, Body: parts, Headers: headers } } };
}

function fill(data: string, page: string, most: number): { readonly data: string; readonly filled: number } {
  const pieces = data.split(PLACEHOLDER);
  const filled = Math.min(pieces.length - 1, most);
  const [first = "", ...rest] = pieces;
  const joined = rest.map((piece, at) => `${at < filled ? page : PLACEHOLDER}${piece}`);
  return { data: `${first}${joined.join("")}`, filled };
}
