import type { DigestConfig } from "../config.ts";
import type { Mail } from "../ports.ts";
import { type Due, EVERYONE, readHead, writeHead } from "../snapshot/head.ts";
import { type DeliveryContext, SEND_RESERVE_MS } from "./deliver.ts";
import { listHeaders } from "./headers.ts";
import { outOfTime, serve } from "./serve.ts";
import { openSlot, type Recipient, type SlotContext, type SlotDelivery } from "./slot-delivery.ts";
import { type Delivered, type DeliveryTally, type Served, tallyOf } from "./tally.ts";

/** What the delivery of editions needs. */
export interface DueContext extends DeliveryContext, SlotContext {
  readonly config: DeliveryContext["config"] & Pick<DigestConfig, "sender" | "name" | "contactList">;
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
  for (const [slot, dues] of Map.groupBy(editions, (due) => due.slot)) {
    const opened = await openSlot(slot, dues, context);
    for (const due of dues) {
      delivered.push({ slot, tally: await deliverDue(due, opened, readEmail, context) });
    }
  }
  return delivered;
}

/**
 * Delivers a due edition to all its recipients, one after another; a failure does not affect the others. Once
 * every recipient is settled, the edition is removed from the head. May be called again at any time, by any
 * number of workers.
 */
async function deliverDue(
  due: Due,
  slot: SlotDelivery,
  readEmail: ReadEmail,
  context: DueContext,
): Promise<DeliveryTally> {
  const { settled, open } = slot.openFor(due);
  const tally = tallyOf(settled, await serveOpen({ due, open, slot }, readEmail, context));
  logTally(due, tally, context);
  if (tally.open + tally.waiting === 0) {
    await forgetDue(due, context);
  }
  return tally;
}

interface OpenDue {
  readonly due: Due;
  readonly open: readonly Recipient[];
  readonly slot: SlotDelivery;
}

/** With no time left it reads nothing: a slot may have many editions due, and each would take some. */
async function serveOpen(
  { due, open, slot }: OpenDue,
  readEmail: ReadEmail,
  context: DueContext,
): Promise<Served> {
  if (open.length === 0) {
    return { outcomes: [] };
  }
  if (context.remainingMs() < SEND_RESERVE_MS) {
    return { outcomes: outOfTime(due, open.length, context) };
  }
  const headers = listHeaders(context.config);
  const mail = { ...(await readEmail(due)), ...listTopic(due, context), headers };
  return await serve({ due, mail }, open, slot, context);
}

/** Readers of one topic leave it by one click; others choose on the page of the list. */
function listTopic({ audience }: Due, { config }: DueContext): Pick<Mail, "topic"> {
  return config.contactList === "" || audience === EVERYONE || audience.includes("+")
    ? {}
    : { topic: audience };
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
