import { Problem } from "../aws-json.ts";
import { notFound } from "./problem.ts";
import type { SendRequest } from "./send-request.ts";

/** What an account may do. */
export interface LocalAccount {
  /** Emails in 24 hours; -1: no limit. */
  readonly max24HourSend: number;
  /** Emails per second. */
  readonly maxSendRate: number;
  /** In the sandbox only verified identities can receive email. */
  readonly isSandbox: boolean;
  readonly isSendingEnabled: boolean;
  /** Verified addresses and domains; if not set, every sender is verified and no recipient. */
  readonly verified?: readonly string[];
}

/** Out of the sandbox, with quota for any local run. */
export const ACCOUNT: LocalAccount = {
  max24HourSend: 50_000,
  maxSendRate: 14,
  isSandbox: false,
  isSendingEnabled: true,
};

/** The response of GetAccount; `sent` counts the last 24 hours. */
export function describeAccount(account: LocalAccount, sent: number): unknown {
  return {
    ProductionAccessEnabled: !account.isSandbox,
    SendingEnabled: account.isSendingEnabled,
    EnforcementStatus: "HEALTHY",
    SendQuota: {
      Max24HourSend: account.max24HourSend,
      MaxSendRate: account.maxSendRate,
      SentLast24Hours: sent,
    },
  };
}

/** The response of GetEmailIdentity; throws NotFoundException for an unverified identity. */
export function describeIdentity({ verified = [] }: LocalAccount, identity: string): unknown {
  if (!verified.some((each) => each.toLowerCase() === identity.toLowerCase())) {
    throw notFound(`Email identity ${identity} does not exist.`);
  }
  return {
    IdentityType: identity.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN",
    VerificationStatus: "SUCCESS",
    VerifiedForSendingStatus: true,
  };
}

/** How much was sent within the last day and the last second. */
export interface Sent {
  readonly day: number;
  readonly second: number;
}

/**
 * Refuses what the account may not send: when paused, over a quota ("Errors related to the sending quotas for
 * your Amazon SES account"), from an unverified identity, or in the sandbox to one ("Request production
 * access").
 */
export function guardAccount(account: LocalAccount, request: SendRequest, sent: Sent): void {
  if (!account.isSendingEnabled) {
    throw new Problem("SendingPausedException", "Sending is paused for this account.");
  }
  if (account.max24HourSend >= 0 && sent.day >= account.max24HourSend) {
    throw new Problem("ThrottlingException", "Daily message quota exceeded.");
  }
  if (sent.second >= account.maxSendRate) {
    throw new Problem("ThrottlingException", "Maximum sending rate exceeded.");
  }
  const { ToAddresses, CcAddresses, BccAddresses } = request.Destination;
  const recipients = account.isSandbox ? [...ToAddresses, ...CcAddresses, ...BccAddresses] : [];
  const checked = account.verified === undefined ? recipients : [request.FromEmailAddress, ...recipients];
  const refused = checked.filter((address) => !isVerified(account, address));
  if (refused.length > 0) {
    throw new Problem(
      "MessageRejected",
      `Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: ${refused.join(", ")}`,
    );
  }
}

/** The sandbox may send to the mailbox simulator too. */
function isVerified({ verified = [] }: LocalAccount, mailbox: string): boolean {
  const address = (/<([^<>]*)>$/.exec(mailbox)?.[1] ?? mailbox).toLowerCase();
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return (
    domain === "simulator.amazonses.com" ||
    verified.some((each) => [address, domain].includes(each.toLowerCase()))
  );
}
