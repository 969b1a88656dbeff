/** One email to one recipient. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: readonly MailHeader[];
}

export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/**
 * `refused`: the email was definitely not accepted. `unknown`: no answer, or a 5xx: it may or may not be on its
 * way.
 *
 * | retry | meaning |
 * |---|---|
 * | – | this email was refused: a later run tries again |
 * | `soon` | the mail service asks for a slower pace |
 * | `never` | the email breaks a limit, and always will |
 * | `account` | the whole account is refused (paused, daily quota used up): no email would be accepted now |
 */
export type SendOutcome =
  | { readonly outcome: "accepted"; readonly messageId: string }
  | {
      readonly outcome: "refused";
      readonly reason: string;
      readonly retry?: "soon" | "never" | "account";
    }
  | { readonly outcome: "unknown"; readonly reason: string };

/** Passes emails to the mail service. Never retries, never throws. */
export interface MailSender {
  send(mail: Mail): Promise<SendOutcome>;
}

/** What the account may send. */
export interface SendQuota {
  /** Emails per second; `Infinity` without a limit. */
  readonly perSecond: number;
  /** Emails left within 24 hours; `Infinity` without a limit, 0 while sending is paused. */
  readonly left: number;
  readonly isPaused: boolean;
}

/** The quota, or why it is unknown; an unreadable quota does not stop sending. */
export type QuotaAnswer = SendQuota | { readonly unknown: string };
