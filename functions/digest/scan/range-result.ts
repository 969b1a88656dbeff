import * as v from "valibot";
import type { ChangesReference } from "../changes/log.ts";
import type { ObjectStore } from "../ports.ts";
import { type Stretch, StretchSchema } from "../snapshot/fingerprints.ts";
import type { PartReference } from "../snapshot/parts.ts";
import { type Bounds, ChangesReferenceSchema, PartReferenceSchema } from "../snapshot/snapshot.ts";
import { readJson, toJson } from "../store/json.ts";

/** The result of a range scanned to its end. */
export interface WholeResult {
  /** The parts that now contain the range: new ones, or the old ones if nothing in it changed. */
  readonly parts: readonly PartReference[];
  readonly changes: readonly ChangesReference[];
  /** How its listing is cut; absent: it was not scanned at once. */
  readonly stretches?: readonly Stretch[];
}

/** The result of a range, scanned in full or in part. */
export interface RangeResult extends WholeResult {
  /** The last key that was done when time ran out. Absent: the whole range is done. */
  readonly upTo?: string;
}

const whole = {
  parts: v.array(PartReferenceSchema),
  changes: v.array(ChangesReferenceSchema),
  stretches: v.exactOptional(v.array(StretchSchema)),
};

export const WholeResultSchema = v.strictObject(whole);
export const RangeResultSchema = v.strictObject({ ...whole, upTo: v.exactOptional(v.string()) });

const StoredResultSchema = v.strictObject({
  version: v.literal(1),
  after: v.exactOptional(v.string()),
  upTo: v.exactOptional(v.string()),
  result: RangeResultSchema,
});

/** The bounds assigned to a worker, and its result. */
export interface ScannedRange {
  readonly bounds: Bounds;
  readonly result: RangeResult;
}

/** Stores a worker's result for the finish step. One PUT. */
export async function writeRangeResult(
  store: ObjectStore,
  key: string,
  { bounds, result }: ScannedRange,
): Promise<void> {
  await store.write(key, toJson({ version: 1, ...bounds, result }));
}

/** Reads a stored result; throws `CorruptStateError` if it is missing or invalid. One GET. */
export async function readRangeResult(store: ObjectStore, key: string): Promise<ScannedRange> {
  const { version: _, result, ...bounds } = await readJson(store, key, StoredResultSchema, "range result");
  return { bounds, result };
}
