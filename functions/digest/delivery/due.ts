import { renderOptionsOf } from "../config.ts";
import type { Deps } from "../deps.ts";
import { type Edition, EditionSchema } from "../edition/schema.ts";
import { renderEdition } from "../render/render.ts";
import { type Due, readHead, writeHead } from "../snapshot/head.ts";
import { readJson } from "../store/json.ts";
import type { ObjectStore } from "../store/store.ts";
import { listHeaders } from "./headers.ts";
import type { Mail } from "./mail.ts";
import { type DeliveryOutcome, settledOutcome } from "./outcome.ts";
import { readReceipts, receiptKey } from "./receipt.ts";
import { type Recipient, serve } from "./serve.ts";
import { type Delivered, type DeliveryTally, tallyOf } from "./tally.ts";

/** Reads a stored edition; throws `CorruptStateError` if it is not one. One GET. */
export async function readEdition(state: ObjectStore, key: string): Promise<Edition> {
  return await readJson(state, key, EditionSchema, "edition");
}

/** Delivers each of these editions, oldest first; a refused recipient does not stop other slots. */
export async function deliverAll(editions: readonly Due[], deps: Deps): Promise<readonly Delivered[]> {
  const delivered: Delivered[] = [];
  for (const due of editions) {
    delivered.push({ slot: due.slot, tally: await deliverDue(due, deps) });
  }
  return delivered;
}

/**
 * Delivers a due edition to all its recipients, one after another; a failure does not affect the others. Once
 * every recipient is settled, the edition is removed from the head. May be called again at any time, by any
 * number of workers.
 */
async function deliverDue(due: Due, deps: Deps): Promise<DeliveryTally> {
  const { settled, open } = await openRecipients(due, deps.state);
  const served =
    open.length === 0 ? { outcomes: [] } : await serve({ due, mail: await mailOf(due, deps) }, open, deps);
  const tally = tallyOf(settled, served);
  logTally(due, tally, deps);
  if (tally.open + tally.waiting === 0) {
    await forgetDue(due.slot, deps);
  }
  return tally;
}

async function mailOf(due: Due, { state, config }: Deps): Promise<Omit<Mail, "to">> {
  const edition = await readEdition(state, due.edition);
  const { subject, html, text } = renderEdition(edition, renderOptionsOf(config));
  return { subject, html, text, headers: listHeaders(config) };
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

function logTally({ slot }: Due, tally: DeliveryTally, { log }: Deps): void {
  const { waitUntil: _, refusal: __, ...figures } = tally;
  if (tally.recipients === 0) {
    log("no subscribers", { slot });
  }
  log("delivered", { slot, ...figures });
}

/** Removes a slot from the head's list of due editions, even if other workers write the head meanwhile. */
async function forgetDue(slot: string, { state, nonce }: Deps): Promise<void> {
  for (let attempt = 1; attempt <= MAX_REWRITES; attempt++) {
    const found = await readHead(state);
    if (found.state !== "current" || !found.head.due.some((due) => due.slot === slot)) {
      return;
    }
    const due = found.head.due.filter((other) => other.slot !== slot);
    if (await writeHead(state, { ...found.head, nonce: nonce(), due }, found.condition)) {
      return;
    }
  }
}

/** After this many rewrites by others the head is left to the next run, which finds every receipt final. */
const MAX_REWRITES = 5;
