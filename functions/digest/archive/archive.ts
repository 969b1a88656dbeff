import { weekKeys } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import type { storyId } from "../publish/wording/archive-names.ts";
import type { PackPlace } from "../snapshot/entry.ts";
import { readPacked } from "../snapshot/packs.ts";
import type { ReadSettings } from "../story/formats/read-document.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../story/story.ts";
import type { Story } from "../story/types.ts";
import { createHeld } from "./held.ts";
import { historyOf } from "./histories.ts";
import { followChain, type Known, type ListedEdition } from "./known.ts";
import { createTeller, type Teller, type WholeEdition } from "./telling.ts";
import type { EventTrace, StoryEvent, StoryHistory, StoryTrail } from "./types.ts";

/** Of what an edition tells: since the one before it, or of a week. */
export type Span = "day" | "week";

/** What all editions up to one of them said, and what their stories said when. */
export interface ArchiveView {
  /** All committed editions, newest first, without what they say of their stories. */
  editions(): Promise<readonly ListedEdition[]>;
  /** All that the edition of a slot says, or that of the week that it ended; `undefined` if there is none. One GET, unless it was read of late. */
  edition(slot: string, span?: Span): Promise<WholeEdition | undefined>;
  /** The bytes of its `edition.json`; `undefined` if there is none. One GET. */
  stored(slot: string, span?: Span): Promise<Uint8Array | undefined>;
  /** All that editions say of events, in the order of these. One GET each at most, for few of an edition. */
  tell(events: readonly EventTrace[]): Promise<readonly StoryEvent[]>;
  /** The trail of the story that has, or had, the key with this id; see {@link storyId}. */
  trail(id: string): Promise<StoryTrail | undefined>;
  /** The same with all that editions say of it; reads these as {@link ArchiveView.tell} does. */
  history(id: string): Promise<StoryHistory | undefined>;
  /** The version of the story with this key whose bytes have this hash; `undefined` if no edition has it, or it cannot be read. One GET. */
  version(sha256: string, key: string): Promise<Story | undefined>;
  /**
   * What the story with this key said at a time, ISO 8601: the last version that a run had seen by then; `undefined` before the first and
   * while it was gone.
   */
  versionAt(key: string, time: string): Promise<Story | undefined>;
}

/**
 * What all editions said. It is a view of what runs have committed: no page is written, so that no page can be missing, early or out of
 * step with its email (docs/adr/0024). Each question asks whether there is a new edition; {@link Archive.now} asks once for several.
 */
export interface Archive extends ArchiveView {
  /** The archive as it is now, which no later commit changes. One GET if there is no new edition, and one for each that is new. */
  now(): Promise<ArchiveView>;
}

/** What an archive reads from, and how it reads stories. */
export interface ArchiveSource {
  /** The state bucket. */
  readonly state: ObjectStore;
  readonly reading: ReadSettings;
}

/** Events of the histories that stay in memory. */
const MAX_HELD_EVENTS = 2_000;

/** An archive's source, with what was read of it of late. */
interface Reader extends ArchiveSource {
  readonly teller: Teller;
}

/**
 * Opens the archive: the first question reads the briefs of all editions, which stay in memory, and 32 of them at a time. Whole editions
 * are read where they are told, and few of them are held.
 */
export function openArchive({ state, reading }: ArchiveSource): Archive {
  const teller = createTeller(state);
  const known = followChain(state);
  let last: { readonly known: Known; readonly view: ArchiveView } | undefined;
  const now = async (): Promise<ArchiveView> => {
    const current = await known();
    last =
      last?.known === current ? last : { known: current, view: viewOf(current, { state, reading, teller }) };
    return last.view;
  };
  return {
    now,
    editions: async () => await (await now()).editions(),
    edition: async (slot, span) => await (await now()).edition(slot, span),
    stored: async (slot, span) => await (await now()).stored(slot, span),
    tell: async (events) => await (await now()).tell(events),
    trail: async (id) => await (await now()).trail(id),
    history: async (id) => await (await now()).history(id),
    version: async (hash, key) => await (await now()).version(hash, key),
    versionAt: async (key, time) => await (await now()).versionAt(key, time),
  };
}

