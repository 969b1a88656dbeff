import type { DigestConfig } from "../config.ts";
import type { Mail, ObjectStore } from "../ports.ts";
import { type Due, EVERYONE, readHead, writeHead } from "../snapshot/head.ts";
import { listHeaders } from "./headers.ts";
import { type DeliveryOutcome, settledOutcome } from "./outcome.ts";
import { readReceipts, receiptKey } from "./receipt.ts";
import { type Recipient, type ServeContext, serve } from "./serve.ts";
import { type Delivered, type DeliveryTally, tallyOf } from "./tally.ts";

/** What the delivery of an edition needs. */
export interface DueContext extends ServeContext {
  readonly config: ServeContext["config"] & Pick<DigestConfig, "sender" | "name">;
}

/** Reads the email of a due edition; called only if somebody still needs it. */
export type ReadEmail = (due: Due) => Promise<Omit<Mail, "to" | "headers">>;

/** Delivers each of these editions, oldest first; a refused recipient does not stop other slots. */
export async function deliverAll(
  editions: readonly Due[],
  readEmail: ReadEmail,
  context: DueContext,
): Promise<readonly Delivered[]> {
  const delivered: Delivered[] = [];
  for (const due of editions) {
    delivered.push({ slot: due.slot, tally: await deliverDue(due, readEmail, context) });
  }
  return delivered;
}

/**
 * Delivers a due edition to all its recipients, one after another; a failure does not affect the others. Once
 * every recipient is settled, the edition is removed from the head. May be called again at any time, by any
 * number of workers.
 */
async function deliverDue(due: Due, readEmail: ReadEmail, context: DueContext): Promise<DeliveryTally> {
  const { settled, open } = await openRecipients(due, context.state);
  const headers = listHeaders(context.config);
  const served =
    open.length === 0
      ? { outcomes: [] }
      : await serve(
          { due, mail: { ...(await readEmail(due)), ...listTopic(due, context), headers } },
          open,
          context,
        );
  const tally = tallyOf(settled, served);
  logTally(due, tally, context);
  if (tally.open + tally.waiting === 0) {
    await forgetDue(due, context);
  }
  return tally;
}

/** Readers of one topic leave it by one click; others choose on the page of the list. */
function listTopic({ audience }: Due, { config }: DueContext): Pick<Mail, "topic"> {
  return config.contactList === "" || audience === EVERYONE || audience.includes("+")
    ? {}
    : { topic: audience };
}

/** The recipients still to be emailed, and the outcomes of the others. */
async function openRecipients(
  { slot, recipients }: Due,
  state: ObjectStore,
): Promise<{ readonly settled: readonly DeliveryOutcome[]; readonly open: readonly Recipient[] }> {
  const receipts = await readReceipts(state, slot);
  const settled: DeliveryOutcome[] = [];
  const open: Recipient[] = [];
  for (const to of recipients) {
    const found = receipts.get(receiptKey(slot, to));
    const outcome = found && settledOutcome(found.receipt, state.now());
    if (outcome === undefined) {
      open.push({ to, found });
    } else {
      settled.push(outcome);
    }
  }
  return { settled, open };
}

function logTally({ slot }: Due, tally: DeliveryTally, { log }: Pick<DueContext, "log">): void {
  const { waitUntil: _, refusal: __, ...figures } = tally;
  if (tally.recipients === 0) {
    log("no subscribers", { slot });
  }
  log("delivered", { slot, ...figures });
}

/** Removes a due edition from the head's list, even if other workers write the head meanwhile. */
async function forgetDue(
  { slot, audience }: Due,
  { state, nonce }: Pick<DueContext, "state" | "nonce">,
): Promise<void> {
  const isServed = (due: Due): boolean => due.slot === slot && due.audience === audience;
  for (let attempt = 1; attempt <= MAX_REWRITES; attempt++) {
    const found = await readHead(state);
    if (found.state !== "current" || !found.head.due.some(isServed)) {
      return;
    }
    const due = found.head.due.filter((other) => !isServed(other));
    if (await writeHead(state, { ...found.head, nonce: nonce(), due }, found.condition)) {
      return;
    }
  }
}

/** After this many rewrites by others the head is left to the next run, which finds every receipt final. */
export const MAX_REWRITES = 5;
