import { createHash } from "node:crypto";
import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import { deliveriesOf, deliveryKey } from "../keys.ts";
import type { ObjectStore, WriteCondition, WriteResult } from "../ports.ts";
import { parseJson } from "../store/json.ts";
import { MAX_CONFLICTS } from "../store/replace.ts";

/**
 * One object per recipient and slot: first a claim, then a receipt. Never deleted; each write has a fresh nonce.
 *
 * | state | meaning | what may follow |
 * |---|---|---|
 * | `claimed` | a worker may be sending until `deadline` | its receipt; after the deadline another worker's claim |
 * | `open` | the mail service refused | another claim |
 * | `sent` | the mail service accepted the email | – |
 * | `failed` | it refused for too long, or the email breaks one of its limits | `open`, if an event asks for it |
 * | `opted out` | the recipient unsubscribed before the email was sent | – |
 * | `unknown` | the worker died without a receipt and the setting is not to send again | – |
 */
const ReceiptSchema = v.strictObject({
  /** 2 with `refusedAt`, so that older code, which counted attempts, does not take it for its own. */
  version: v.picklist([1, 2]),
  state: v.picklist(["claimed", "open", "sent", "failed", "opted out", "unknown"]),
  nonce: v.string(),
  /** The delivered edition; recovery of a lost head infers from it which run was committed. */
  edition: v.string(),
  attempts: v.number(),
  /** ISO time, by the store's clock, after which the claiming worker is certainly dead. */
  deadline: v.string(),
  messageId: v.optional(v.string()),
  reason: v.optional(v.string()),
  /** ISO time, by the store's clock, of the first refusal. */
  refusedAt: v.optional(v.string()),
});

export type Receipt = Readonly<v.InferOutput<typeof ReceiptSchema>>;

/** A receipt and the condition for replacing exactly this version. */
export interface StoredReceipt {
  readonly receipt: Receipt;
  readonly condition: WriteCondition;
}

/** Key of a recipient's receipt: the address is hashed, so that no listing or log shows it. */
export function receiptKey(slot: string, recipient: string): string {
  const hash = createHash("sha256").update(recipient.trim().toLowerCase()).digest("hex").slice(0, 32);
  return deliveryKey(slot, hash);
}

/** Reads a receipt; `undefined` if not claimed yet. One GET. */
export async function readReceipt(store: ObjectStore, key: string): Promise<StoredReceipt | undefined> {
  const stored = await store.read(key);
  if (stored === undefined) {
    return undefined;
  }
  const receipt = parseReceipt(stored.bytes);
  if (receipt === undefined) {
    throw new CorruptStateError(
      `cannot use s3://${store.bucket}/${key}: it is not a receipt of version 1 or 2; restore an earlier object version`,
    );
  }
  return { receipt, condition: { etag: stored.etag } };
}

/** How many receipts are read in parallel. */
const READS = 16;

/**
 * The receipts of a slot by key: recipients already served or being served. One LIST per thousand receipts and
 * a GET each; a single LIST when the edition is new.
 */
export async function readReceipts(
  store: ObjectStore,
  slot: string,
): Promise<ReadonlyMap<string, StoredReceipt>> {
  const found = new Map<string, StoredReceipt>();
  for await (const page of store.list({ prefix: deliveriesOf(slot) })) {
    for (let i = 0; i < page.length; i += READS) {
      const keys = page.slice(i, i + READS).map(({ key }) => key);
      const receipts = await Promise.all(keys.map((key) => readReceipt(store, key)));
      for (const [at, key] of keys.entries()) {
        const receipt = receipts[at];
        if (receipt !== undefined) {
          found.set(key, receipt);
        }
      }
    }
  }
  return found;
}

/** The receipt in these bytes, or `undefined` if they are not one. */
export function parseReceipt(bytes: Uint8Array): Receipt | undefined {
  return parseJson(ReceiptSchema, bytes);
}

/** Writes a receipt under a condition; conflicts are retried, at most {@link MAX_CONFLICTS} times. One PUT. */
export async function writeReceipt(
  store: ObjectStore,
  key: string,
  receipt: Receipt,
  condition: WriteCondition,
): Promise<WriteResult> {
  const version = receipt.refusedAt === undefined ? 1 : 2;
  const bytes = Buffer.from(`${JSON.stringify({ ...receipt, version })}\n`);
  let result = await store.write(key, bytes, condition);
  for (let conflicts = 1; result.outcome === "conflict" && conflicts < MAX_CONFLICTS; conflicts++) {
    result = await store.write(key, bytes, condition);
  }
  return result;
}
