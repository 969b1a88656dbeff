import { DeliveryRefusedError } from "../errors.ts";
import { DELIVERIES_PREFIX } from "../keys.ts";
import type { DeliveryOutcome } from "./outcome.ts";

/** How many recipients of an edition are in which state. */
export interface DeliveryTally {
  readonly recipients: number;
  /** Mailed in this call, and mailed in an earlier one. */
  readonly sent: number;
  readonly sentBefore: number;
  /** Left the contact list before the mail went. */
  readonly optedOut: number;
  /** Refused, or not asked for because nobody's mail would be taken; tried again. */
  readonly open: number;
  /** Given up in this call. */
  readonly failed: number;
  readonly unknown: number;
  /** With another worker, or not begun because the time is over. */
  readonly waiting: number;
  /** The latest deadline that is waited for. */
  readonly waitUntil?: string;
  /** Why nobody's mail would be taken now. */
  readonly refusal?: string;
}

/** An edition and what became of it with its recipients. */
export interface Delivered {
  readonly slot: string;
  readonly tally: DeliveryTally;
}

/** What became of those that a call had to serve. */
export interface Served {
  readonly outcomes: readonly DeliveryOutcome[];
  /** Why nobody's mail would be taken now. */
  readonly refusal?: string;
}

/** Counts outcomes: of recipients that were settled before, and of those that were served in this call. */
export function tallyOf(
  settled: readonly DeliveryOutcome[],
  { outcomes: now, refusal }: Served,
): DeliveryTally {
  const count = (outcomes: readonly DeliveryOutcome[], outcome: DeliveryOutcome["outcome"]): number =>
    outcomes.filter((each) => each.outcome === outcome).length;
  const all = [...settled, ...now];
  const deadlines = all.flatMap((each) => (each.outcome === "waiting" ? [each.deadline] : []));
  const waitUntil = deadlines.toSorted().at(-1);
  return {
    recipients: all.length,
    sent: count(now, "sent"),
    sentBefore: count(all, "sent before"),
    optedOut: count(now, "opted out"),
    open: count(now, "open"),
    failed: count(now, "failed"),
    unknown: count(now, "unknown"),
    waiting: count(all, "waiting"),
    ...(waitUntil !== undefined && { waitUntil }),
    ...(refusal !== undefined && { refusal }),
  };
}

/**
 * What the tallies come to. Throws {@link DeliveryRefusedError} when the mail service refused somebody: an error
 * makes Lambda try again in a minute, and then alarms.
 */
export function outcomeOf(delivered: readonly Delivered[]): "sent" | "pending" | "already done" {
  for (const { slot, tally } of delivered) {
    const problem = problemOf(slot, tally);
    if (problem !== undefined) {
      throw new DeliveryRefusedError(problem);
    }
  }
  if (delivered.some(({ tally }) => tally.waiting > 0)) {
    return "pending";
  }
  return delivered.some(isNews) ? "sent" : "already done";
}

/** Somebody was served in this call, or there was nobody to serve. */
function isNews({ tally }: Delivered): boolean {
  return tally.sent + tally.optedOut > 0 || tally.recipients === 0;
}

function problemOf(slot: string, { open, waiting, failed, refusal }: DeliveryTally): string | undefined {
  const receipts = `the reasons are in the receipts under ${DELIVERIES_PREFIX}${slot}/`;
  if (refusal !== undefined) {
    return `cannot deliver slot ${slot} to ${recipients(open + waiting)}: ${refusal}; nothing is lost, it is tried again every hour`;
  }
  if (open > 0) {
    return `cannot deliver slot ${slot} to ${recipients(open)}: the mail service refused; all others were served, it is tried again every hour; ${receipts}`;
  }
  return failed > 0
    ? `cannot deliver slot ${slot} to ${recipients(failed)}: given up, it is not tried again; all others were served; ${receipts}`
    : undefined;
}

function recipients(count: number): string {
  return count === 1 ? "one recipient" : `${count} recipients`;
}

/** The latest deadline that one of the deliveries waits for. */
export function waitUntil(delivered: readonly Delivered[]): string | undefined {
  return delivered
    .flatMap(({ tally }) => tally.waitUntil ?? [])
    .toSorted()
    .at(-1);
}
