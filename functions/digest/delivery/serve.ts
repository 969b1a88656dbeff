import type { DigestConfig } from "../config.ts";
import type { Mail, Ports, Reader } from "../ports.ts";
import type { Due } from "../snapshot/head.ts";
import { type DeliveryContext, deliver, SEND_RESERVE_MS } from "./deliver.ts";
import { optOut } from "./opt-out.ts";
import type { DeliveryOutcome } from "./outcome.ts";
import { createPace, type Pace } from "./pace.ts";
import type { StoredReceipt } from "./receipt.ts";
import type { Served } from "./tally.ts";

/** A recipient still to be emailed, and the receipt so far. */
export interface Recipient {
  readonly to: string;
  readonly found: StoredReceipt | undefined;
}

/** An edition's email, the same for every recipient. */
export interface Round {
  readonly due: Due;
  readonly mail: Omit<Mail, "to">;
}

/** What serving needs. */
export interface ServeContext extends DeliveryContext, Pick<Ports, "subscribers" | "quota"> {
  readonly config: Pick<DigestConfig, "unknownDeliveries" | "retryDays" | "contactList">;
}

/**
 * Serves all open recipients, one after another, no faster than the account may send. With a contact list,
 * those who unsubscribed since the commit are opted out first. If the daily quota is too small for all, no one
 * is emailed. One GetAccount, and with a contact list one listing of it.
 */
export async function serve(
  round: Round,
  open: readonly Recipient[],
  context: ServeContext,
): Promise<Served> {
  const { readers, leavers } = await partLeavers(open, context);
  const outcomes: DeliveryOutcome[] = [];
  for (const { to, found } of leavers) {
    outcomes.push(await optOut({ ...round.due, to }, context, found));
  }
  if (readers.length === 0) {
    return { outcomes };
  }
  const permit = await askPermit(round.due.slot, readers.length, context);
  const served =
    "refusal" in permit
      ? { outcomes: readers.map(() => OPEN), refusal: permit.refusal }
      : await mailAll(round, readers, permit.pace, context);
  return { ...served, outcomes: [...outcomes, ...served.outcomes] };
}

const OPEN: DeliveryOutcome = { outcome: "open" };

/** SES would accept an email to an unsubscribed contact, count it and bounce it; so the list is read first. */
async function partLeavers(
  open: readonly Recipient[],
  { config, subscribers }: ServeContext,
): Promise<{ readonly readers: readonly Recipient[]; readonly leavers: readonly Recipient[] }> {
  if (config.contactList === "") {
    return { readers: open, leavers: [] };
  }
  const subscribed = new Set((await subscribers()).flatMap(namesOf));
  const isReader = ({ to }: Recipient): boolean => subscribed.has(to.toLowerCase());
  return { readers: open.filter(isReader), leavers: open.filter((each) => !isReader(each)) };
}

/** The address of a reader who still wants emails; who chose none of the topics any more has left. */
function namesOf({ address, topics }: Reader): readonly string[] {
  return topics?.length === 0 ? [] : [address.toLowerCase()];
}

type Permit = { readonly pace: Pace } | { readonly refusal: string };

/** The pace that the account allows, or why it does not allow this many emails. */
async function askPermit(slot: string, needed: number, context: ServeContext): Promise<Permit> {
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

/**
 * After this many emails in a row without an answer no more are risked: each may have been sent and be sent
 * again.
 */
const MAX_SILENCES = 3;

/** Sends emails one after another until all recipients are served, time is up, or SES would accept no more. */
async function mailAll(
  { due, mail }: Round,
  readers: readonly Recipient[],
  pace: Pace,
  context: DeliveryContext,
): Promise<Served> {
  const outcomes: DeliveryOutcome[] = [];
  for (const { to, found } of readers) {
    await pace();
    const left = readers.length - outcomes.length;
    if (context.remainingMs() < SEND_RESERVE_MS) {
      context.log("out of time", { slot: due.slot, left });
      const deadline = context.state.now().toISOString();
      return { outcomes: [...outcomes, ...repeat({ outcome: "waiting", deadline }, left)] };
    }
    outcomes.push(await deliver({ ...due, mail: { ...mail, to } }, context, found));
    const refusal = refusalOf(outcomes);
    if (refusal !== undefined) {
      context.log("sending stopped", { slot: due.slot, left: left - 1 });
      return { outcomes: [...outcomes, ...repeat(OPEN, left - 1)], refusal };
    }
  }
  return { outcomes };
}

/** Why the next email would fail too, judging by the previous outcomes. */
function refusalOf(outcomes: readonly DeliveryOutcome[]): string | undefined {
  const last = outcomes.at(-1);
  if (last !== undefined && last.outcome !== "waiting" && last.isAccount === true) {
    return `SES refused the whole account: ${last.reason}`;
  }
  const silences = outcomes
    .slice(-MAX_SILENCES)
    .filter((each) => each.outcome === "waiting" && each.isSilent);
  return silences.length === MAX_SILENCES ? `SES did not answer ${MAX_SILENCES} times in a row` : undefined;
}

function repeat(outcome: DeliveryOutcome, times: number): readonly DeliveryOutcome[] {
  return Array.from({ length: times }, () => outcome);
}
