import type { Edition } from "../edition/schema.ts";
import { textsKey } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { storyId } from "../publish/wording/archive-names.ts";
import { readEdition } from "../run/published.ts";
import { sha256 } from "../snapshot/format/frames.ts";
import { type KeptTexts, readKeptTexts } from "../snapshot/kept-texts.ts";
import { readPacked } from "../snapshot/packs.ts";
import type { ReadSettings } from "../story/formats/read-document.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../story/story.ts";
import type { Story } from "../story/types.ts";
import { committedEditions } from "./chain.ts";
import { type Histories, historiesOf } from "./histories.ts";
import type { StoryHistory } from "./types.ts";

/**
 * What all editions said, and what their stories said when. It is a view of what runs have committed: no page is written, so that
 * no page can be missing, early or out of step with its email (docs/adr/0024).
 */
export interface Archive {
  /** All committed editions, newest first. */
  editions(): Promise<readonly Edition[]>;
  edition(slot: string): Promise<Edition | undefined>;
  /** The bytes of `edition.json`, and their SHA-256 in hexadecimal; `undefined` if there is none. One GET. */
  stored(slot: string): Promise<StoredBytes | undefined>;
  /** The history of the story that has, or had, the key with this id; see {@link storyId}. */
  history(id: string): Promise<StoryHistory | undefined>;
  /** The version of the story with this key whose bytes have this hash; `undefined` if no edition has it, or it cannot be read. */
  version(sha256: string, key: string): Promise<Story | undefined>;
  /**
   * What the story with this key said at a time, ISO 8601: the last version that a run had seen by then; `undefined` before the first and
   * while it was gone.
   */
  versionAt(key: string, time: string): Promise<Story | undefined>;
}

/** Bytes as a run stored them. */
export interface StoredBytes {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What an archive reads from, and how it reads stories. */
export interface ArchiveSource {
  /** The state bucket. */
  readonly state: ObjectStore;
  readonly reading: ReadSettings;
}

/** What was read of the chain of editions so far. */
interface Known {
  readonly editions: readonly Edition[];
  readonly histories: Histories;
  readonly byId: ReadonlyMap<string, StoryHistory>;
  readonly places: KeptTexts;
  /** Key of each edition, by its slot. */
  readonly keys: ReadonlyMap<string, string>;
  readonly last?: string;
}

const NOTHING: Known = {
  editions: [],
  histories: new Map(),
  byId: new Map(),
  places: new Map(),
  keys: new Map(),
};

/** Opens the archive; each edition is read once, and held in memory. Three GETs an edition, and two to ask whether there is another. */
export function openArchive({ state, reading }: ArchiveSource): Archive {
  let known = NOTHING;
  const current = async (): Promise<Known> => {
    known = await readOn(known, state);
    return known;
  };
  const version = async (hash: string, key: string): Promise<Story | undefined> => {
    const place = (await current()).places.get(hash);
    if (place === undefined) {
      return undefined;
    }
    const story = parseStory(key, await readPacked(state, place, MAX_STORY_BYTES), reading);
    return isUnreadable(story) ? undefined : story;
  };
  return {
    editions: async () => (await current()).editions.toReversed(),
    edition: async (slot) => (await current()).editions.find((edition) => edition.slot === slot),
    async stored(slot) {
      const key = (await current()).keys.get(slot);
      const stored = key === undefined ? undefined : await state.read(key);
      return stored === undefined ? undefined : { bytes: stored.bytes, sha256: sha256(stored.bytes) };
    },
    history: async (id) => (await current()).byId.get(id),
    version,
    async versionAt(key, time) {
      const histories = (await current()).histories.get(key) ?? [];
      const sha256 = histories
        .map((history) => textAt(history, key, time))
        .find((text) => text !== undefined);
      return sha256 === undefined ? undefined : await version(sha256, key);
    },
  };
}

async function readOn(known: Known, state: ObjectStore): Promise<Known> {
  const committed = await committedEditions(state, known.last);
  const last = committed.at(-1)?.snapshot;
  if (last === undefined) {
    return known;
  }
  const editions = [...known.editions];
  const places = new Map(known.places);
  const keys = new Map(known.keys);
  for (const { slot, edition } of committed) {
    keys.set(slot, edition);
    editions.push(await readEdition(state, edition));
    for (const [hash, place] of await readKeptTexts(state, textsKey(edition))) {
      places.set(hash, place);
    }
  }
  const histories = historiesOf(editions);
  return { editions, histories, byId: byIdOf(histories), places, keys, last };
}

/** Of several stories that had one key, the latest. */
function byIdOf(histories: Histories): ReadonlyMap<string, StoryHistory> {
  return new Map(
    [...histories].flatMap(([key, found]) =>
      found.slice(-1).map((history) => [storyId(key), history] as const),
    ),
  );
}

/** The hash of the text that a story had under a key at a time. */
function textAt({ events, versions }: StoryHistory, key: string, time: string): string | undefined {
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
