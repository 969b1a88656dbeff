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

/** No answer by then counts as silence: the outcome of the email is unknown. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * The SES client for sending. It never retries: SendEmail has no idempotency token, so a retry after a lost
 * answer would send twice.
 */
export function createSesClient(config: SESv2ClientConfig = {}): SESv2Client {
  return createClient(config, 1);
}

/** The SES client for queries, which may be retried; SES allows most of them only once a second. */
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

/** The part of the configuration that sending needs. */
export type SendSettings = Pick<
  DigestConfig,
  "sender" | "name" | "configurationSet" | "contactList" | "topic"
>;

/**
 * Sends through SES v2, one SendEmail per email, with tracking off. An email that breaks an SES limit is
 * refused without a call.
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
  { sender, name, configurationSet, contactList, topic }: SendSettings,
): ConstructorParameters<typeof SendEmailCommand>[0] {
  return {
    FromEmailAddress: asciiSender({ sender, name }),
    Destination: { ToAddresses: [mail.to] },
    ...(configurationSet !== "" && { ConfigurationSetName: configurationSet }),
    ...(contactList !== "" && {
      ListManagementOptions: {
        ContactListName: contactList,
        ...((mail.topic ?? topic) !== "" && { TopicName: mail.topic ?? topic }),
      },
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

/** SES's error names for throttling, as opposed to other 4xx answers. */
const THROTTLED = new Set(["TooManyRequestsException", "ThrottlingException", "LimitExceededException"]);

/** SES's error names for an account that must not send at all. */
const ACCOUNT = new Set(["SendingPausedException", "AccountSuspendedException"]);

/**
 * Distinguishes throttling by the daily quota from throttling by the second ("Errors related to the sending
 * quotas").
 */
const DAY_IS_FULL = /daily/i;

/** Errors from before any byte of the email left this machine. */
const NOTHING_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CredentialsProviderError"]);

/** A 4xx from SES, or no connection to it, is a definite refusal; anything else leaves the outcome unknown. */
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

/** The name of an error, for logs and receipts: the system's code if it has one. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
