import type { ObjectStore, Ports, Reader } from "../ports.ts";
import type { Due } from "../snapshot/head.ts";
import type { DeliveryContext } from "./deliver.ts";
import { type DeliveryOutcome, settledOutcome } from "./outcome.ts";
import { createPace, type Pace } from "./pace.ts";
import { readReceipts, receiptKey, type StoredReceipt } from "./receipt.ts";

/** A recipient still to be emailed, and the receipt so far. */
export interface Recipient {
  readonly to: string;
  readonly found: StoredReceipt | undefined;
}

/** The recipients of a due edition: those still to be emailed, and the outcomes of the others. */
export interface Open {
  readonly settled: readonly DeliveryOutcome[];
  readonly open: readonly Recipient[];
}

/** The pace that the account allows, or why it does not allow so many emails. */
export type Permit = { readonly pace: Pace } | { readonly refusal: string };

/**
 * The deliveries of one slot. Where readers choose topics there are many, and they share what would cost requests again for each: receipts,
 * subscribers, quota and pace.
 */
export interface SlotDelivery {
  /** By the receipts from when the delivery of the slot began: a claim finds out what has happened since. */
  openFor(due: Due): Open;
  /** Those who unsubscribed since the commit, and those who did not. One listing of the contacts for all. */
  partLeavers(open: readonly Recipient[]): Promise<Parted>;
  /** For all readers of the slot at once: if the daily quota is too small for them, no one is emailed. One GetAccount for all. */
  permit(): Promise<Permit>;
  /** No more emails of this slot. */
  refuse(refusal: string): void;
  /** Of the emails so far, in order. */
  readonly outcomes: DeliveryOutcome[];
}

interface Parted {
  readonly readers: readonly Recipient[];
  readonly leavers: readonly Recipient[];
}

/** What opening the deliveries of a slot needs. */
export interface SlotContext
  extends Pick<DeliveryContext, "state" | "log" | "remainingMs" | "sleep">,
    Pick<Ports, "subscribers" | "quota"> {
  readonly config: { readonly contactList: string };
}

/** The deliveries of these due editions, all of one slot. One LIST per thousand receipts that the slot has, and a GET each. */
export async function openSlot(
  slot: string,
  dues: readonly Due[],
  context: SlotContext,
): Promise<SlotDelivery> {
  const { state, config, subscribers } = context;
  const receipts = await readReceipts(state, slot);
  let subscribed: ReadonlySet<string> | undefined;
  let permit: Permit | undefined;
  const openFor = (due: Due): Open => partOpen(due, receipts, state);
  const partLeavers = async (open: readonly Recipient[]): Promise<Parted> => {
    if (config.contactList === "") {
      return { readers: open, leavers: [] };
    }
    subscribed ??= new Set((await subscribers()).flatMap(namesOf));
    const { true: readers = [], false: leavers = [] } = Object.groupBy(open, ({ to }) =>
      subscribed?.has(to.toLowerCase()) ? "true" : "false",
    );
    return { readers, leavers };
  };
  return {
    openFor,
    partLeavers,
    async permit() {
      if (permit === undefined) {
        const { readers } = await partLeavers(dues.flatMap((due) => openFor(due).open));
        permit = await askPermit(slot, readers.length, context);
      }
      return permit;
    },
    refuse(refusal) {
      permit = { refusal };
    },
    outcomes: [],
  };
}

function partOpen(
  { slot, recipients }: Due,
  receipts: ReadonlyMap<string, StoredReceipt>,
  state: Pick<ObjectStore, "now">,
): Open {
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

/** The address of a reader who still wants emails; who chose none of the topics any more has left. */
function namesOf({ address, topics }: Reader): readonly string[] {
  return topics?.length === 0 ? [] : [address.toLowerCase()];
}

/** The pace that the account allows, or why it does not allow this many emails. */
async function askPermit(slot: string, needed: number, context: SlotContext): Promise<Permit> {
  const quota = await context.quota();
  if ("unknown" in quota) {
    context.log("quota unknown", { slot, reason: quota.unknown });
    return { pace: createPace(Number.POSITIVE_INFINITY, context) };
  }
  if (quota.left >= needed) {
    return { pace: createPace(quota.perSecond, context) };
  }
  context.log("quota short", { slot, needed, left: quota.left });
  const refusal = quota.isPaused
    ? "sending is paused for this SES account"
    : `the SES account may send only ${quota.left} more emails within 24 hours, so none was sent; request a higher quota or reduce the recipients`;
  return { refusal };
}
