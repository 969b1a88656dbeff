import type { FactChain } from "../edition/fact-chains.ts";
import type { ChangeName, EditionChange } from "../edition/schema.ts";

/** What happened to a story in one edition, as far as it is kept in memory. */
export interface EventTrace {
  readonly slot: string;
  readonly what: ChangeName | "cosmetic" | "unstable" | "held back";
  readonly key: string;
  /** The key that it had before, if it moved. */
  readonly renamedFrom?: string;
  /** The slot at which it was first missing, if it came back. */
  readonly goneSince?: string;
  /** Of the bytes of both versions, in hexadecimal. */
  readonly sha256?: NonNullable<EditionChange["sha256"]>;
  /** Id of the thread of a change. */
  readonly thread?: string;
  /** The slot at which a changed story was first seen. */
  readonly firstSeen?: string;
  /** Where its edition tells it: its place in the lists of `edition.json`, one behind the other. */
  readonly place: number;
  /** The bytes of `edition.json` that do, if its brief says so. */
  readonly at?: number;
  readonly size?: number;
}

/** What happened to a story in one edition. */
export interface StoryEvent
  extends Pick<EventTrace, "slot" | "what" | "key" | "renamedFrom" | "goneSince" | "sha256"> {
  readonly headline?: string;
  /** What the edition tells of it; absent for what it only names. */
  readonly change?: EditionChange;
  /** Of a cosmetic change, or of a state that was held back. */
  readonly reason?: string;
  /** Whether a week tells it, within which the version after it came. */
  readonly isOfWeek?: boolean;
  /** The slot at which it was first held back, if it was then and is still. */
  readonly since?: string;
}

/** A version that a story had since a slot. */
export interface StoryVersion {
  readonly slot: string;
  /** Of the object's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly key: string;
}

/** Where a story was, and which texts it had, in all editions and under all keys that it had. */
export interface StoryTrail {
  /** See {@link storyId}: of its latest key. */
  readonly id: string;
  /** Its latest key. */
  readonly key: string;
  /** All its keys, in the order in which it had them. */
  readonly keys: readonly string[];
  /** Whether it is gone now. */
  readonly isGone: boolean;
  /** Oldest first. */
  readonly events: readonly EventTrace[];
  /** Its texts, oldest first; one that came back stands twice. */
  readonly versions: readonly StoryVersion[];
}

/** All that the editions say of one story, under all keys that it had. */
export interface StoryHistory extends Omit<StoryTrail, "events"> {
  readonly headline: string;
  /** Oldest first. */
  readonly events: readonly StoryEvent[];
  readonly facts: readonly FactChain[];
}
