import type { Edition, EditionChange } from "../edition/schema.ts";
import { storyId } from "../publish/wording/archive-names.ts";
import { factChains } from "./fact-chains.ts";
import type { StoryEvent, StoryHistory, StoryVersion } from "./types.ts";

/** A story while its editions are read. */
interface Track {
  readonly keys: string[];
  readonly events: StoryEvent[];
}

/** The histories of all stories that editions name, by each of their keys; of several that had one key, the latest is the last. */
export type Histories = ReadonlyMap<string, readonly StoryHistory[]>;

/** Follows each story through the editions, oldest first, wherever it moved. Linear in their changes. */
export function historiesOf(editions: readonly Edition[]): Histories {
  const tracks: Tracks = { here: new Map(), gone: new Map() };
  const all = new Set<Track>();
  for (const edition of editions) {
    for (const track of follow(editionEvents(edition), tracks)) {
      all.add(track);
    }
  }
  const histories = [...all].map(historyOf).toSorted(byLastSlot);
  const pairs = histories.flatMap((history) => history.keys.map((key) => [key, history] as const));
  return new Map(
    [...Map.groupBy(pairs, ([key]) => key)].map(([key, found]) => [key, found.map(([, history]) => history)]),
  );
}

function byLastSlot(a: StoryHistory, b: StoryHistory): number {
  const [x, y] = [leftAt(a), leftAt(b)];
  return Number(x > y) - Number(x < y);
}

/** The stories by their keys: those that are there, and those that went, the last one last. */
interface Tracks {
  readonly here: Map<string, Track>;
  readonly gone: Map<string, Track[]>;
}

/** Adds the events of an edition to the stories that had their keys before it, all at once: two may have changed places. */
function follow(events: readonly StoryEvent[], { here, gone }: Tracks): readonly Track[] {
  const moved = new Map<string, Track>();
  for (const { renamedFrom = "", goneSince } of events) {
    const track = goneSince === undefined ? here.get(renamedFrom) : undefined;
    if (track !== undefined) {
      moved.set(renamedFrom, track);
      here.delete(renamedFrom);
    }
  }
  return events.map((event) => {
    const track = trackOf(event, moved, { here, gone }) ?? { keys: [], events: [] };
    if (track.keys.at(-1) !== event.key) {
      track.keys.push(event.key);
    }
    track.events.push(event);
    if (isLeaving(event)) {
      here.delete(event.key);
      gone.set(event.key, [...(gone.get(event.key) ?? []), track]);
    } else {
      here.set(event.key, track);
    }
    return track;
  });
}

function isLeaving({ what, sha256 }: StoryEvent): boolean {
  return what === "removed" || (what === "unstable" && sha256 !== undefined && sha256.after === undefined);
}

/** The story that an event is about; `undefined` if the event is its first. */
function trackOf(
  { what, key, renamedFrom = key, goneSince, change }: StoryEvent,
  moved: ReadonlyMap<string, Track>,
  { here, gone }: Tracks,
): Track | undefined {
  if (goneSince !== undefined) {
    const left = gone.get(renamedFrom) ?? [];
    return (
      left.findLast((track) => leftAt(track) === goneSince) ?? left.find((track) => leftAt(track) > goneSince)
    );
  }
  const known = moved.get(renamedFrom) ?? here.get(key);
  return what === "added" && !isUnreadSoFar(known, change) ? undefined : known;
}

/** Whether a story was held back whenever editions named it, and could be read for the first time now. */
function isUnreadSoFar(track: Track | undefined, change: StoryEvent["change"]): boolean {
  const [first] = track?.events ?? [];
  return (
    first?.slot === change?.firstSeen && track?.events.every(({ what }) => what === "held back") === true
  );
}

/** The slot of a story's last event. */
function leftAt({ events }: Pick<Track, "events"> | StoryHistory): string {
  return events.at(-1)?.slot ?? "";
}

/** What an edition says of stories; of two with one key, the one that is gone first. */
export function editionEvents({
  slot,
  changes,
  cosmetic,
  unstable,
  heldBack,
}: Edition): readonly StoryEvent[] {
  return [
    ...changes
      .toSorted((a, b) => Number(b.change === "removed") - Number(a.change === "removed"))
      .map((change) => changeEvent(slot, change)),
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
      ({ key, reason, headline, since }): StoryEvent => ({
        slot,
        what: "held back",
        key,
        reason,
        ...(since !== undefined && { since }),
        ...(headline !== undefined && { headline }),
      }),
    ),
  ];
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

function historyOf({ keys, events }: Track): StoryHistory {
  const last = events.at(-1);
  const key = keys.at(-1) ?? "";
  const isGone = last !== undefined && isLeaving(last);
  return {
    id: storyId(key),
    key,
    keys: [...new Set(keys)],
    headline: events.findLast(({ headline = "" }) => headline !== "")?.headline ?? "",
    isGone,
    events,
    versions: versionsOf(events),
    facts: factChains(events),
  };
}

/** A text counts from the edition that first had it; one from before the first edition, since the story was first seen. */
function versionsOf(events: readonly StoryEvent[]): readonly StoryVersion[] {
  const versions: StoryVersion[] = [];
  const add = (hash: string | undefined, version: Omit<StoryVersion, "sha256">) => {
    if (hash !== undefined && versions.at(-1)?.sha256 !== hash) {
      versions.push({ ...version, sha256: hash });
    }
  };
  for (const { slot, key, sha256, change, renamedFrom = key } of events) {
    const since = versions.length === 0 ? (change?.firstSeen ?? slot) : slot;
    add(sha256?.before, { slot: since, key: renamedFrom });
    add(sha256?.after, { slot, key });
  }
  return versions;
}
