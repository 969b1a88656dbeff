import type { ObjectStore } from "../store/store.ts";
import { decodeEntry, type Entry, encodeEntry } from "./entry.ts";
import { type Reference, readLines, writeLines } from "./lines.ts";

/** A part of a snapshot: the entries of one range of keys, in key order. */
export interface PartReference extends Reference {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/**
 * Entries a part may have. A million stories are 16 parts then, so that a day with changes everywhere rewrites
 * few objects; one part is about 12 MB of lines in memory, 4 MB compressed.
 */
export const MAX_PART_ENTRIES = 65_536;

const FORMAT = "part";

/** The entries of a part, in key order. One GET. */
export async function readPart(store: ObjectStore, part: PartReference): Promise<readonly Entry[]> {
  return (await readLines(store, part, FORMAT)).map(decodeEntry);
}

/** Writes entries, in key order and at least one, as one part. One PUT. */
export async function writePart(
  store: ObjectStore,
  key: string,
  entries: readonly Entry[],
): Promise<PartReference> {
  const first = entries.at(0)?.key ?? "";
  const last = entries.at(-1)?.key ?? "";
  const reference = await writeLines(store, key, FORMAT, entries.map(encodeEntry));
  return { ...reference, first, last, count: entries.length };
}

/** Where a range's entries go. */
export interface PartWriter {
  add(entry: Entry): Promise<void>;
  /** The parts written, in key order; none for no entries. */
  finish(): Promise<readonly PartReference[]>;
}

/**
 * Collects entries in key order and writes parts of at most `maxEntries`. Holds at most twice that many, and cuts
 * the last two evenly, so that a full part that grows by one story does not leave a part of one. Nothing is
 * written before `finish` while a range stays below twice the limit: an unchanged range can be dropped.
 */
export function createPartWriter(
  store: ObjectStore,
  keyOf: (part: number) => string,
  maxEntries: number,
): PartWriter {
  const written: PartReference[] = [];
  let waiting: Entry[] = [];
  const flush = async (count: number): Promise<void> => {
    written.push(await writePart(store, keyOf(written.length), waiting.slice(0, count)));
    waiting = waiting.slice(count);
  };
  return {
    async add(entry) {
      waiting.push(entry);
      if (waiting.length >= 2 * maxEntries) {
        await flush(maxEntries);
      }
    },
    async finish() {
      if (waiting.length > maxEntries) {
        await flush(Math.ceil(waiting.length / 2));
      }
      if (waiting.length > 0) {
        await flush(waiting.length);
      }
      return written;
    },
  };
}
