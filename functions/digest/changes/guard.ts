import { AccessDeniedError, MassRemovalError } from "../errors.ts";
import type { Removals } from "./gather.ts";
import type { Change } from "./schema.ts";

/** A corpus with fewer stories than this may lose most of them in a day. */
const MIN_STORIES = 10;

/** If a larger share of the stories vanishes at once, it is treated as an accident. */
const MAX_SHARE = 0.5;

/**
 * Throws {@link MassRemovalError} if more than half of at least ten stories would be removed at once and the event does
 * not accept it: a wrong prefix or an unfinished sync looks just like that.
 */
export function guardRemovals({ count, example }: Removals, storiesBefore: number): void {
  if (storiesBefore < MIN_STORIES || count <= storiesBefore * MAX_SHARE) {
    return;
  }
  throw new MassRemovalError(
    `refused to remove ${count} of ${storiesBefore} stories at once (${JSON.stringify(example)} and others); nothing was committed: check that the corpus bucket and prefix are complete, or run the slot with acceptRemovals set to the key prefixes that may be removed`,
  );
}

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
