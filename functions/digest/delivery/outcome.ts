import type { ObjectStore } from "../ports.ts";
import { type Receipt, readReceipt } from "./receipt.ts";

/**
 * | outcome | meaning |
 * |---|---|
 * | `sent` | the mail service accepted the email in this call |
 * | `sent before` | it accepted the email in an earlier call |
 * | `open` | it refused; a later run tries again; `isAccount`: it would refuse every email now |
 * | `failed` | it refused for `retryDays`, or the email breaks a limit; not tried again |
 * | `opted out` | the recipient unsubscribed since the commit; not tried again |
 * | `unknown` | a worker died while sending, and the setting is not to send again |
 * | `waiting` | a worker may be sending until `deadline`, or died while sending; `isSilent`: it was this one, without an answer |
 */
export type DeliveryOutcome =
  | {
      readonly outcome: "sent" | "sent before" | "open" | "failed" | "opted out" | "unknown";
      readonly reason?: string;
      readonly isAccount?: boolean;
    }
  | { readonly outcome: "waiting"; readonly deadline: string; readonly isSilent?: boolean };

/** The outcome if nothing is left to do now: a final receipt, or another worker's live claim. */
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

/** Whether the object under a key is this write of ours. One GET. */
export async function isOwn(store: ObjectStore, key: string, receipt: Receipt): Promise<boolean> {
  return (await readReceipt(store, key))?.receipt.nonce === receipt.nonce;
}

/** The outcome that a receipt records. */
export function summary(receipt: Receipt): DeliveryOutcome {
  const { state, reason, deadline } = receipt;
  return state === "claimed"
    ? { outcome: "waiting", deadline }
    : { outcome: state, ...(reason !== undefined && { reason }) };
}
