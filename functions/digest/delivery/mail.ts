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
 * `refused`: a definite no, the mail was not taken (HTTP 4xx); it may be tried again, soon where it is throttled.
 * `unknown`: no answer, or a 5xx: the mail may or may not be on its way.
 */
export type SendOutcome =
  | { readonly outcome: "accepted"; readonly messageId: string }
  | { readonly outcome: "refused"; readonly reason: string; readonly isThrottled?: boolean }
  | { readonly outcome: "unknown"; readonly reason: string };

/** Hands mail to the mail service. Never retries by itself, never throws. */
export interface MailSender {
  send(mail: Mail): Promise<SendOutcome>;
}
