import type { IncomingMessage } from "node:http";
import { jsonAnswer, Problem, problemAnswer, readJsonBody } from "../aws-json.ts";
import { type Answer, type LocalServer, type OnFailure, serve } from "../http-server.ts";
import { ACCOUNT, describeAccount, describeIdentity, guardAccount, type LocalAccount } from "./account.ts";
import { type ContactBook, openContactBook } from "./contact-book.ts";
import { createContact, createList, getContact, getList, listContacts } from "./contact-requests.ts";
import { manageList } from "./list-management.ts";
import { clearUnfinished, createMailIds, type Envelope, mailIds, putMail } from "./mailbox.ts";
import { composeMessage } from "./message.ts";
import { BadRequest } from "./problem.ts";
import { parseSendRequest, type SendRequest } from "./send-request.ts";
import { answerUnsubscribe, UNSUBSCRIBE_PATH } from "./unsubscribe.ts";

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const DAY_MS = 86_400_000;

export interface SesServerOptions {
  /** The folder for received emails; see {@link putMail}. */
  readonly inbox: string;
  /** The file with the contact lists; without it they are lost when the server stops. */
  readonly contacts?: string;
  /** Base address of the unsubscribe pages, without a trailing slash, if not this server. */
  readonly pages?: string;
  /** Read on each request. Without it nothing is throttled. */
  readonly account?: () => LocalAccount;
  readonly now?: () => Date;
  /** Names emails, so that the names sort by arrival. */
  readonly nextId?: () => string;
  readonly port?: number;
  readonly onFailure?: OnFailure;
}

/** A local SES. */
export interface SesServer extends LocalServer {
  readonly contacts: ContactBook;
  /** Addresses whose emails were accepted and then bounced, in order. */
  readonly bounces: readonly string[];
}

/** State shared by the operations. */
interface Office extends Required<Pick<SesServerOptions, "inbox" | "now">> {
  readonly contacts: ContactBook;
  readonly bounces: string[];
  /** When emails were accepted, in this process. */
  readonly times: number[];
  account(): LocalAccount;
  nextId(): string;
  pageOf(token: string): string;
}

/**
 * Serves SES v2 to unmodified SDK clients: SendEmail, GetAccount, GetEmailIdentity, and contact lists. SES's
 * rules for addresses, headers, subject, size, quotas and subscriptions apply; SendEmail returns a MessageId
 * only once the email is in the inbox, on disk. Serves the unsubscribe pages too.
 */
export async function startSesServer(options: SesServerOptions): Promise<SesServer> {
  const { inbox, now = () => new Date(), port = 0 } = options;
  clearUnfinished(inbox);
  let url = "";
  const office: Office = {
    inbox,
    now,
    contacts: openContactBook(options.contacts),
    bounces: [],
    times: [],
    account: options.account ?? (() => ({ ...ACCOUNT, maxSendRate: Number.POSITIVE_INFINITY })),
    nextId: options.nextId ?? createMailIds(inbox, now),
    pageOf: (token) => `${options.pages ?? url}${UNSUBSCRIBE_PATH}${token}`,
  };
  const server = await serve((request) => answer(request, office), port, options.onFailure);
  url = server.url;
  return { ...server, contacts: office.contacts, bounces: office.bounces };
}

async function answer(request: IncomingMessage, office: Office): Promise<Answer> {
  if (request.url?.startsWith(UNSUBSCRIBE_PATH)) {
    return await answerUnsubscribe(request, office.contacts);
  }
  try {
    return jsonAnswer(await operate(request, office));
  } catch (error) {
    if (error instanceof Problem) {
      return problemAnswer(error);
    }
    throw error;
  }
}

type Operation = (office: Office, body: () => Promise<unknown>, names: readonly string[]) => unknown;

