import type { SESv2Client } from "@aws-sdk/client-sesv2";
import { ACCOUNT } from "../../../local/ses/account.ts";
import { parseSendRequest } from "../../../local/ses/send-request.ts";
import type { RequestKind } from "./fault.ts";
import { askJudged, type Judging } from "./judged.ts";
import type { Received } from "./servers.ts";

/** The mail service itself, for requests that no fault meets. */
export interface Office {
  /** Puts an email into the inbox, and names it. */
  accept(mail: Pick<Received, "to" | "html" | "text">): string;
  /** How many it accepted within a day. */
  sentToday(): number;
}

/** The request that a command is, and its answer. */
interface Desk {
  readonly kind: RequestKind;
  readonly method: string;
  readonly path: string;
  answer(input: unknown, office: Office): object;
}

const DESKS: Readonly<Record<string, Desk>> = {
  SendEmailCommand: {
    kind: "send",
    method: "POST",
    path: "/v2/email/outbound-emails",
    answer(input, office) {
      const { Content, Destination } = parseSendRequest(input);
      const { Html, Text } = Content.Simple.Body;
      const mail = { to: Destination.ToAddresses[0] ?? "", html: Html?.Data ?? "", text: Text?.Data ?? "" };
      return { MessageId: office.accept(mail) };
    },
  },
  GetAccountCommand: {
    kind: "read",
    method: "GET",
    path: "/v2/email/account",
    answer: (_, office) => ({
      SendingEnabled: true,
      SendQuota: { Max24HourSend: ACCOUNT.max24HourSend, SentLast24Hours: office.sentToday() },
    }),
  },
};

/**
 * The client of a mail service whose requests are judged here, as those of a bucket are: what no fault meets is answered before the SDK
 * makes a request of it, and what a fault meets goes over HTTP, with its further attempts.
 */
export function answerDirectly(client: SESv2Client, office: Office, judging: Judging): SESv2Client {
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (asked) => {
        const desk = DESKS[commandName];
        if (desk === undefined) {
          return await next(asked);
        }
        const { kind, method, path } = desk;
        return await askJudged({ kind, name: `${method} ${path}`, key: path }, judging, {
          overHttp: () => next(asked),
          directly: () => ({
            output: { $metadata: {}, ...desk.answer(asked.input, office) },
            response: {},
          }),
        });
      },
    { step: "initialize", name: "direct", priority: "high" },
  );
  return client;
}
