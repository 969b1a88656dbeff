import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import { WORK_KEY } from "../keys.ts";
import { WholeResultSchema } from "../scan/range-result.ts";
import { replaceObject } from "../snapshot/replace.ts";
import { jsonOf, toJson } from "../store/json.ts";
import type { ObjectStore, WriteCondition } from "../store/store.ts";
import type { Work } from "./work.ts";

const VERSION = 1;

const WorkSchema = v.strictObject({
  version: v.literal(VERSION),
  /** Fresh in every write, as that of the head. */
  nonce: v.string(),
  /** `dropped`: an edition of it was refused, for what it found; the next run begins again. */
  state: v.picklist(["open", "dropped"]),
  slot: v.string(),
  parent: v.nullable(v.string()),
  acceptRemovals: v.array(v.string()),
  ranges: v.array(
    v.strictObject({
      after: v.exactOptional(v.string()),
      upTo: v.exactOptional(v.string()),
      result: v.exactOptional(WholeResultSchema),
    }),
  ),
});

/** What lies under `work.json`, with the condition to replace it. */
export type WorkFile =
  | { readonly state: "missing" | "corrupt"; readonly condition: WriteCondition }
  | { readonly state: "open" | "dropped"; readonly condition: WriteCondition; readonly work: Work };

/**
 * Reads the work that an earlier invocation left. One that is damaged says so and may be replaced, as it can be done
 * again; throws {@link CorruptStateError} for one that newer code wrote. One GET.
 */
export async function readWork(store: ObjectStore): Promise<WorkFile> {
  const stored = await store.read(WORK_KEY);
  if (stored === undefined) {
    return { state: "missing", condition: { absent: true } };
  }
  const condition = { etag: stored.etag };
  const content = jsonOf(stored.bytes);
  const result = v.safeParse(WorkSchema, content);
  if (!result.success) {
    refuseOtherVersion(store, content);
    return { state: "corrupt", condition };
  }
  const { version: _, nonce: __, state, ...work } = result.output;
  return { state, condition, work };
}

/** Work to be kept, and the version that it replaces. */
export interface WorkUpdate {
  readonly work: Work;
  readonly state: "open" | "dropped";
  readonly nonce: string;
  readonly condition: WriteCondition;
}

/** Keeps work; `false` when another worker did so since it was read. One PUT, rarely a GET more. */
export async function writeWork(
  store: ObjectStore,
  { work, state, nonce, condition }: WorkUpdate,
): Promise<boolean> {
  return await replaceObject(store, {
    key: WORK_KEY,
    bytes: toJson({ version: VERSION, nonce, state, ...work }),
    condition,
    async isOurs() {
      const content = jsonOf((await store.read(WORK_KEY))?.bytes);
      return v.is(v.object({ nonce: v.literal(nonce) }), content);
    },
  });
}

function refuseOtherVersion(store: ObjectStore, content: unknown): void {
  const versioned = v.safeParse(v.object({ version: v.number() }), content);
  if (versioned.success && versioned.output.version !== VERSION) {
    throw new CorruptStateError(
      `cannot use s3://${store.bucket}/${WORK_KEY}: it has version ${versioned.output.version}, this code knows ${VERSION}; deploy the newer code again, or delete the object to do its work again`,
    );
  }
}
