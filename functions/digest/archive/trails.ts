import type { Brief } from "../publish/brief.ts";
import { storyId } from "../publish/wording/archive-names.ts";
import { once } from "../text/once.ts";
import type { EventTrace, StoryTrail, StoryVersion } from "./types.ts";

/** A story while its editions are read. */
interface Track {
  readonly keys: string[];
  readonly events: EventTrace[];
}

/** The trails of all stories that editions name; each is made when it is asked for. */
export interface Trails {
  /** Those of the stories that had this key, the latest last. */
  withKey(key: string): readonly StoryTrail[];
  /** That of the story that has, or had, the key with this id, of several the latest; see {@link storyId}. */
  withId(id: string): StoryTrail | undefined;
}

/** Follows each story through the events of editions, oldest first, wherever it moved. Linear in their changes. */
export function trailsOf(editions: readonly (readonly EventTrace[])[]): Trails {
  const byKey = tracksByKey(editions);
  const keys = once(() => new Map([...byKey.keys()].map((key) => [storyId(key), key])));
  const withKey = (key: string) => (byKey.get(key) ?? []).map(trailOf);
  return { withKey, withId: (id) => withKey(keys().get(id) ?? "").at(-1) };
}

function tracksByKey(editions: readonly (readonly EventTrace[])[]): ReadonlyMap<string, readonly Track[]> {
  const tracks: Tracks = { here: new Map(), gone: new Map() };
  const all = new Set<Track>();
  for (const events of editions) {
    for (const track of follow(events, tracks)) {
      all.add(track);
    }
  }
  const byKey = new Map<string, Track[]>();
  for (const track of [...all].toSorted(byLastSlot)) {
    for (const key of new Set(track.keys)) {
      byKey.set(key, [...(byKey.get(key) ?? []), track]);
    }
  }
  return byKey;
}

function byLastSlot(a: Track, b: Track): number {
  const [x, y] = [leftAt(a), leftAt(b)];
  return Number(x > y) - Number(x < y);
}

/** The stories by their keys: those that are there, and those that went, the last one last. */
interface Tracks {
  readonly here: Map<string, Track>;
  readonly gone: Map<string, Track[]>;
}

/** Adds the events of an edition to the stories that had their keys before it, all at once: two may have changed places. */
function follow(events: readonly EventTrace[], { here, gone }: Tracks): readonly Track[] {
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

function isLeaving({ what, sha256 }: EventTrace): boolean {
  return what === "removed" || (what === "unstable" && sha256 !== undefined && sha256.after === undefined);
}

/** The story that an event is about; `undefined` if the event is its first. */
function trackOf(
  { what, key, renamedFrom = key, goneSince, firstSeen }: EventTrace,
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
  return what === "added" && !isUnreadSoFar(known, firstSeen) ? undefined : known;
}

/** Whether a story was held back whenever editions named it, and could be read for the first time now. */
function isUnreadSoFar(track: Track | undefined, firstSeen: string | undefined): boolean {
  const [first] = track?.events ?? [];
  return first?.slot === firstSeen && track?.events.every(({ what }) => what === "held back") === true;
}

/** The slot of a story's last event. */
function leftAt({ events }: Track): string {
  return events.at(-1)?.slot ?? "";
}

/** What an edition says of stories; of two with one key, the one that is gone first. */
export function tracesOf({ slot, changes, cosmetic, unstable, heldBack }: Brief): readonly EventTrace[] {
  const told = changes.map(({ change, ...rest }) => ({ what: change, ...rest }));
  const named = [
    ...cosmetic.map((one) => ({ what: "cosmetic", ...one }) as const),
    ...unstable.map((one) => ({ what: "unstable", ...one }) as const),
    ...heldBack.map((one) => ({ what: "held back", ...one }) as const),
  ];
  return goneFirst([...told, ...named].map((trace, place) => ({ ...trace, slot, place })));
}

/** Events in the order in which they are told: what is gone before what came in its place. */
export function goneFirst<Event extends { readonly what: EventTrace["what"] }>(
  events: readonly Event[],
): readonly Event[] {
  return events.toSorted((a, b) => Number(b.what === "removed") - Number(a.what === "removed"));
}

function trailOf({ keys, events }: Track): StoryTrail {
  const last = events.at(-1);
  const key = keys.at(-1) ?? "";
  return {
    id: storyId(key),
    key,
    keys: [...new Set(keys)],
    isGone: last !== undefined && isLeaving(last),
    events,
    versions: versionsOf(events),
  };
}

/** A text counts from the edition that first had it; one from before the first edition, since the story was first seen. */
function versionsOf(events: readonly EventTrace[]): readonly StoryVersion[] {
  const versions: StoryVersion[] = [];
  const add = (hash: string | undefined, version: Omit<StoryVersion, "sha256">) => {
    if (hash !== undefined && versions.at(-1)?.sha256 !== hash) {
      versions.push({ ...version, sha256: hash });
    }
  };
  for (const { slot, key, sha256, firstSeen = slot, renamedFrom = key } of events) {
    const since = versions.length === 0 ? firstSeen : slot;
    add(sha256?.before, { slot: since, key: renamedFrom });
    add(sha256?.after, { slot, key });
  }
  return versions;
}
