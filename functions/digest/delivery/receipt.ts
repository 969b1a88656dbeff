import { createHash } from "node:crypto";
import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import { DELIVERIES_PREFIX, deliveryKey } from "../keys.ts";
import type { ObjectStore, WriteCondition, WriteResult } from "../ports.ts";
import { parseJson } from "../store/json.ts";
import { MAX_CONFLICTS } from "../store/replace.ts";

/**
 * One object a recipient and slot; first a claim, then a receipt. Never deleted, each write has a fresh nonce.
 *
 * | state | meaning | what may follow |
 * |---|---|---|
 * | `claimed` | a worker may be sending until `deadline` | its receipt; after the deadline another worker's claim |
 * | `open` | the mail service said no | another claim |
 * | `sent` | the mail service took the mail | – |
 * | `failed` | it said no too often, or the mail breaks one of its limits | – |
 * | `opted out` | the recipient left the contact list before the mail went | – |
 * | `unknown` | the worker died without a receipt and the setting is not to mail again | – |
 */
const ReceiptSchema = v.strictObject({
  version: v.literal(1),
  state: v.picklist(["claimed", "open", "sent", "failed", "opted out", "unknown"]),
  nonce: v.string(),
  /** Edition that is delivered: recovery of a lost head learns from it which run was committed. */
  edition: v.string(),
  attempts: v.number(),
  /** ISO time of the store's clock by which the worker that claimed is surely dead. */
  deadline: v.string(),
  messageId: v.optional(v.string()),
  reason: v.optional(v.string()),
});

export type Receipt = Readonly<v.InferOutput<typeof ReceiptSchema>>;

/** A receipt and the condition to replace just this version of it. */
export interface StoredReceipt {
  readonly receipt: Receipt;
  readonly condition: WriteCondition;
}

/** Key of a recipient's receipt: the address is hashed, so that no listing and no log shows it. */
export function receiptKey(slot: string, recipient: string): string {
  const hash = createHash("sha256").update(recipient.trim().toLowerCase()).digest("hex").slice(0, 32);
  return deliveryKey(slot, hash);
}

/** Reads a receipt, `undefined` when nobody has claimed yet. One GET. */
export async function readReceipt(store: ObjectStore, key: string): Promise<StoredReceipt | undefined> {
  const stored = await store.read(key);
  if (stored === undefined) {
    return undefined;
  }
  const receipt = parseReceipt(stored.bytes);
  if (receipt === undefined) {
    throw new CorruptStateError(
      `cannot use s3://${store.bucket}/${key}: it is no receipt of version 1; restore an earlier object version`,
    );
  }
  return { receipt, condition: { etag: stored.etag } };
}

/** How many receipts are read side by side. */
const READS = 16;

/**
 * The receipts of a slot by their keys: who was served before, and who is being served. One LIST a thousand
 * receipts, and a GET each: one LIST in all on the day of the edition.
 */
export async function readReceipts(
  store: ObjectStore,
  slot: string,
): Promise<ReadonlyMap<string, StoredReceipt>> {
  const found = new Map<string, StoredReceipt>();
  for await (const page of store.list({ prefix: `${DELIVERIES_PREFIX}${slot}/` })) {
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

/** The receipt in these bytes, or `undefined` when they are something else. */
export function parseReceipt(bytes: Uint8Array): Receipt | undefined {
  return parseJson(ReceiptSchema, bytes);
}

/** Writes a receipt under a condition; a conflict is tried again, at most {@link MAX_CONFLICTS} times. One PUT. */
export async function writeReceipt(
  store: ObjectStore,
  key: string,
  receipt: Receipt,
  condition: WriteCondition,
): Promise<WriteResult> {
  const bytes = Buffer.from(`${JSON.stringify(receipt)}\n`);
  let result = await store.write(key, bytes, condition);
  for (let conflicts = 1; result.outcome === "conflict" && conflicts < MAX_CONFLICTS; conflicts++) {
    result = await store.write(key, bytes, condition);
  }
  return result;
}
