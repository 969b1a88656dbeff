import type { DeliveryContext } from "./deliver.ts";
import { type DeliveryOutcome, isOwn, summary } from "./outcome.ts";
import { type Receipt, receiptKey, type StoredReceipt, writeReceipt } from "./receipt.ts";

/**
 * Records that a recipient must not be emailed any more, unless they have been emailed or may be at this
 * moment. One PUT.
 */
export async function optOut(
  { slot, edition, to }: { readonly slot: string; readonly edition: string; readonly to: string },
  context: DeliveryContext,
  found?: StoredReceipt,
): Promise<DeliveryOutcome> {
  const key = receiptKey(slot, to);
  const now = context.state.now().toISOString();
  const given: Receipt = {
    version: 1,
    state: "opted out",
    nonce: context.nonce(),
    edition,
    attempts: found?.receipt.attempts ?? 0,
    deadline: now,
  };
  const written = await writeReceipt(context.state, key, given, found?.condition ?? { absent: true });
  const isWritten = written.outcome === "written" || (await isOwn(context.state, key, given));
  return isWritten ? summary(given) : { outcome: "waiting", deadline: now };
}
