import { isAnotherStory } from "../revision/same-story.ts";
import type { Revision } from "../revision/types.ts";
import type { Entry } from "../snapshot/entry.ts";
import type { Story } from "../story/types.ts";
import { recordRevision, recordUnstable } from "./record.ts";
import type { CosmeticRecord, RevertedRecord, RevisedRecord, UnstableRecord } from "./schema.ts";

/** With this many returns within the remembered states, a story is unstable and no longer news. */
const UNSTABLE_RETURNS = 3;

/** With this many absences within them, too. */
export const UNSTABLE_ABSENCES = 3;

/** The two versions of a story, compared, and the time of the edition. */
export interface Compared {
  readonly before: Story;
  readonly after: Story;
  readonly revision: Revision;
  readonly slot: string;
}

/** What is told of a key with another text; `undefined`: another story has it now. */
export function toldOf(
  compared: Compared,
  known: Pick<Entry, "hash" | "earlier" | "firstSeen">,
): RevisedRecord | RevertedRecord | UnstableRecord | CosmeticRecord | undefined {
  const { after, revision } = compared;
  const isReturn = known.earlier.some(({ hash }) => hash === after.hash);
  if (!isReturn && isAnotherStory(compared)) {
    return undefined;
  }
  return revision.kind === "cosmetic"
    ? { change: "cosmetic", key: after.key, reason: (revision.cosmetic ?? []).join(", ") }
    : newsOf(compared, known);
}

/** What is told of a story with another text, given the states it had before. */
export function newsOf(
  { before, after: story, revision, slot }: Compared,
  known: Pick<Entry, "hash" | "earlier" | "firstSeen">,
): RevisedRecord | RevertedRecord | UnstableRecord {
  const returns = countReturns([story.hash, known.hash, ...known.earlier.map(({ hash }) => hash)]);
  const revertedTo = known.earlier.find(({ hash }) => hash === story.hash)?.since;
  if (returns >= UNSTABLE_RETURNS && revertedTo !== undefined) {
    return recordUnstable(story, returns);
  }
  return recordRevision(story, revision, { before, slot, firstSeen: known.firstSeen, revertedTo });
}

/** The number of these states, newest first, that are a return to an earlier text; an absence, which has no hash, is none. */
function countReturns(states: readonly string[]): number {
  return states.filter((hash, i) => hash !== "" && states.indexOf(hash, i + 1) >= 0).length;
}
