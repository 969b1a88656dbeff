import type { Mail } from "../ports.ts";
import type { Due } from "../snapshot/head.ts";
import { type DeliveryContext, deliver, SEND_RESERVE_MS } from "./deliver.ts";
import { optOut } from "./opt-out.ts";
import type { DeliveryOutcome } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import type { Recipient, SlotDelivery } from "./slot-delivery.ts";
import type { Served } from "./tally.ts";

/** An edition's email, the same for every recipient. */
export interface Round {
  readonly due: Due;
  readonly mail: Omit<Mail, "to">;
}

/**
 * Serves all open recipients, one after another, no faster than the account may send. SES would accept an email to an
 * unsubscribed contact, count it and bounce it; so those who unsubscribed since the commit are opted out first.
 */
export async function serve(
  round: Round,
  open: readonly Recipient[],
  slot: SlotDelivery,
  context: DeliveryContext,
): Promise<Served> {
  const { readers, leavers } = await slot.partLeavers(open);
  const outcomes: DeliveryOutcome[] = [];
  for (const { to, found } of leavers) {
    outcomes.push(await optOut({ ...round.due, to }, context, found));
  }
  if (readers.length === 0) {
    return { outcomes };
  }
  const permit = await slot.permit();
  const served =
    "refusal" in permit
      ? { outcomes: readers.map(() => OPEN), refusal: permit.refusal }
      : await mailAll({ ...round, pace: permit.pace, slot }, readers, context);
  return { ...served, outcomes: [...outcomes, ...served.outcomes] };
}

const OPEN: DeliveryOutcome = { outcome: "open" };

/**
 * After this many emails in a row without an answer no more are risked: each may have been sent and be sent
 * again.
 */
const MAX_SILENCES = 3;

/** Sends emails one after another until all recipients are served, time is up, or SES would accept no more. */
async function mailAll(
  { due, mail, pace, slot }: Round & { readonly pace: Pace; readonly slot: SlotDelivery },
  readers: readonly Recipient[],
  context: DeliveryContext,
): Promise<Served> {
  const outcomes: DeliveryOutcome[] = [];
  for (const { to, found } of readers) {
    await pace();
    const left = readers.length - outcomes.length;
    if (context.remainingMs() < SEND_RESERVE_MS) {
      return { outcomes: [...outcomes, ...outOfTime(due, left, context)] };
    }
    const outcome = await deliver({ ...due, mail: { ...mail, to } }, context, found);
    outcomes.push(outcome);
    slot.outcomes.push(outcome);
    const refusal = refusalOf(slot.outcomes);
    if (refusal !== undefined) {
      context.log("sending stopped", { slot: due.slot, left: left - 1 });
      slot.refuse(refusal);
      return { outcomes: [...outcomes, ...repeat(OPEN, left - 1)], refusal };
    }
  }
  return { outcomes };
}

/** The outcomes of so many emails that are not started, as the worker is about to be stopped. */
export function outOfTime(
  { slot }: Pick<Due, "slot">,
  left: number,
  { state, log }: Pick<DeliveryContext, "state" | "log">,
): readonly DeliveryOutcome[] {
  log("out of time", { slot, left });
  return repeat({ outcome: "waiting", deadline: state.now().toISOString() }, left);
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
