import type { IncomingMessage } from "node:http";
import { type Answer, type LocalServer, readBody, serve } from "./http-server.ts";
import { clearUnfinished, createMailIds, type Envelope, mailIds, putMail } from "./ses/mailbox.ts";
import { composeMessage } from "./ses/message.ts";
import { BadRequest, problemAnswer } from "./ses/problem.ts";
import { parseSendRequest, type SendRequest } from "./ses/send-request.ts";

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const DAY_MS = 86_400_000;

export interface SesServerOptions {
  /** The folder that receives the mails; see {@link putMail}. */
  readonly inbox: string;
  readonly now?: () => Date;
  readonly port?: number;
}

/**
 * Serves SendEmail and GetAccount of SES v2 to unmodified SDK clients. SES's rules for addresses, headers, subject
 * and size hold; a mail is answered with its MessageId only when it is in the inbox, on disk.
 */
export function startSesServer({
  inbox,
  now = () => new Date(),
  port = 0,
}: SesServerOptions): Promise<LocalServer> {
  clearUnfinished(inbox);
  const nextId = createMailIds(inbox, now);
  const operations: Readonly<Record<string, (request: IncomingMessage) => Promise<Answer>>> = {
    "POST /v2/email/outbound-emails": async (request) => {
      const mail = parseSendRequest((await readBody(request, MAX_BODY_BYTES)).toString("utf8"));
      return json({ MessageId: await receive(inbox, mail, nextId, now()) });
    },
    "GET /v2/email/account": async () => json(account(inbox, now())),
  };
  return serve(async (request) => {
    const name = `${request.method} ${request.url}`;
    try {
      return (await operations[name]?.(request)) ?? unknownOperation(name);
    } catch (error) {
      if (error instanceof BadRequest) {
        return problemAnswer(400, error.name, error.message);
      }
      throw error;
    }
  }, port);
}

function json(value: unknown): Answer {
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

function unknownOperation(name: string): Answer {
  const message = `${name}: the local SES knows SendEmail and GetAccount only`;
  return problemAnswer(404, "UnknownOperationException", message);
}

async function receive(
  inbox: string,
  request: SendRequest,
  nextId: () => string,
  date: Date,
): Promise<string> {
  const id = nextId();
  const { Body } = request.Content.Simple;
  putMail(inbox, id, {
    "message.eml": await composeMessage(request, id, date),
    "digest.html": Body.Html?.Data ?? "",
    "digest.txt": Body.Text?.Data ?? "",
    "envelope.json": `${JSON.stringify(envelopeOf(request, id, date), null, 2)}\n`,
  });
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

/** An account out of the sandbox, with the quota that a new one gets. */
function account(inbox: string, now: Date): unknown {
  const since = now.getTime() - DAY_MS;
  const sent = mailIds(inbox).filter((id) => Number.parseInt(id, 10) >= since).length;
  return {
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: "HEALTHY",
    SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: sent },
  };
}
