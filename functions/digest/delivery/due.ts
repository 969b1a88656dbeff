import type { Deps } from "../deps.ts";
import { type Edition, EditionSchema } from "../edition/schema.ts";
import { DeliveryRefusedError } from "../errors.ts";
import { DELIVERIES_PREFIX } from "../keys.ts";
import { renderEdition } from "../render/render.ts";
import { type Due, readHead, writeHead } from "../snapshot/head.ts";
import { readJson } from "../store/json.ts";
import type { ObjectStore } from "../store/store.ts";
import { type DeliveryOutcome, deliver } from "./deliver.ts";
import { listHeaders } from "./headers.ts";

/** How many recipients of an edition are in which state. */
interface DeliveryTally {
  /** Mailed in this call, and mailed in an earlier one. */
  readonly sent: number;
  readonly sentBefore: number;
  readonly open: number;
  readonly failed: number;
  readonly unknown: number;
  readonly waiting: number;
  /** The latest deadline that is waited for. */
  readonly waitUntil?: string;
}

/** Reads a stored edition; throws `CorruptStateError` when it is none. One GET. */
export async function readEdition(state: ObjectStore, key: string): Promise<Edition> {
  return await readJson(state, key, EditionSchema, "edition");
}

/**
 * Delivers a due edition to all its recipients, one after another; one that fails stops nobody else. When nobody
 * is left to serve, the head forgets the edition. May be called again at any time, by any number of workers.
 */
async function deliverDue(due: Due, deps: Deps): Promise<DeliveryTally> {
  const edition = await readEdition(deps.state, due.edition);
  const rendered = renderEdition(edition, deps.config);
  const headers = listHeaders(deps.config.sender);
  const context = { ...deps, unknownDeliveries: deps.config.unknownDeliveries };
  const outcomes: DeliveryOutcome[] = [];
  for (const to of due.recipients) {
    const { subject, html, text } = rendered;
    const mail = { to, subject, html, text, headers };
    outcomes.push(await deliver({ slot: due.slot, edition: due.edition, mail }, context));
  }
  const tally = tallyOf(outcomes);
  const { waitUntil: _, ...figures } = tally;
  deps.log("delivered", { slot: due.slot, ...figures });
  if (tally.open + tally.waiting === 0) {
    await forgetDue(due.slot, deps);
  }
  return tally;
}

/** An edition and what became of it with its recipients. */
export interface Delivered {
  readonly slot: string;
  readonly tally: DeliveryTally;
}

/** Delivers each of these editions, oldest first; what one recipient is refused stops no other slot. */
export async function deliverAll(editions: readonly Due[], deps: Deps): Promise<readonly Delivered[]> {
  const delivered: Delivered[] = [];
  for (const due of editions) {
    delivered.push({ slot: due.slot, tally: await deliverDue(due, deps) });
  }
  return delivered;
}

/**
 * What the tallies come to. Throws {@link DeliveryRefusedError} when the mail service refused somebody: an error
 * makes Lambda try again in a minute, and then alarms.
 */
export function outcomeOf(delivered: readonly Delivered[]): "sent" | "pending" | "already done" {
  const open = delivered.find(({ tally }) => tally.open > 0);
  if (open !== undefined) {
    const recipients = open.tally.open === 1 ? "one recipient" : `${open.tally.open} recipients`;
    throw new DeliveryRefusedError(
      `cannot deliver slot ${open.slot} to ${recipients}: the mail service refused; all others were served, it is tried again every hour; the reasons are in the receipts under ${DELIVERIES_PREFIX}${open.slot}/`,
    );
  }
  if (delivered.some(({ tally }) => tally.waiting > 0)) {
    return "pending";
  }
  return delivered.some(({ tally }) => tally.sent > 0) ? "sent" : "already done";
}

/** The latest deadline that one of the deliveries waits for. */
export function waitUntil(delivered: readonly Delivered[]): string | undefined {
  return delivered
    .flatMap(({ tally }) => tally.waitUntil ?? [])
    .toSorted()
    .at(-1);
}

/** Takes a slot off the head's list of due editions, whatever else other workers write there meanwhile. */
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

/** A head that others keep rewriting is left to the next run, which finds every receipt final. */
const MAX_REWRITES = 5;

function tallyOf(outcomes: readonly DeliveryOutcome[]): DeliveryTally {
  const count = (outcome: DeliveryOutcome["outcome"]): number =>
    outcomes.filter((each) => each.outcome === outcome).length;
  const deadlines = outcomes.flatMap((each) => (each.outcome === "waiting" ? [each.deadline] : []));
  const waitUntil = deadlines.toSorted().at(-1);
  return {
    sent: count("sent"),
    sentBefore: count("sent before"),
    open: count("open"),
    failed: count("failed"),
    unknown: count("unknown"),
    waiting: count("waiting"),
    ...(waitUntil !== undefined && { waitUntil }),
  };
}
