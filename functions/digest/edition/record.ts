import type { EarlierText } from "../snapshot/entry.ts";
import type { EditionChange, EditionRevision } from "./schema.ts";

/** What the edition needs to know of a story that changed; its texts are cut to the bounds of `bounds.ts`. */
interface StoryRecord {
  readonly key: string;
  readonly headline: string;
  readonly summary: readonly string[];
  readonly hash: string;
  readonly firstSeen: string;
  /** See `significance.ts`. */
  readonly significance: number;
}

/** What was done to read the story, and how it is to be shown; nothing of it for most stories. */
export type Reading = Pick<EditionChange, "repairs" | "furniture" | "lang" | "dir">;

interface WithText {
  /** The beginning of the story, for threads. */
  readonly text: string;
  readonly reading: Reading;
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

/** A story that goes back and forth between texts that it had; told so instead of filling each edition. */
export interface UnstableRecord {
  readonly change: "unstable";
  readonly key: string;
  readonly headline: string;
  /** How often it went back to an earlier text, of the states that are remembered. */
  readonly returns: number;
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
  | UnstableRecord
  | CosmeticRecord
  | HeldBackRecord;

/** What an edition is composed of. */
export type EditionRecord = ScanRecord | RenamedRecord;

/** A record that becomes a change of the edition. */
export type NewsRecord = Exclude<EditionRecord, UnstableRecord | CosmeticRecord | HeldBackRecord>;

/** Whether the record is news, and not only a note. */
export function isNews(record: EditionRecord): record is NewsRecord {
  return !["unstable", "cosmetic", "held back"].includes(record.change);
}
