import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import { HEAD_KEY } from "../keys.ts";
import { jsonOf, toJson } from "../store/json.ts";
import type { ObjectStore, WriteCondition } from "../store/store.ts";
import { replaceObject } from "./replace.ts";

const VERSION = 1;

const DueSchema = v.strictObject({
  slot: v.string(),
  edition: v.string(),
  recipients: v.array(v.string()),
});

const HeadSchema = v.strictObject({
  version: v.literal(VERSION),
  /** Fresh in every write: a worker that lost the answer to its write recognises the write by it. */
  nonce: v.string(),
  slot: v.string(),
  runId: v.string(),
  snapshot: v.string(),
  /** Editions not yet delivered to every recipient, oldest first. */
  due: v.array(DueSchema),
});

/** An edition still to be delivered. */
export type Due = Readonly<v.InferOutput<typeof DueSchema>>;

/** The one mutable object: which snapshot is current, which editions are being delivered. */
export type Head = Readonly<v.InferOutput<typeof HeadSchema>>;

/** What is under `head.json`: nothing, something unreadable, or a head; with the condition to replace it. */
export type HeadState =
  | { readonly state: "missing"; readonly condition: WriteCondition }
  | { readonly state: "corrupt"; readonly condition: WriteCondition }
  | { readonly state: "current"; readonly condition: WriteCondition; readonly head: Head };

/** Reads the head. Throws {@link CorruptStateError} for a head written by newer code. One GET. */
export async function readHead(store: ObjectStore): Promise<HeadState> {
  const stored = await store.read(HEAD_KEY);
  if (stored === undefined) {
    return { state: "missing", condition: { absent: true } };
  }
  const condition = { etag: stored.etag };
  const content = jsonOf(stored.bytes);
  const result = v.safeParse(HeadSchema, content);
  if (result.success) {
    return { state: "current", condition, head: result.output };
  }
  refuseOtherVersion(store, content);
  return { state: "corrupt", condition };
}

/**
 * Replaces the head under a condition; the commit of a run. Returns whether this head is now current. After a
 * lost answer it reads back: our own nonce means that the write succeeded. One PUT, rarely one more GET.
 */
export async function writeHead(store: ObjectStore, head: Head, condition: WriteCondition): Promise<boolean> {
  const bytes = toJson(head);
  return await replaceObject(store, {
    key: HEAD_KEY,
    bytes,
    condition,
    isOurs: () => isCurrent(store, head),
  });
}

async function isCurrent(store: ObjectStore, head: Head): Promise<boolean> {
  const found = await readHead(store);
  return found.state === "current" && found.head.nonce === head.nonce;
}

function refuseOtherVersion(store: ObjectStore, content: unknown): void {
  const versioned = v.safeParse(v.object({ version: v.number() }), content);
  if (versioned.success && versioned.output.version !== VERSION) {
    throw new CorruptStateError(
      `cannot use s3://${store.bucket}/${HEAD_KEY}: it has version ${versioned.output.version}, this code supports ${VERSION}; deploy the newer code again`,
    );
  }
}
