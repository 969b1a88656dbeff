import * as v from "valibot";

/** What became of a mail after SES took it. */
export type FeedbackKind = "bounced" | "complained" | "rejected";

/** What SES said of one mail; without its address, which the operator finds in SES's suppression list. */
export interface Feedback {
  /** Id of the event, the same however often it is delivered. */
  readonly id: string;
  readonly kind: FeedbackKind;
  /** When the mail was sent, ISO 8601. */
  readonly sentAt: string;
  /** When the event came to us, ISO 8601: later than it happened, by up to hours. */
  readonly arrivedAt: string;
}

/** EventBridge's names of the events of a configuration set (EventBridge reference, "Amazon SES events"). */
export const FEEDBACK_EVENTS = {
  "Email Bounced": "bounced",
  "Email Complaint Received": "complained",
  "Email Rejected": "rejected",
} as const satisfies Record<string, FeedbackKind>;

/** The part of such an event that matters; the rest of it, addresses and headers too, is passed over. */
export const SesEventSchema = v.object({
  source: v.literal("aws.ses"),
  id: v.string(),
  "detail-type": v.picklist(["Email Bounced", "Email Complaint Received", "Email Rejected"]),
  detail: v.object({ mail: v.object({ timestamp: v.pipe(v.string(), v.isoTimestamp()) }) }),
});

/** What the event says that arrived just now. */
export function toFeedback(event: v.InferOutput<typeof SesEventSchema>, now: string): Feedback {
  return {
    id: event.id,
    kind: FEEDBACK_EVENTS[event["detail-type"]],
    sentAt: event.detail.mail.timestamp,
    arrivedAt: now,
  };
}
