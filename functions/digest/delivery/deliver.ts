import type { DigestConfig } from "../config.ts";
import type { Mail, Ports, SendOutcome, WriteCondition } from "../ports.ts";
import { type DeliveryOutcome, isOwn, settledOutcome, summary } from "./outcome.ts";
import { type Receipt, readReceipt, receiptKey, type StoredReceipt, writeReceipt } from "./receipt.ts";

/** What delivery to one recipient needs. */
export interface DeliveryContext
  extends Pick<Ports, "state" | "sender" | "log" | "nonce" | "remainingMs" | "sleep"> {
  readonly config: Pick<DigestConfig, "unknownDeliveries" | "retryDays">;
}

/** The email of one slot's edition to one recipient. */
export interface Delivery {
  readonly slot: string;
  readonly edition: string;
  readonly mail: Mail;
}

const DAY_MS = 86_400_000;

/**
 * Added to the worker's remaining time for a claim's deadline: the store's clock has whole seconds and is one
 * round trip late, so a worker could outlive a tighter deadline.
 */
export const CLAIM_MARGIN_MS = 5_000;

/** With less time left, no email is started: a worker stopped while sending leaves an unknown outcome. */
export const SEND_RESERVE_MS = 1_000;

/** Pauses when the mail service asks for a slower pace, within one run. */
const THROTTLE_WAITS_MS = [1_000, 2_000, 4_000, 8_000] as const;

/**
 * Sends one email to one recipient, at most once: claim, send, receipt. Two PUTs and one SendEmail; one more
 * GET if another worker has claimed since `found`, the receipt so far, was read. One window stays open: a
 * worker that dies between the mail service's answer and the receipt. Then the claim's deadline passes without
 * a receipt, and `unknownDeliveries` decides.
 */
export async function deliver(
  delivery: Delivery,
  context: DeliveryContext,
  found?: StoredReceipt,
): Promise<DeliveryOutcome> {
  const key = receiptKey(delivery.slot, delivery.mail.to);
  const claim = await takeClaim(key, delivery, context, found);
  if (!("condition" in claim)) {
    return claim;
  }
  const answer = await sendPaced(delivery.mail, context);
  if (answer.outcome === "unknown") {
    return { outcome: "waiting", deadline: claim.receipt.deadline, isSilent: true };
  }
  const receipt = answered(claim.receipt, answer, context);
  const written = await writeReceipt(context.state, key, receipt, claim.condition);
  if (written.outcome !== "written" && !(await isOwn(context.state, key, receipt))) {
    return { outcome: "waiting", deadline: claim.receipt.deadline };
  }
  const isAccount = answer.outcome === "refused" && answer.retry === "account";
  return { ...summary(receipt), ...(isAccount && { isAccount }) };
}

/** Claims the recipient, or says why this worker has nothing to send. */
async function takeClaim(
  key: string,
  delivery: Delivery,
  context: DeliveryContext,
  before: StoredReceipt | undefined,
): Promise<StoredReceipt | DeliveryOutcome> {
  let found = before;
  for (let attempt = 1; attempt <= MAX_CLAIMS; attempt++) {
    const refusal = found && (await refuseClaim(key, found, context));
    if (refusal !== undefined) {
      return refusal;
    }
    const receipt = newClaim(delivery, found?.receipt, context);
    if (context.remainingMs() < SEND_RESERVE_MS) {
      return { outcome: "waiting", deadline: context.state.now().toISOString() };
    }
    const claim = await writeClaim(key, receipt, found?.condition ?? { absent: true }, context);
    if (claim !== undefined) {
      logTakeover(found, delivery, context);
      return claim;
    }
    found = await readReceipt(context.state, key);
  }
  throw new Error(
    `cannot claim s3://${context.state.bucket}/${key}: other writes came first ${MAX_CLAIMS} times`,
  );
}

const MAX_CLAIMS = 5;

/** The receipt rules out sending: it is final, or another worker may be sending. */
async function refuseClaim(
  key: string,
  { receipt, condition }: StoredReceipt,
  context: DeliveryContext,
): Promise<DeliveryOutcome | undefined> {
  const settled = settledOutcome(receipt, context.state.now());
  if (settled !== undefined) {
    return settled;
  }
  if (receipt.state === "open" || context.config.unknownDeliveries === "resend") {
    return undefined;
  }
  const given: Receipt = { ...receipt, state: "unknown", nonce: context.nonce() };
  const written = await writeReceipt(context.state, key, given, condition);
  return written.outcome === "written" ? summary(given) : { outcome: "waiting", deadline: receipt.deadline };
}

/** A claim taken over from a dead worker, which may have sent its email: this one may be the second. */
function logTakeover(found: StoredReceipt | undefined, { slot }: Delivery, { log }: DeliveryContext): void {
  if (found?.receipt.state === "claimed") {
    log("resent after an unknown delivery", { slot, attempts: found.receipt.attempts + 1 });
  }
}

function newClaim(delivery: Delivery, before: Receipt | undefined, context: DeliveryContext): Receipt {
  const deadline = context.state.now().getTime() + context.remainingMs() + CLAIM_MARGIN_MS;
  return {
    version: 1,
    state: "claimed",
    nonce: context.nonce(),
    edition: delivery.edition,
    attempts: (before?.attempts ?? 0) + 1,
    deadline: new Date(deadline).toISOString(),
    ...(before?.refusedAt !== undefined && { refusedAt: before.refusedAt }),
  };
}

/** The claim if it is now ours, even if the answer to our write was lost; `undefined` if another came first. */
async function writeClaim(
  key: string,
  receipt: Receipt,
  condition: WriteCondition,
  { state }: DeliveryContext,
): Promise<StoredReceipt | undefined> {
  const written = await writeReceipt(state, key, receipt, condition);
  if (written.outcome === "written") {
    return { receipt, condition: { etag: written.etag } };
  }
  const found = await readReceipt(state, key);
  return found?.receipt.nonce === receipt.nonce ? found : undefined;
}

/** Sends, and retries after a pause if the mail service only asks for a slower pace. */
async function sendPaced(mail: Mail, context: DeliveryContext): Promise<SendOutcome> {
  let answer = await context.sender.send(mail);
  for (const wait of THROTTLE_WAITS_MS) {
    const isThrottled = answer.outcome === "refused" && answer.retry === "soon";
    if (!isThrottled || context.remainingMs() < wait + SEND_RESERVE_MS) {
      return answer;
    }
    await context.sleep(wait);
    answer = await context.sender.send(mail);
  }
  return answer;
}

function answered(
  claim: Receipt,
  answer: Exclude<SendOutcome, { outcome: "unknown" }>,
  context: DeliveryContext,
): Receipt {
  const nonce = context.nonce();
  if (answer.outcome === "accepted") {
    return { ...claim, state: "sent", nonce, messageId: answer.messageId };
  }
  const now = context.state.now();
  const refusedAt = claim.refusedAt ?? now.toISOString();
  const isFinal =
    answer.retry === "never" || (answer.retry !== "account" && isTooLate(refusedAt, now, context));
  return { ...claim, state: isFinal ? "failed" : "open", nonce, reason: answer.reason, refusedAt };
}

/** Later runs retry a refusal for some days. Their number says nothing: a day has a few runs, or a hundred. */
function isTooLate(refusedAt: string, now: Date, { config }: Pick<DeliveryContext, "config">): boolean {
  return now.getTime() - Date.parse(refusedAt) >= config.retryDays * DAY_MS;
}
