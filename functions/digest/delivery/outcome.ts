import type { ObjectStore } from "../ports.ts";
import { type Receipt, readReceipt } from "./receipt.ts";

/**
 * | outcome | meaning |
 * |---|---|
 * | `sent` | the mail service has the mail now |
 * | `sent before` | it has it from an earlier call |
 * | `open` | it said no; a later run tries again; `isAccount`: it would say so to everybody's mail now |
 * | `failed` | it said no `MAX_ATTEMPTS` times, or the mail breaks one of its limits; nobody tries again |
 * | `opted out` | the recipient left the contact list since the commit; nobody tries again |
 * | `unknown` | a worker died while sending, and the setting is not to mail again |
 * | `waiting` | a worker may be sending until `deadline`, or died while sending; `isSilent`: it was this one, without an answer |
 */
export type DeliveryOutcome =
  | {
      readonly outcome: "sent" | "sent before" | "open" | "failed" | "opted out" | "unknown";
      readonly reason?: string;
      readonly isAccount?: boolean;
    }
  | { readonly outcome: "waiting"; readonly deadline: string; readonly isSilent?: boolean };

/** The outcome for which nothing is left to do now: a final receipt, or another worker's living claim. */
export function settledOutcome(receipt: Receipt, now: Date): DeliveryOutcome | undefined {
  switch (receipt.state) {
    case "open":
      return undefined;
    case "sent":
      return { outcome: "sent before" };
    case "claimed":
      return Date.parse(receipt.deadline) > now.getTime() ? summary(receipt) : undefined;
    default:
      return summary(receipt);
  }
}

/** Whether what stands under a key is this write of ours. One GET. */
export async function isOwn(store: ObjectStore, key: string, receipt: Receipt): Promise<boolean> {
  return (await readReceipt(store, key))?.receipt.nonce === receipt.nonce;
}

/** What a receipt says of its delivery. */
export function summary(receipt: Receipt): DeliveryOutcome {
  const { state, reason, deadline } = receipt;
  return state === "claimed"
    ? { outcome: "waiting", deadline }
    : { outcome: state, ...(reason !== undefined && { reason }) };
}
