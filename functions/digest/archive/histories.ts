import { factChains } from "../edition/fact-chains.ts";
import {
  ChangeSchema,
  CosmeticSchema,
  type Edition,
  type EditionChange,
  HeldBackSchema,
  UnstableSchema,
} from "../edition/schema.ts";
import { checkJson } from "../store/json.ts";
import { goneFirst } from "./trails.ts";
import type { EventTrace, StoryEvent, StoryHistory, StoryTrail } from "./types.ts";

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
export function entriesOf(edition: Edition): readonly StoryEvent[] {
  const { slot, rhythm, changes, cosmetic, unstable, heldBack } = edition;
  const ofWeek = rhythm === "weekly" ? { isOfWeek: true } : {};
  return [
    ...changes.map((change) => ({ ...changeEvent(slot, change), ...ofWeek })),
    ...cosmetic.map((story) => cosmeticEvent(slot, story)),
    ...unstable.map((story) => unstableEvent(slot, story)),
    ...heldBack.map((story) => heldBackEvent(slot, story)),
  ];
}

/** One of these, from its own bytes; `what` says which list it is of, `where` what they are. Throws `CorruptStateError`. */
export function entryIn(
  bytes: Uint8Array | undefined,
  { slot, what }: Pick<EventTrace, "slot" | "what">,
  where: string,
): StoryEvent {
  switch (what) {
    case "cosmetic":
      return cosmeticEvent(slot, checkJson(bytes, CosmeticSchema, where));
    case "unstable":
      return unstableEvent(slot, checkJson(bytes, UnstableSchema, where));
    case "held back":
      return heldBackEvent(slot, checkJson(bytes, HeldBackSchema, where));
    default:
      return changeEvent(slot, checkJson(bytes, ChangeSchema, where));
  }
}

function cosmeticEvent(slot: string, { key, reason, sha256 }: Edition["cosmetic"][number]): StoryEvent {
  return { slot, what: "cosmetic", key, reason, ...(sha256 && { sha256 }) };
}

function unstableEvent(slot: string, story: Edition["unstable"][number]): StoryEvent {
  const { key, headline, renamedFrom, goneSince, sha256 } = story;
  return {
    slot,
    what: "unstable",
    key,
    headline,
    ...(renamedFrom !== undefined && { renamedFrom }),
    ...(goneSince !== undefined && { goneSince }),
    ...(sha256 && { sha256 }),
  };
}

function heldBackEvent(slot: string, story: Edition["heldBack"][number]): StoryEvent {
  const { key, reason, headline, since } = story;
  return {
    slot,
    what: "held back",
    key,
    reason,
    ...(since !== undefined && { since }),
    ...(headline !== undefined && { headline }),
  };
}

function changeEvent(slot: string, change: EditionChange): StoryEvent {
  const { key, headline, sha256, renamedFrom, goneSince } = change;
  return {
    slot,
    what: change.change,
    key,
    headline,
    ...(renamedFrom !== undefined && { renamedFrom }),
    ...(goneSince !== undefined && { goneSince }),
    change,
    ...(sha256 && { sha256 }),
  };
}