function viewOf(known: Known, reader: Reader): ArchiveView {
  const editions = [...known.editions.values()].toReversed();
  const bySlot = new Map(editions.map((edition) => [edition.slot, edition]));
  const histories = createHeld<StoryHistory>(MAX_HELD_EVENTS, ({ events }) => events.length);
  const keyOf = (slot: string) => bySlot.get(slot)?.stored;
  const version = async (hash: string, key: string) =>
    await readVersion(placeOf(hash, editions), key, reader);
  const tell = async (events: readonly EventTrace[]) => await reader.teller.tell(events, keyOf);
  return {
    editions: async () => editions,
    async edition(slot, span = "day") {
      const key = storedIn(span, bySlot.get(slot));
      return key === undefined ? undefined : await reader.teller.whole(key);
    },
    async stored(slot, span = "day") {
      const key = storedIn(span, bySlot.get(slot));
      return key === undefined ? undefined : (await reader.state.read(key))?.bytes;
    },
    tell,
    trail: async (id) => known.trails().withId(id),
    async history(id) {
      const trail = known.trails().withId(id);
      const held = trail && histories.get(beginningOf(trail));
      if (trail === undefined || held !== undefined) {
        return held;
      }
      const history = historyOf(trail, await tell(trail.events));
      histories.set(beginningOf(trail), history);
      return history;
    },
    version,
    async versionAt(key, time) {
      const texts = known
        .trails()
        .withKey(key)
        .map((trail) => textAt(trail, key, time));
      const hash = texts.find((text) => text !== undefined);
      return hash === undefined ? undefined : await version(hash, key);
    },
  };
}

/** The key of an `edition.json`; `undefined` if no run has written it. */
function storedIn(span: Span, edition: ListedEdition | undefined): string | undefined {
  const { stored, week } = edition ?? {};
  const ofWeek = stored !== undefined && week !== undefined ? weekKeys(stored).edition : undefined;
  return span === "day" ? stored : ofWeek;
}

/** What no other story has: two may have had one latest key, and so one id. */
function beginningOf({ events: [first] }: StoryTrail): string {
  return `${first?.slot} ${first?.place}`;
}

/** Where the bytes with a hash are, by any edition that names them. */
function placeOf(hash: string, editions: readonly ListedEdition[]): PackPlace | undefined {
  const naming = editions
    .values()
    .filter(({ events }) =>
      events.some(({ sha256: hashes }) => hashes?.before === hash || hashes?.after === hash),
    );
  return naming.map(({ details }) => details().texts.get(hash)).find((place) => place !== undefined);
}

async function readVersion(
  place: PackPlace | undefined,
  key: string,
  { state, reading }: ArchiveSource,
): Promise<Story | undefined> {
  if (place === undefined) {
    return undefined;
  }
  const story = parseStory(key, await readPacked(state, place, MAX_STORY_BYTES), reading);
  return isUnreadable(story) ? undefined : story;
}

/** The hash of the text that a story had under a key at a time. */
function textAt({ events, versions }: StoryTrail, key: string, time: string): string | undefined {
  const moment = Date.parse(time);
  const isPast = ({ slot }: { readonly slot: string }) => Date.parse(slot) <= moment;
  const told = events.filter(({ what }) => what !== "held back");
  const event = told.findLast(isPast);
  if (event === undefined) {
    const [first] = versions;
    return first !== undefined && first.key === key && isPast(first) ? first.sha256 : undefined;
  }
  const isThere = event.key === key && event.what !== "removed";
  const isGone = event.what === "unstable" && event.sha256?.after === undefined;
  return isThere && !isGone ? versions.findLast(isPast)?.sha256 : undefined;
}
