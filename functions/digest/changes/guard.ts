import { AccessDeniedError, MassRemovalError } from "../errors.ts";
import type { Removals } from "./gather.ts";
import type { Change } from "./schema.ts";

/** A corpus with fewer stories than this may lose most of them in a day. */
const MIN_STORIES = 10;

/** A larger share of stories that vanish at once is taken for an accident. */
const MAX_SHARE = 0.5;

/**
 * Throws {@link MassRemovalError} when more than half of at least ten stories would be removed at once and the
 * event does not accept it: a wrong prefix or a half-finished sync looks just like that.
 */
export function guardRemovals({ count, example }: Removals, storiesBefore: number): void {
  if (storiesBefore < MIN_STORIES || count <= storiesBefore * MAX_SHARE) {
    return;
  }
  throw new MassRemovalError(
    `refused to remove ${count} of ${storiesBefore} stories at once (${JSON.stringify(example)} and others); nothing was committed: check that the corpus bucket and prefix are complete, or run the slot with acceptRemovals naming the key prefixes that may go`,
  );
}

/**
 * Throws {@link AccessDeniedError} when a first run may read none of the stories that it lists: that is a missing
 * right, and no corpus of held-back stories.
 */
export function guardAccess(records: readonly Change[], bucket: string): void {
  const isDenied = (record: Change): boolean =>
    record.change === "held back" && record.reason === "access denied";
  if (records.length > 0 && records.every(isDenied)) {
    throw new AccessDeniedError(
      `cannot read any story in s3://${bucket}: access denied for all that are listed; nothing was committed: allow s3:GetObject on them, and kms:Decrypt where they are encrypted`,
    );
  }
}