/** A star stands for a name in the path. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  "POST /v2/email/outbound-emails": async (office, body) => ({
    MessageId: await receive(office, parseSendRequest(await body())),
  }),
  "GET /v2/email/account": (office) => describeAccount(office.account(), sentWithin(office).day),
  "GET /v2/email/identities/*": ({ account }, _, [identity = ""]) => describeIdentity(account(), identity),
  "POST /v2/email/contact-lists": async ({ contacts }, body) => createList(contacts, await body()),
  "GET /v2/email/contact-lists/*": ({ contacts }, _, [list = ""]) => getList(contacts, list),
  "POST /v2/email/contact-lists/*/contacts": async ({ contacts }, body, [list = ""]) =>
    createContact(contacts, list, await body()),
  "POST /v2/email/contact-lists/*/contacts/list": async ({ contacts }, body, [list = ""]) =>
    listContacts(contacts, list, await body()),
  "GET /v2/email/contact-lists/*/contacts/*": ({ contacts }, _, [list = "", address = ""]) =>
    getContact(contacts, list, address),
};

const refuse = (message: string, options?: { readonly cause: unknown }) => new BadRequest(message, options);

async function operate(request: IncomingMessage, office: Office): Promise<unknown> {
  const asked = `${request.method} ${request.url}`;
  for (const [pattern, operation] of Object.entries(OPERATIONS)) {
    const names = namesIn(pattern, asked);
    if (names !== undefined) {
      return await operation(office, () => readJsonBody(request, MAX_BODY_BYTES, refuse), names);
    }
  }
  const known = Object.keys(OPERATIONS).join(", ");
  const message = `${asked}: the local SES supports only ${known}`;
  throw new Problem("UnknownOperationException", message, { status: 404 });
}

/** The names at a pattern's stars, or `undefined` if the request does not match. */
function namesIn(pattern: string, request: string): readonly string[] | undefined {
  const wanted = pattern.split("/");
  const given = request.split("/");
  const isIt =
    wanted.length === given.length && wanted.every((part, at) => part === "*" || part === given[at]);
  return isIt ? given.filter((_, at) => wanted[at] === "*").map(decodeURIComponent) : undefined;
}

async function receive(office: Office, request: SendRequest): Promise<string> {
  const { inbox, now, contacts, pageOf, times, bounces } = office;
  const sent = sentWithin(office);
  guardAccount(office.account(), request, sent);
  const { mail, bounced } = manageList(request, contacts, pageOf);
  const id = office.nextId();
  const message = await composeMessage(mail, id, now());
  times.push(now().getTime());
  bounces.push(...bounced);
  const { Html, Text } = mail.Content.Simple.Body;
  const { ToAddresses, CcAddresses, BccAddresses } = mail.Destination;
  if (ToAddresses.length + CcAddresses.length + BccAddresses.length > 0) {
    putMail(inbox, id, {
      "message.eml": message,
      "digest.html": Html?.Data ?? "",
      "digest.txt": Text?.Data ?? "",
      "envelope.json": `${JSON.stringify(envelopeOf(mail, id, now()), null, 2)}\n`,
    });
  }
  return id;
}

function envelopeOf(request: SendRequest, messageId: string, date: Date): Envelope {
  const { Subject, Headers } = request.Content.Simple;
  const { ToAddresses, CcAddresses, BccAddresses } = request.Destination;
  return {
    messageId,
    receivedAt: date.toISOString(),
    from: request.FromEmailAddress,
    to: ToAddresses,
    cc: CcAddresses,
    bcc: BccAddresses,
    subject: Subject.Data,
    headers: Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
    configurationSet: request.ConfigurationSetName,
  };
}

/** Emails of the last day, by the inbox, and of the last second, by this process. */
function sentWithin({ inbox, now, times }: Office): { readonly day: number; readonly second: number } {
  const time = now().getTime();
  return {
    day: mailIds(inbox).filter((id) => Number.parseInt(id, 10) >= time - DAY_MS).length,
    second: times.filter((sent) => sent > time - 1_000).length,
  };
}
