import {
  describeHeld,
  recordAdded,
  recordRemoved,
  recordRenamed,
  recordRevision,
} from "../changes/record.ts";
import type { Change } from "../changes/schema.ts";
import { compareStories } from "../revision/compare.ts";
import { parseSlot } from "../slot.ts";
import { isUnreadable } from "../story/story.ts";
import type { Story, Unreadable } from "../story/types.ts";
import { composeEdition } from "./compose.ts";
import type { Edition, EditionCounts } from "./schema.ts";

/** A story before and after, each as returned by `parseStory`; without `before` it is new, without `after` removed. */
export interface StoryPair {
  readonly before?: Story | Unreadable | undefined;
  readonly after?: Story | Unreadable | undefined;
  /** ISO time at which the story was first seen; optional in the edition too. */
  readonly firstSeen?: string | undefined;
}

/** Placeholder for a missing time until the edition is composed. */
const UNKNOWN = "";

/**
 * Composes the edition of these stories: each is compared with its earlier version, summarised and grouped, as in the
 * daily job. `slot` is the time of the edition, an ISO 8601 time with a zone; throws a `RangeError` for anything else.
 *
 * | before | after | in the edition |
 * |---|---|---|
 * | none or unreadable | a story | added |
 * | a story | none | removed |
 * | a story | same text, same key | only counted in `counts.stories` |
 * | a story | same text, different key | renamed |
 * | a story | different text, same key | revised, or cosmetic if no reader would call it news |
 * | a story | different text, different key | renamed, with the revision if a reader would call it news |
 * | any | unreadable | held back |
 *
 * It does not include anything that depends on earlier days: reverted, returned and unstable stories, persistent thread ids. For
 * those, pass your own records to `composeEdition`.
 */
export function composeFromStories(slot: string, pairs: readonly StoryPair[]): Edition {
  const time = checkedSlot(slot);
  const records = pairs.flatMap((pair) => recordOf(pair, time) ?? []);
  const edition = composeEdition({
    slot: time,
    hasNews: records.some(({ change }) => change !== "cosmetic"),
    isBaseline: false,
    counts: countRecords(records, pairs.filter(({ after }) => after !== undefined).length),
    records,
    knownThreads: [],
  });
  return { ...edition, changes: edition.changes.map(withoutUnknown) };
}

function checkedSlot(slot: string): string {
  const checked = parseSlot(slot);
  if (checked === undefined) {
    throw new RangeError(
      `cannot compose an edition: slot is "${slot}", expected an ISO time with a zone, such as 2026-11-20T07:00:00Z`,
    );
  }
  return checked;
}

function recordOf({ before, after, firstSeen = UNKNOWN }: StoryPair, slot: string): Change | undefined {
  if (after !== undefined && isUnreadable(after)) {
    const known = before === undefined || isUnreadable(before) ? undefined : before;
    const held = { key: after.key, reason: after.unreadable, since: slot };
    return { change: "held back", ...held, ...describeHeld(known, undefined) };
  }
  if (before === undefined || isUnreadable(before)) {
    return after === undefined ? undefined : recordAdded(after, firstSeen, { slot });
  }
  return after === undefined
    ? recordRemoved(before, { firstSeen, lastChanged: UNKNOWN, earlier: [] })
    : compareToRecord(before, after, { firstSeen, slot });
}

function compareToRecord(
  before: Story,
  after: Story,
  { firstSeen, slot }: { readonly firstSeen: string; readonly slot: string },
): Change | undefined {
  const isMoved = before.key !== after.key;
  const revision = before.hash === after.hash ? undefined : compareStories(before, after);
  if (revision !== undefined && revision.kind !== "cosmetic") {
    const { change, ...record } = recordRevision(after, revision, {
      before,
      slot,
      firstSeen,
      revertedTo: undefined,
    });
    return isMoved
      ? { ...record, change: "renamed", renamedFrom: before.key }
      : { ...record, change: "revised" };
  }
  if (isMoved) {
    return recordRenamed(recordAdded(after, firstSeen, { slot }), before);
  }
  return revision && { change: "cosmetic", key: after.key, reason: (revision.cosmetic ?? []).join(", ") };
}

function countRecords(records: readonly Change[], stories: number): EditionCounts {
  const count = (name: Change["change"]) => records.filter(({ change }) => change === name).length;
  return {
    stories,
    added: count("added"),
    revised: count("revised"),
    reverted: 0,
    returned: 0,
    renamed: count("renamed"),
    removed: count("removed"),
    cosmetic: count("cosmetic"),
    unstable: 0,
    heldBack: count("held back"),
  };
}

function withoutUnknown({ firstSeen, ...change }: Edition["changes"][number]): Edition["changes"][number] {
  return firstSeen === undefined || firstSeen === UNKNOWN ? change : { ...change, firstSeen };
}
