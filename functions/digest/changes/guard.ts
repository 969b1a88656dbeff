import { AccessDeniedError, MassRemovalError } from "../errors.ts";
import { toSlot } from "../slot.ts";
import type { Change } from "./schema.ts";

/** A corpus with fewer stories than this may lose most of them in a day. */
const MIN_STORIES = 10;

/** If a larger share of the stories vanishes at once, it is treated as an accident. */
const MAX_SHARE = 0.5;

/** The stories that are gone, did not move, and may not be removed by the event. */
export interface RemovalCounts {
  /** Missing for the first time. */
  readonly fresh: number;
  /** Their key has another story: they are not missing, so they are never held back. */
  readonly replaced: number;
  /** Missing in the snapshot before. */
  readonly known: number;
  /** The key of one of them; empty without any. */
  readonly example: string;
  /** Key prefixes of those that are missing. */
  readonly prefixes: readonly string[];
}

/** Against a mass removal that nobody meant. */
export interface RemovalGuard {
  readonly slot: string;
  /** Stories in the snapshot before. */
  readonly storiesBefore: number;
  /** Slots that a mass removal has stopped since that snapshot, oldest first; this one may be among them. */
  readonly stopped: readonly string[];
  /** How many slots it may stop before the edition of everything else goes out. */
  readonly maxStops: number;
}

/** Whether so many stories cannot have been removed on purpose. */
export function isImplausible(removed: number, stories: number, storiesBefore = stories): boolean {
  return storiesBefore >= MIN_STORIES && removed > stories * MAX_SHARE;
}

/** Whether so many missing stories may be the rest of a mass removal that stopped an earlier slot. */
export function isRest(missing: number, { slot, stopped }: RemovalGuard): boolean {
  return missing >= MIN_STORIES && stopped.some((each) => each < slot);
}

/**
 * Throws {@link MassRemovalError} if more than half of at least ten stories would be removed at once and the event does
 * not accept it: a wrong prefix or an unfinished sync looks just like that. Returns which of the missing stories stay in
 * the snapshot until their removal is accepted:
 *
 * | of the stories that are gone, not moved and not accepted | the run |
 * |---|---|
 * | no more than half | tells those that were not held back before |
 * | more than half of those there before, for the first slots | stops |
 * | the same after that, or more than half only with those held back before | holds back all |
 * | ten or more, after a slot that was stopped: the rest of an accident | holds back all |
 * | more than half have their key given to another story | stops |
 */
export function guardRemovals(counts: RemovalCounts, guard: RemovalGuard): "all" | "known" {
  const { fresh, replaced, known } = counts;
  const { slot, storiesBefore, stopped, maxStops } = guard;
  const present = storiesBefore - known;
  const left = maxStops - stopped.filter((each) => each < slot).length;
  const isReplaced = isImplausible(replaced, present, storiesBefore);
  if (isReplaced || (left > 0 && isImplausible(fresh + replaced, present, storiesBefore))) {
    const event = acceptingEvent(slot, counts.prefixes);
    const what = stopMessage(counts, guard);
    throw new MassRemovalError(`${what}: ${event}${isReplaced ? "" : afterwards(left - 1)}`, event);
  }
  return isImplausible(fresh + replaced + known, storiesBefore) || isRest(fresh, guard) ? "all" : "known";
}

function stopMessage(
  { fresh, replaced, known, example }: RemovalCounts,
  { storiesBefore }: RemovalGuard,
): string {
  const among = known === 0 ? "" : `, beside ${known} that are missing already`;
  return `refused to remove ${fresh + replaced} of ${storiesBefore} stories at once (${JSON.stringify(example)} and others)${among}; nothing was committed: put the stories back, or, if they may be removed, run this event, with acceptRemovals set to the key prefixes that may be removed`;
}

/** What happens otherwise, after so many more stops. */
function afterwards(stops: number): string {
  const when = stops === 0 ? "with the next slot" : `after ${stops} more slot${stops === 1 ? "" : "s"}`;
  return `; otherwise the edition of everything else goes out ${when}`;
}

/** The event that removes the missing stories, as one line of JSON that a shell takes between single quotes. */
function acceptingEvent(slot: string, prefixes: readonly string[]): string {
  const event = JSON.stringify({ mode: "scheduled", slot, acceptRemovals: prefixes });
  return event.replaceAll("'", "\\u0027");
}

/** The event that confirms the removal of stories that are missing in the edition of this slot: a run a minute later. */
export function confirmingEvent(slot: string, prefixes: readonly string[]): string {
  return acceptingEvent(toSlot(new Date(Date.parse(slot) + MINUTE_MS)), prefixes);
}

const MINUTE_MS = 60_000;

/**
 * Throws {@link AccessDeniedError} if a first run may read none of the stories it lists: that is a missing permission,
 * not a corpus of held-back stories.
 */
export function guardAccess(records: readonly Change[], bucket: string): void {
  const isDenied = (record: Change): boolean =>
    record.change === "held back" && record.reason === "access denied";
  if (records.length > 0 && records.every(isDenied)) {
    throw new AccessDeniedError(
      `cannot read any story in s3://${bucket}: access to every listed story was denied; nothing was committed: allow s3:GetObject on them, and kms:Decrypt if they are encrypted`,
    );
  }
}
