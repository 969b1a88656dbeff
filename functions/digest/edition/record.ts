import type { EarlierText } from "../snapshot/entry.ts";
import type { EditionRevision } from "./schema.ts";

/** What the edition needs to know of a story that changed; its texts are cut to the bounds of `bounds.ts`. */
interface StoryRecord {
  readonly key: string;
  readonly headline: string;
  readonly summary: readonly string[];
  readonly hash: string;
  readonly firstSeen: string;
}

/** The beginning of the body, for threads. */
interface WithText {
  readonly text: string;
  readonly repairs: number;
}

export interface AddedRecord extends StoryRecord, WithText {
  readonly change: "added";
}

export interface RevisedRecord extends StoryRecord, WithText {
  readonly change: "revised";
  readonly revision: EditionRevision;
}

export interface RevertedRecord extends StoryRecord, WithText {
  readonly change: "reverted";
  readonly revision: EditionRevision;
  /** Slot from which on the story read so the first time. */
  readonly revertedTo: string;
}

export interface RemovedRecord extends StoryRecord {
  readonly change: "removed";
  /** Of the entry that went; a renamed story keeps its history. */
  readonly lastChanged: string;
  readonly earlier: readonly EarlierText[];
}

/** A removed and an added story with the same text, joined after the scan. */
export interface RenamedRecord extends StoryRecord, WithText {
  readonly change: "renamed";
  readonly renamedFrom: string;
}

/** A story that changed in nothing that a reader would call news. */
export interface CosmeticRecord {
  readonly change: "cosmetic";
  readonly key: string;
  readonly reason: string;
}

export interface HeldBackRecord {
  readonly change: "held back";
  readonly key: string;
  readonly reason: string;
  /** Slot at which this state was held back first. */
  readonly since: string;
}

/** What a scan finds of one story; stored as a line of a changes object. */
export type ScanRecord =
  | AddedRecord
  | RevisedRecord
  | RevertedRecord
  | RemovedRecord
  | CosmeticRecord
  | HeldBackRecord;

/** What an edition is composed of. */
export type EditionRecord = ScanRecord | RenamedRecord;

/** A record that becomes a change of the edition. */
export type NewsRecord = Exclude<EditionRecord, CosmeticRecord | HeldBackRecord>;

/** Whether the record is news, and not only a note. */
export function isNews(record: EditionRecord): record is NewsRecord {
  return record.change !== "cosmetic" && record.change !== "held back";
}
