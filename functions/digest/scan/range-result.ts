import * as v from "valibot";
import type { ChangesReference } from "../changes/log.ts";
import type { ObjectStore } from "../ports.ts";
import type { PartReference } from "../snapshot/parts.ts";
import { type Bounds, ChangesReferenceSchema, PartReferenceSchema } from "../snapshot/snapshot.ts";
import { readJson, toJson } from "../store/json.ts";

/** What became of a range that was scanned to its end. */
export interface WholeResult {
  /** The parts that now hold the range: new ones, or the old ones when nothing in it changed. */
  readonly parts: readonly PartReference[];
  readonly changes: readonly ChangesReference[];
}

/** What became of a range. */
export interface RangeResult extends WholeResult {
  /** The key at which the scan stopped because its time ended; all up to it is done. Absent: the whole range is. */
  readonly upTo?: string;
}

const whole = { parts: v.array(PartReferenceSchema), changes: v.array(ChangesReferenceSchema) };

export const WholeResultSchema = v.strictObject(whole);
export const RangeResultSchema = v.strictObject({ ...whole, upTo: v.exactOptional(v.string()) });

const StoredResultSchema = v.strictObject({
  version: v.literal(1),
  after: v.exactOptional(v.string()),
  upTo: v.exactOptional(v.string()),
  result: RangeResultSchema,
});

/** The bounds that a worker was given, and what it found there. */
export interface ScannedRange {
  readonly bounds: Bounds;
  readonly result: RangeResult;
}

/** Writes what a worker found that scans a range by itself, for the one that composes. One PUT. */
export async function writeRangeResult(
  store: ObjectStore,
  key: string,
  { bounds, result }: ScannedRange,
): Promise<void> {
  await store.write(key, toJson({ version: 1, ...bounds, result }));
}

/** Reads it back; throws `CorruptStateError` when it is gone or something else. One GET. */
export async function readRangeResult(store: ObjectStore, key: string): Promise<ScannedRange> {
  const { version: _, result, ...bounds } = await readJson(store, key, StoredResultSchema, "range result");
  return { bounds, result };
}
