import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import { HEAD_KEY } from "../keys.ts";
import type { ObjectStore, WriteCondition } from "../ports.ts";
import { jsonOf, refuseOtherVersion, toJson } from "../store/json.ts";
import { replaceObject } from "../store/replace.ts";

const VERSION = 2;
const KNOWN = [1, VERSION] as const;

/** The audience that gets every edition whole; the only one for now. */
export const EVERYONE = "everyone";

const ReferenceSchema = v.strictObject({ key: v.string(), sha256: v.string() });

/** The parts of an email, each an object in the state bucket. */
const ArtefactsSchema = v.strictObject({
  subject: ReferenceSchema,
  html: ReferenceSchema,
  text: ReferenceSchema,
});

const DueSchema = v.strictObject({
  slot: v.string(),
  edition: v.string(),
  audience: v.string(),
  /** What is sent, as stored at the commit; `null` for an edition of version 1, see `run/published.ts`. */
  artefacts: v.nullable(ArtefactsSchema),
  /** The unsubscribe method in the stored email. */
  unsubscribe: v.picklist(["mailto", "ses"]),
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

/**
 * Version 1 named no audience, and its emails were rendered when they were sent. The head stays in it until the first
 * commit of version 2, so that a delivery or a recovery before that commit changes nothing else.
 */
const FormerHeadSchema = v.strictObject({
  ...HeadSchema.entries,
  version: v.literal(1),
  due: v.array(
    v.pipe(
      v.strictObject({ slot: v.string(), edition: v.string(), recipients: v.array(v.string()) }),
      v.transform(withoutArtefacts),
    ),
  ),
});

/** A due edition whose head names no artefacts. */
export function withoutArtefacts({ slot, edition, recipients }: DueEdition): Due {
  return { slot, edition, audience: EVERYONE, artefacts: null, unsubscribe: "mailto", recipients };
}

type DueEdition = Pick<v.InferOutput<typeof DueSchema>, "slot" | "edition" | "recipients">;

/** An edition still to be delivered to an audience. */
export type Due = Readonly<v.InferOutput<typeof DueSchema>>;

/** The parts of its email. */
export type MailArtefacts = Readonly<v.InferOutput<typeof ArtefactsSchema>>;

/** The one mutable object: which snapshot is current, which editions are being delivered. */
export type Head = Readonly<
  Omit<v.InferOutput<typeof HeadSchema>, "version"> & {
    version: (typeof KNOWN)[number];
  }
>;

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
  const result = v.safeParse(v.union([HeadSchema, FormerHeadSchema]), content);
  if (result.success) {
    return { state: "current", condition, head: result.output };
  }
  refuseOtherVersion(content, KNOWN, `s3://${store.bucket}/${HEAD_KEY}`);
  return { state: "corrupt", condition };
}

/**
 * Replaces the head under a condition; the commit of a run. Returns whether this head is now current. After a
 * lost answer it reads back: our own nonce means that the write succeeded. One PUT, rarely one more GET.
 */
export async function writeHead(store: ObjectStore, head: Head, condition: WriteCondition): Promise<boolean> {
  const { version, nonce, slot, runId, snapshot } = head;
  const due = version === VERSION ? head.due : head.due.map(formerDue);
  const bytes = toJson({ version, nonce, slot, runId, snapshot, due });
  return await replaceObject(store, {
    key: HEAD_KEY,
    bytes,
    condition,
    isOurs: () => isCurrent(store, head),
  });
}

function formerDue({ slot, edition, recipients }: Due): DueEdition {
  return { slot, edition, recipients };
}

async function isCurrent(store: ObjectStore, head: Pick<Head, "nonce">): Promise<boolean> {
  const found = await readHead(store);
  return found.state === "current" && found.head.nonce === head.nonce;
}
