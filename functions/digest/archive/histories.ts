import type { Edition, EditionChange } from "../edition/schema.ts";
import { factChains } from "./fact-chains.ts";
import { goneFirst } from "./trails.ts";
import type { StoryEvent, StoryHistory, StoryTrail } from "./types.ts";

/** The history of a story: its trail, with all that editions say of it. */
export function historyOf(trail: StoryTrail, events: readonly StoryEvent[]): StoryHistory {
  return {
    ...trail,
    headline: events.findLast(({ headline = "" }) => headline !== "")?.headline ?? "",
    events,
    facts: factChains(events),
  };
}

/** What an edition says of stories; of two with one key, the one that is gone first. */
export function editionEvents(edition: Edition): readonly StoryEvent[] {
  return goneFirst(entriesOf(edition));
}

/** The same, in the order of the edition's lists, in which its brief counts them. */
export function entriesOf({ slot, changes, cosmetic, unstable, heldBack }: Edition): readonly StoryEvent[] {
  return [
    ...changes.map((change) => changeEvent(slot, change)),
    ...cosmetic.map(
      ({ key, reason, sha256 }): StoryEvent => ({
        slot,
        what: "cosmetic",
        key,
        reason,
        ...(sha256 && { sha256 }),
      }),
    ),
    ...unstable.map(
      ({ key, headline, renamedFrom, goneSince, sha256 }): StoryEvent => ({
        slot,
        what: "unstable",
        key,
        headline,
        ...(renamedFrom !== undefined && { renamedFrom }),
        ...(goneSince !== undefined && { goneSince }),
        ...(sha256 && { sha256 }),
      }),
    ),
    ...heldBack.map(
      ({ key, reason, headline }): StoryEvent => ({
        slot,
        what: "held back",
        key,
        reason,
        ...(headline !== undefined && { headline }),
      }),
    ),
  ];
}

function changeEvent(slot: string, change: EditionChange): StoryEvent {
  const { key, headline, sha256, revision, renamedFrom, goneSince } = change;
  return {
    slot,
    what: change.change,
    key,
    headline,
    ...(renamedFrom !== undefined && { renamedFrom }),
    ...(goneSince !== undefined && { goneSince }),
    change,
    ...(sha256 && { sha256 }),
    ...(revision && { share: shareOf(revision.counts) }),
  };
}

function shareOf({
  before,
  after,
  edited,
  added,
  removed,
}: NonNullable<EditionChange["revision"]>["counts"]): number {
  const most = Math.max(before, after, 1);
  return Math.min(1, (edited + Math.max(added, removed)) / most);
}
