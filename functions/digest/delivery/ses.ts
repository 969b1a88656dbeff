import {
  SESv2Client,
  type SESv2ClientConfig,
  SESv2ServiceException,
  SendEmailCommand,
} from "@aws-sdk/client-sesv2";
import { asciiSender } from "./headers.ts";
import type { Mail, MailSender, SendOutcome } from "./mail.ts";

/** A mail service that has not answered by then is taken for silent: the outcome of the mail is unknown. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * The SES client. It never retries: SendEmail has no idempotency token, so a retry after a lost answer would
 * mail twice.
 */
export function createSesClient(config: SESv2ClientConfig = {}): SESv2Client {
  return new SESv2Client({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
}

/** Sends through SES v2, one SendEmail a mail. */
export function createSesSender(
  client: SESv2Client,
  settings: { readonly from: string; readonly configurationSet: string },
): MailSender {
  return {
    async send(mail) {
      try {
        const answer = await client.send(new SendEmailCommand(toRequest(mail, settings)));
        return { outcome: "accepted", messageId: answer.MessageId ?? "" };
      } catch (error) {
        return toOutcome(error);
      }
    },
  };
}

function toRequest(
  mail: Mail,
  { from, configurationSet }: { readonly from: string; readonly configurationSet: string },
): ConstructorParameters<typeof SendEmailCommand>[0] {
  return {
    FromEmailAddress: asciiSender(from),
    Destination: { ToAddresses: [mail.to] },
    ...(configurationSet !== "" && { ConfigurationSetName: configurationSet }),
    Content: {
      Simple: {
        Subject: { Data: mail.subject, Charset: "UTF-8" },
        Body: { Html: { Data: mail.html, Charset: "UTF-8" }, Text: { Data: mail.text, Charset: "UTF-8" } },
        Headers: mail.headers.map(({ name, value }) => ({ Name: name, Value: value })),
      },
    },
  };
}

/** SES's names for "slower", by which it tells throttling from the other 4xx answers. */
const THROTTLED = new Set(["TooManyRequestsException", "ThrottlingException", "LimitExceededException"]);

/** Errors before a byte of the mail left this machine. */
const NOTHING_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CredentialsProviderError"]);

/** A 4xx of SES, or no way to it, is a definite no; anything else leaves the outcome unknown. */
function toOutcome(error: unknown): SendOutcome {
  if (!(error instanceof SESv2ServiceException)) {
    const name = errorName(error);
    return { outcome: NOTHING_SENT.has(name) ? "refused" : "unknown", reason: name };
  }
  const status = error.$metadata.httpStatusCode ?? 0;
  if (status < 400 || status >= 500) {
    return { outcome: "unknown", reason: `${error.name} (HTTP ${status})` };
  }
  return {
    outcome: "refused",
    reason: `${error.name}: ${error.message}`,
    ...(THROTTLED.has(error.name) && { isThrottled: true }),
  };
}

function errorName(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
