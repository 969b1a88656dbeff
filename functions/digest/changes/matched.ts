import type { Gist } from "../summary/gist.ts";
import type { AddedRecord, RevisionRecord, UnstableRecord } from "./schema.ts";
import type { Terms } from "./terms/terms.ts";

/** A removed and an added story that are one story, matched after the scan; never stored. */
export interface RenamedRecord extends Omit<AddedRecord, "change" | "match" | "terms"> {
  readonly change: "renamed";
  readonly renamedFrom: string;
  /** If more than its form changed with the key. */
  readonly revision?: RevisionRecord;
  readonly terms?: Terms;
  readonly gist?: Gist;
  /** With a revision: the slot at which the story first had this text. */
  readonly revertedTo?: string;
  /** Nearly the same text; too many stories moved for all of them to be compared. */
  readonly isUncompared?: true;
}

/** An added story that was in the corpus before, matched after the scan; never stored. */
export interface ReturnedRecord extends Omit<RenamedRecord, "change" | "renamedFrom"> {
  readonly change: "returned";
  /** Slot of the first run that missed it. */
  readonly goneSince: string;
  /** If it had another key. */
  readonly renamedFrom?: string;
}

/** A story that keeps going and coming back; found after the scan, never stored. */
export interface FlappingRecord extends UnstableRecord {
  /** Absences within the remembered states. */
  readonly absences: number;
  readonly isGone: boolean;
}
