import * as v from "valibot";
import { CorruptStateError } from "../../errors.ts";
import { CHECKPOINT_KEY, FORMER_CHECKPOINT_KEY } from "../../keys.ts";
import type { ObjectStore, WriteCondition } from "../../ports.ts";
import { WholeResultSchema } from "../../scan/range-result.ts";
import type { Head } from "../../snapshot/head.ts";
import { jsonOf, refuseOtherVersion, toJson } from "../../store/json.ts";
import { replaceObject } from "../../store/replace.ts";
import type { Job } from "../job.ts";
import type { Checkpoint } from "./checkpoint.ts";

const VERSION = 2;

/** Version 1 was stored under {@link FORMER_CHECKPOINT_KEY}; its content is the same. */
const KNOWN = [1, VERSION] as const;

const CheckpointSchema = v.strictObject({
  version: v.picklist(KNOWN),
  /** Fresh in every write, as in the head. */
  nonce: v.string(),
  /** `dropped`: a guard rejected its edition; the next run starts over. */
  state: v.picklist(["open", "dropped"]),
  slot: v.string(),
  parent: v.nullable(v.string()),
  acceptRemovals: v.array(v.string()),
  stopped: v.exactOptional(v.array(v.string())),
  ranges: v.array(
    v.strictObject({
      after: v.exactOptional(v.string()),
      upTo: v.exactOptional(v.string()),
      result: v.exactOptional(WholeResultSchema),
    }),
  ),
});

/** The state of `checkpoint.json`, with the condition to replace it. */
export type CheckpointFile =
  | { readonly state: "missing" | "corrupt"; readonly condition: WriteCondition }
  | {
      readonly state: "open" | "dropped";
      readonly condition: WriteCondition;
      readonly checkpoint: Checkpoint;
    };

/**
 * Reads the checkpoint of an earlier invocation. A damaged one is reported as such and may be replaced, because its
 * work can be redone; throws {@link CorruptStateError} for one written by newer code. One GET.
 */
export async function readCheckpoint(store: ObjectStore): Promise<CheckpointFile> {
  return await readFile(store, CHECKPOINT_KEY);
}

/** The same; while the head is missing or of version 1, also finds a checkpoint of version 1, with one more GET. */
export async function findCheckpoint(store: ObjectStore, head: Head | undefined): Promise<CheckpointFile> {
  const file = await readCheckpoint(store);
  if (file.state !== "missing" || (head !== undefined && head.version > 1)) {
    return file;
  }
  const former = await readFile(store, FORMER_CHECKPOINT_KEY);
  return "checkpoint" in former ? { ...former, condition: file.condition } : file;
}

async function readFile(store: ObjectStore, key: string): Promise<CheckpointFile> {
  const stored = await store.read(key);
  if (stored === undefined) {
    return { state: "missing", condition: { absent: true } };
  }
  const condition = { etag: stored.etag };
  const content = jsonOf(stored.bytes);
  const result = v.safeParse(CheckpointSchema, content);
  if (!result.success) {
    refuseOtherVersion(content, KNOWN, `s3://${store.bucket}/${key}`, ", or delete the object to start over");
    return { state: "corrupt", condition };
  }
  const { version: _, nonce: __, state, ...checkpoint } = result.output;
  return { state, condition, checkpoint };
}

/** The checkpoint file; logs a damaged one. */
export async function openCheckpoint(
  head: Head | undefined,
  { state, log }: Pick<Job, "state" | "log">,
): Promise<CheckpointFile> {
  const file = await findCheckpoint(state, head);
  if (file.state === "corrupt") {
    log("checkpoint ignored", { reason: "damaged" });
  }
  return file;
}

/** The unfinished checkpoint for the edition after this head, if any. One GET. */
export async function unfinishedCheckpoint(
  head: Head | undefined,
  job: Pick<Job, "state" | "log">,
): Promise<Checkpoint | undefined> {
  return checkpointAfter(head, await openCheckpoint(head, job));
}

/**
 * The open checkpoint of the edition after this head. One with another parent snapshot is obsolete: its slot was
 * committed or overtaken.
 */
export function checkpointAfter(head: Head | undefined, file: CheckpointFile): Checkpoint | undefined {
  if (file.state !== "open" || file.checkpoint.parent !== (head?.snapshot ?? null)) {
    return undefined;
  }
  return head === undefined || file.checkpoint.slot > head.slot ? file.checkpoint : undefined;
}

/** Slots that a mass removal has stopped since this head's snapshot, as this file tells. */
export function stoppedSince(head: Head | undefined, file: CheckpointFile): readonly string[] {
  const isSince = "checkpoint" in file && file.checkpoint.parent === (head?.snapshot ?? null);
  return isSince ? (file.checkpoint.stopped ?? []) : [];
}

/** A checkpoint to store, and the version it replaces. */
export interface CheckpointUpdate {
  readonly checkpoint: Checkpoint;
  readonly state: "open" | "dropped";
  readonly condition: WriteCondition;
}

/** Stores a checkpoint; `false` if another worker has replaced it since it was read. One PUT, rarely one more GET. */
export async function writeCheckpoint(
  { checkpoint, state, condition }: CheckpointUpdate,
  job: Pick<Job, "state" | "nonce">,
): Promise<boolean> {
  const nonce = job.nonce();
  return await replaceObject(job.state, {
    key: CHECKPOINT_KEY,
    bytes: toJson({ version: VERSION, nonce, state, ...checkpoint }),
    condition,
    async isOurs() {
      const content = jsonOf((await job.state.read(CHECKPOINT_KEY))?.bytes);
      return v.is(v.object({ nonce: v.literal(nonce) }), content);
    },
  });
}
