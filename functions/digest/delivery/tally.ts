import { deliveriesOf } from "../keys.ts";
import type { DeliveryOutcome } from "./outcome.ts";

/** How many recipients of an edition are in each state. */
export interface DeliveryTally {
  readonly recipients: number;
  /** Emailed in this call, and in an earlier one. */
  readonly sent: number;
  readonly sentBefore: number;
  /** Unsubscribed before the email was sent. */
  readonly optedOut: number;
  /** Refused, or not attempted because no email would be accepted; tried again. */
  readonly open: number;
  /** Given up in this call. */
  readonly failed: number;
  readonly unknown: number;
  /** Claimed by another worker, or not started because time is up. */
  readonly waiting: number;
  /** The latest deadline to wait for. */
  readonly waitUntil?: string;
  /** Why no email would be accepted now. */
  readonly refusal?: string;
}

/** An edition and the outcomes for its recipients. */
export interface Delivered {
  readonly slot: string;
  readonly tally: DeliveryTally;
}

/** The outcomes for the recipients that a call had to serve. */
export interface Served {
  readonly outcomes: readonly DeliveryOutcome[];
  /** Why no email would be accepted now. */
  readonly refusal?: string;
}

/** Counts outcomes: of recipients settled before, and of those served in this call. */
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
 * The overall outcome; `problem` says in one sentence what the mail service refused. A refusal is no error: the hourly
 * resume run tries again anyway, and retries of the same event would only use up the time. Alarms watch the metrics.
 */
export interface Ending {
  readonly outcome: "sent" | "pending" | "refused" | "failed" | "already done";
  readonly problem?: string;
}

/** How deliveries ended, by the worst slot that a call had to serve. */
export function endingOf(deliveries: readonly Delivered[]): Ending {
  const delivered = bySlot(deliveries);
  const problems = delivered.flatMap(({ slot, tally }) => problemOf(slot, tally) ?? []);
  const worst = problems.find(({ outcome }) => outcome === "refused") ?? problems[0];
  if (worst !== undefined) {
    return worst;
  }
  if (delivered.some(({ tally }) => tally.waiting > 0)) {
    return { outcome: "pending" };
  }
  return { outcome: delivered.some(isNews) ? "sent" : "already done" };
}

const COUNTS = [
  "recipients",
  "sent",
  "sentBefore",
  "optedOut",
  "open",
  "failed",
  "unknown",
  "waiting",
] as const satisfies readonly (keyof DeliveryTally)[];

/** One tally a slot, which has several editions due where readers choose topics. */
function bySlot(delivered: readonly Delivered[]): readonly Delivered[] {
  return [...Map.groupBy(delivered, ({ slot }) => slot)].map(([slot, own]) => ({
    slot,
    tally: own.map(({ tally }) => tally).reduce(addUp),
  }));
}

function addUp(one: DeliveryTally, other: DeliveryTally): DeliveryTally {
  const counts = COUNTS.map((name) => [name, one[name] + other[name]] as const);
  return { ...other, ...one, ...Object.fromEntries(counts) };
}

/** A recipient was served in this call, or there was none to serve. */
function isNews({ tally }: Delivered): boolean {
  return tally.sent + tally.optedOut > 0 || tally.recipients === 0;
}

function problemOf(
  slot: string,
  { open, waiting, failed, refusal }: DeliveryTally,
): Required<Ending> | undefined {
  const receipts = `the reasons are in the receipts under ${deliveriesOf(slot)}`;
  if (refusal !== undefined) {
    const problem = `cannot deliver slot ${slot} to ${recipients(open + waiting)}: ${refusal}; nothing is lost, delivery is retried every hour`;
    return { outcome: "refused", problem };
  }
  if (open > 0) {
    const problem = `cannot deliver slot ${slot} to ${recipients(open)}: the mail service refused; all others were served, delivery is retried every hour; ${receipts}`;
    return { outcome: "refused", problem };
  }
  if (failed > 0) {
    const again = JSON.stringify({ mode: "deliver", slot });
    const problem = `cannot deliver slot ${slot} to ${recipients(failed)}: given up, no further retries; all others were served; ${receipts}; once the cause is mended, the event ${again} delivers it after all`;
    return { outcome: "failed", problem };
  }
  return undefined;
}

function recipients(count: number): string {
  return count === 1 ? "one recipient" : `${count} recipients`;
}

/** The latest deadline that any delivery waits for. */
export function waitUntil(delivered: readonly Delivered[]): string | undefined {
  return delivered
    .flatMap(({ tally }) => tally.waitUntil ?? [])
    .toSorted()
    .at(-1);
}
