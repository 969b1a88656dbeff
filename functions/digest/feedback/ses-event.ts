import * as v from "valibot";

/** What happened to an email after SES accepted it. */
export type FeedbackKind = "bounced" | "complained" | "rejected";

/** SES's feedback on one email; without the address, which the operator finds in SES's suppression list. */
export interface Feedback {
  /** Id of the event; the same on every delivery. */
  readonly id: string;
  readonly kind: FeedbackKind;
  /** When the email was sent, ISO 8601. */
  readonly sentAt: string;
  /** When the event reached us, ISO 8601; up to hours after it happened. */
  readonly arrivedAt: string;
}

/** EventBridge's names for a configuration set's events (EventBridge reference, "Amazon SES events"). */
export const FEEDBACK_EVENTS = {
  "Email Bounced": "bounced",
  "Email Complaint Received": "complained",
  "Email Rejected": "rejected",
} as const satisfies Record<string, FeedbackKind>;

/** The part of such an event that matters; the rest, including addresses and headers, is ignored. */
export const SesEventSchema = v.object({
  source: v.literal("aws.ses"),
  id: v.string(),
  "detail-type": v.picklist(["Email Bounced", "Email Complaint Received", "Email Rejected"]),
  detail: v.object({ mail: v.object({ timestamp: v.pipe(v.string(), v.isoTimestamp()) }) }),
});

/** The feedback in an event that has just arrived. */
export function toFeedback(event: v.InferOutput<typeof SesEventSchema>, now: string): Feedback {
  return {
    id: event.id,
    kind: FEEDBACK_EVENTS[event["detail-type"]],
    sentAt: event.detail.mail.timestamp,
    arrivedAt: now,
  };
}
