import type { ChangeRecord, HeldBackRecord, RemovedRecord } from "../changes/schema.ts";
import type { ObjectStore } from "../ports.ts";
import type { Entry, PackPlace } from "../snapshot/entry.ts";
import { isFormatReason } from "../story/formats/names.ts";
import type { ReadSettings } from "../story/formats/read-document.ts";
import type { ReadStory } from "./read-story.ts";

/** The decision on one difference: the story's entry after the run, and its record for the edition. */
export interface Finding {
  /** Absent: the story leaves the snapshot. Its place is a placeholder if there is a `frame`. */
  readonly entry?: Entry;
  /** The story's compressed bytes, for a pack. */
  readonly frame?: Uint8Array;
  readonly record?: ChangeRecord;
  /** The story that had the key before, if the key now has another one. */
  readonly departed?: RemovedRecord;
}

/** The context in which stories are examined. */
export interface ExamineContext {
  readonly corpus: ObjectStore;
  readonly state: ObjectStore;
  readonly slot: string;
  /** How stories are read. */
  readonly reading: ReadSettings;
}

/** Of a text that is in no pack yet. */
export const NO_PLACE: PackPlace = { pack: "", offset: 0, length: 0 };

/** The entry of a story that is there. */
export function withoutMissing({ missing: _, ...entry }: Entry): Entry {
  return entry;
}

/** What is known of a state that was not trusted; `since` only if it is not the slot, nor that of the state before. */
type Held = Omit<HeldBackRecord, "change" | "key" | "since"> & {
  readonly hash: string;
  readonly since?: string;
};

/**
 * Keeps the known state of the story, and records the one that was not trusted. While an object cannot be read, it is told
 * once, however often it changes; one that never was a story and is of no format that is read (a picture, JSON without an
 * article) is not even recorded again.
 */
export function holdBack(
  before: Entry | undefined,
  read: ReadStory,
  { hash, since: heldSince, ...found }: Held,
  context: ExamineContext,
): Finding {
  const { key } = read.story;
  const known = before?.held;
  const isNoStory = (before?.hash ?? "") === "" && isFormatReason(found.reason);
  const isStillUnread = known?.hash === "" && hash === "";
  const since = heldSince ?? (isStillUnread ? known.since : context.slot);
  const held = { reason: found.reason, etag: read.etag, hash, since };
  const entry = before ?? {
    key,
    etag: "",
    size: 0,
    hash: "",
    place: NO_PLACE,
    firstSeen: context.slot,
    lastChanged: context.slot,
    earlier: [],
  };
  const record = { change: "held back", key, ...found, since } as const;
  const isTold = isNoStory && isStillUnread && isFormatReason(known.reason);
  return { entry: { ...entry, held }, ...(!isTold && { record }) };
}
