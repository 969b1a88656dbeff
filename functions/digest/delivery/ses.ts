import {
  SESv2Client,
  type SESv2ClientConfig,
  SESv2ServiceException,
  SendEmailCommand,
} from "@aws-sdk/client-sesv2";
import type { DigestConfig } from "../config.ts";
import type { Mail, MailSender, SendOutcome } from "../ports.ts";
import { asciiSender } from "./headers.ts";
import { brokenLimit } from "./limits.ts";

/** A mail service that has not answered by then is taken for silent: the outcome of the mail is unknown. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * The SES client for mail. It never retries: SendEmail has no idempotency token, so a retry after a lost answer
 * would mail twice.
 */
export function createSesClient(config: SESv2ClientConfig = {}): SESv2Client {
  return createClient(config, 1);
}

/** The SES client for questions, which may be asked again; SES takes most of them once a second only. */
export function createSesReader(config: SESv2ClientConfig = {}): SESv2Client {
  return createClient(config, 6);
}

function createClient(config: SESv2ClientConfig, maxAttempts: number): SESv2Client {
  return new SESv2Client({
    ...config,
    maxAttempts,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
}

/** What sending needs of the configuration. */
export type SendSettings = Pick<DigestConfig, "sender" | "configurationSet" | "contactList" | "topic">;

/**
 * Sends through SES v2, one SendEmail a mail, with tracking off. What breaks a limit of SES is refused here,
 * without a call.
 */
export function createSesSender(client: SESv2Client, settings: SendSettings): MailSender {
  return {
    async send(mail) {
      const limit = brokenLimit(mail, settings.contactList !== "");
      if (limit !== undefined) {
        return { outcome: "refused", reason: limit, retry: "never" };
      }
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
  { sender, configurationSet, contactList, topic }: SendSettings,
): ConstructorParameters<typeof SendEmailCommand>[0] {
  return {
    FromEmailAddress: asciiSender(sender),
    Destination: { ToAddresses: [mail.to] },
    ...(configurationSet !== "" && { ConfigurationSetName: configurationSet }),
    ...(contactList !== "" && {
      ListManagementOptions: { ContactListName: contactList, ...(topic !== "" && { TopicName: topic }) },
    }),
    ConfigurationOverrides: {
      Tracking: { OpenTrackingEnabled: "DISABLED", ClickTrackingEnabled: "DISABLED" },
    },
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

/** SES's names for an account that must not send at all. */
const ACCOUNT = new Set(["SendingPausedException", "AccountSuspendedException"]);

/** How throttling by the quota of the day differs from throttling by the second ("Errors related to the sending quotas"). */
const DAY_IS_FULL = /daily/i;

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
  const retry = retryOf(error);
  return { outcome: "refused", reason: `${error.name}: ${error.message}`, ...(retry && { retry }) };
}

function retryOf({ name, message }: SESv2ServiceException): "soon" | "account" | undefined {
  if (ACCOUNT.has(name)) {
    return "account";
  }
  if (!THROTTLED.has(name)) {
    return undefined;
  }
  return DAY_IS_FULL.test(message) ? "account" : "soon";
}

/** The name of an error, for logs and receipts: the system's code where there is one. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
