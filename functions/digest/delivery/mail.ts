/** One mail to one recipient. */
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
 * `refused`: a definite no, the mail was not taken. `unknown`: no answer, or a 5xx: it may or may not be on its way.
 *
 * | retry | of a refusal |
 * |---|---|
 * | – | about this mail: a later run tries again |
 * | `soon` | the mail service asks for a slower pace |
 * | `never` | the mail breaks a limit, and always will |
 * | `account` | about the whole account (paused, the day's quota used up): no mail would be taken now |
 */
export type SendOutcome =
  | { readonly outcome: "accepted"; readonly messageId: string }
  | {
      readonly outcome: "refused";
      readonly reason: string;
      readonly retry?: "soon" | "never" | "account";
    }
  | { readonly outcome: "unknown"; readonly reason: string };

/** Hands mail to the mail service. Never retries by itself, never throws. */
export interface MailSender {
  send(mail: Mail): Promise<SendOutcome>;
}

/** What the mail service lets the account send. */
export interface SendQuota {
  /** Mails a second; `Infinity` when it names no limit. */
  readonly perSecond: number;
  /** Mails that are left within 24 hours; `Infinity` when there is no limit, 0 while sending is paused. */
  readonly left: number;
  readonly isPaused: boolean;
}

/** The quota, or why it is not known; a quota that cannot be read stops no mail. */
export type QuotaAnswer = SendQuota | { readonly unknown: string };
