import * as v from "valibot";
import type { ObjectStore } from "../ports.ts";
import { parseJson, readJson, toJson } from "../store/json.ts";
import { FingerprintsReferenceSchema } from "./fingerprints.ts";
import type { PartReference } from "./parts.ts";

/** A changes object, as snapshots and range results refer to it. */
export const ChangesReferenceSchema = v.strictObject({
  key: v.string(),
  sha256: v.string(),
  count: v.number(),
});

/** A part, as snapshots and range results refer to it. */
export const PartReferenceSchema = v.strictObject({
  key: v.string(),
  first: v.string(),
  last: v.string(),
  count: v.number(),
  sha256: v.string(),
});

/** Where a week begins. */
export const WeekStartSchema = v.strictObject({
  slot: v.string(),
  /** Key of its snapshot. */
  snapshot: v.string(),
});

export type WeekStart = Readonly<v.InferOutput<typeof WeekStartSchema>>;

/** `snapshot.json`: the corpus at the end of a run, and what that run reported. */
const SnapshotSchema = v.strictObject({
  version: v.literal(1),
  slot: v.string(),
  runId: v.string(),
  /** Snapshot this run was compared with; `null` for a baseline. */
  parent: v.nullable(v.string()),
  stories: v.number(),
  /** Key of the edition, and whether it is to be emailed. */
  edition: v.string(),
  due: v.boolean(),
  /**
   * Of one that is not, or only for the week that it ends: the slot of the last edition before it that was; absent: unknown, as in a snapshot
   * from before 0.3.0.
   */
  lastDue: v.exactOptional(v.string()),
  /** From where the next weekly edition tells; absent: there is no weekly topic. */
  week: v.exactOptional(WeekStartSchema),
  /** Threads of the editions so far; `null` if none yet. */
  threads: v.nullable(v.string()),
  /** Key up to which editions have reported the mail service's feedback; `null` if none yet. */
  feedback: v.optional(v.nullable(v.string()), null),
  /** Stories that left the corpus and may come back; `null` if none. */
  absent: v.optional(v.nullable(ChangesReferenceSchema), null),
  /** What saves the next run most of its work on what did not change; absent: nothing. */
  fingerprints: v.exactOptional(FingerprintsReferenceSchema),
  /** What the run found, so that its edition can be composed again. */
  changes: v.array(ChangesReferenceSchema),
  parts: v.array(PartReferenceSchema),
});

export type Snapshot = Readonly<v.InferOutput<typeof SnapshotSchema>>;

/** The slot of the last due edition up to this snapshot's own; `undefined` if it is unknown. */
export function lastDueOf({
  slot,
  due,
  lastDue,
}: Pick<Snapshot, "slot" | "due" | "lastDue">): string | undefined {
  return lastDue ?? (due ? slot : undefined);
}

/** Keys in `(after, upTo]`; a missing bound is open. */
export interface Bounds {
  readonly after?: string;
  readonly upTo?: string;
}

/** A stretch of keys and the parts that contain any of them: a scan's unit of work. */
export interface Range extends Bounds {
  readonly index: number;
  readonly parts: readonly PartReference[];
}

/** Writes the snapshot, the last object of a run: if it exists, the run is complete. One PUT. */
export async function writeSnapshot(store: ObjectStore, key: string, snapshot: Snapshot): Promise<void> {
  await store.write(key, toJson(snapshot));
}

/** Reads a snapshot; throws `CorruptStateError` if it is gone or not a snapshot. One GET. */
export async function readSnapshot(store: ObjectStore, key: string): Promise<Snapshot> {
  return await readJson(store, key, SnapshotSchema, "snapshot");
}

/** The snapshot in these bytes, or `undefined` if they are not one. */
export function parseSnapshot(bytes: Uint8Array): Snapshot | undefined {
  return parseJson(SnapshotSchema, bytes);
}

/**
 * Cuts the key space into ranges along the parts; together they cover every key. Neighbours with at most
 * `maxEntries / 2` entries in total share a range, so that shrunken parts merge when next rewritten. The first
 * run has one range for everything.
 */
export function planRanges(parts: readonly PartReference[], maxEntries: number): readonly Range[] {
  const groups: PartReference[][] = [];
  let entries = 0;
  for (const part of parts) {
    const group = groups.at(-1);
    entries += part.count;
    if (group !== undefined && entries <= maxEntries / 2) {
      group.push(part);
    } else {
      groups.push([part]);
      entries = part.count;
    }
  }
  if (groups.length === 0) {
    return [{ index: 0, parts: [] }];
  }
  const bounds = groups.slice(0, -1).map((group) => group.at(-1)?.last ?? "");
  return groups.map((group, index) => ({
    index,
    parts: group,
    ...bound("after", bounds[index - 1]),
    ...bound("upTo", bounds[index]),
  }));
}

function bound<Name extends "after" | "upTo">(name: Name, key: string | undefined): { [N in Name]?: string } {
  return key === undefined ? {} : ({ [name]: key } as { [N in Name]: string });
}
