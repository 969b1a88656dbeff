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

/** The parts of an email, each an object in the state bucket. */
const ArtefactsSchema = v.strictObject({ subject: v.string(), html: v.string(), text: v.string() });

const DueSchema = v.strictObject({
  slot: v.string(),
  edition: v.string(),
  audience: v.string(),
  /** What is sent, as it was stored at the commit; `null`: still to be published, see `run/open-head.ts`. */
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

/** Version 1 named no audience, and its emails were rendered when they were sent. */
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

/** A due edition with nothing published yet. */
export function withoutArtefacts({ slot, edition, recipients }: DueEdition): Due {
  return { slot, edition, audience: EVERYONE, artefacts: null, unsubscribe: "mailto", recipients };
}

type DueEdition = Pick<v.InferOutput<typeof DueSchema>, "slot" | "edition" | "recipients">;

/** An edition still to be delivered to an audience. */
export type Due = Readonly<v.InferOutput<typeof DueSchema>>;

/** The keys of the parts of its email. */
export type MailArtefacts = Readonly<v.InferOutput<typeof ArtefactsSchema>>;

/** The one mutable object: which snapshot is current, which editions are being delivered. */
export type Head = Readonly<
  Omit<v.InferOutput<typeof HeadSchema>, "version"> & {
    /** The version read; writes always use the newest. */
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
export async function writeHead(
  store: ObjectStore,
  head: Omit<Head, "version">,
  condition: WriteCondition,
): Promise<boolean> {
  const { nonce, slot, runId, snapshot, due } = head;
  const bytes = toJson({ version: VERSION, nonce, slot, runId, snapshot, due });
  return await replaceObject(store, {
    key: HEAD_KEY,
    bytes,
    condition,
    isOurs: () => isCurrent(store, head),
  });
}

async function isCurrent(store: ObjectStore, head: Pick<Head, "nonce">): Promise<boolean> {
  const found = await readHead(store);
  return found.state === "current" && found.head.nonce === head.nonce;
}
