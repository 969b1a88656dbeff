import type { ObjectStore } from "../ports.ts";
import {
  type AbsentReference,
  type AbsentStory,
  createAbsentWriter,
  readAbsent,
} from "../snapshot/absent.ts";
import type { Lost } from "./matching/lost-index.ts";
import type { RemovedRecord } from "./schema.ts";

/** The memory of stories that left the corpus. */
export interface Remembered {
  readonly reference: AbsentReference | null;
  /** Days for which they are remembered. */
  readonly days: number;
}

/**
 * Absent stories that are remembered; of more, those gone longest are forgotten first. Each takes half a kilobyte while
 * records are gathered.
 */
const MAX_ABSENT = 2 ** 16;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The stories of the snapshot that are still remembered at this slot. */
export async function* rememberedAt(
  slot: string,
  { reference, days }: Remembered,
  state: ObjectStore,
): AsyncGenerator<AbsentStory, void, undefined> {
  const oldest = Date.parse(slot) - days * DAY_MS;
  for await (const story of readAbsent(state, reference)) {
    if (Date.parse(story.since) >= oldest) {
      yield story;
    }
  }
}

/** What became of the memory in a run. */
export interface MemoryWriter {
  /** A story that is gone, in key order. */
  add(record: RemovedRecord): Promise<void>;
  /** Writes the memory for the next snapshot. */
  finish(): Promise<AbsentReference | null>;
}

/** How to update the memory. */
export interface MemoryUpdate extends Remembered {
  readonly slot: string;
  readonly state: ObjectStore;
  readonly key: string;
  /** Stories of the memory that are there again. */
  readonly returned: readonly Lost[];
  /** Stories that are gone since this slot. */
  readonly gone: number;
}

/** Keeps the memory as it is if nothing came back or went: no request at all. */
export async function openMemory(update: MemoryUpdate): Promise<MemoryWriter> {
  const { slot, state, key, returned, gone, reference, days } = update;
  if ((gone === 0 && returned.length === 0) || (days === 0 && reference === null)) {
    return { add: async () => undefined, finish: async () => reference };
  }
  const isBack = new Set(returned.map(nameOf));
  const kept = async function* kept() {
    for await (const story of rememberedAt(slot, update, state)) {
      if (!isBack.has(nameOf(story))) {
        yield story;
      }
    }
  };
  const room = MAX_ABSENT - gone;
  const oldest = (reference?.count ?? 0) <= room ? "" : await oldestThatFits(kept(), room);
  const writer = createAbsentWriter(state, key, since(oldest, kept()));
  let left = days === 0 ? 0 : MAX_ABSENT;
  return {
    async add(record) {
      left -= 1;
      if (left >= 0) {
        await writer.add(absentStory(record, slot));
      }
    },
    finish: () => writer.finish(),
  };
}

/** The slot from which on all absent stories together fit; later than every slot if none do. */
async function oldestThatFits(stories: AsyncIterable<AbsentStory>, room: number): Promise<string> {
  const counts = new Map<string, number>();
  for await (const { since: slot } of stories) {
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  let left = room;
  let oldest = AFTER_ALL_SLOTS;
  for (const [slot, count] of [...counts].toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    left -= count;
    if (left < 0) {
      break;
    }
    oldest = slot;
  }
  return oldest;
}

const AFTER_ALL_SLOTS = "~";

async function* since(
  oldest: string,
  stories: AsyncIterable<AbsentStory>,
): AsyncGenerator<AbsentStory, void, undefined> {
  for await (const story of stories) {
    if (story.since >= oldest) {
      yield story;
    }
  }
}

function absentStory(
  { key, hash, firstSeen, lastChanged, earlier, match, missing }: RemovedRecord,
  slot: string,
): AbsentStory {
  const since = missing?.since ?? slot;
  return { key, hash, firstSeen, lastChanged, earlier, since, ...(match && { match }) };
}

function nameOf({ key, since: slot = "" }: Pick<Lost, "key" | "since">): string {
  return `${slot} ${key}`;
}
