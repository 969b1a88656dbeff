import type { ObjectStore } from "../store/store.ts";
import { decodeEntry, type Entry, encodeEntry } from "./entry.ts";
import { createLineBuffer } from "./line-buffer.ts";
import { type LinesText, openText, type Reference, readLines, writeText } from "./lines.ts";

/** A part of a snapshot: the entries of one range of keys, in key order. */
export interface PartReference extends Reference {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/**
 * Entries a part may have. A million stories are 16 parts then, so that a day with changes everywhere rewrites
 * few objects; one part is about 12 MB of lines, 4 MB compressed.
 */
export const MAX_PART_ENTRIES = 65_536;

const FORMAT = "part";

/** The entries of a part, in key order. One GET. */
export async function readPart(store: ObjectStore, part: PartReference): Promise<readonly Entry[]> {
  return (await readLines(store, part, FORMAT)).map(decodeEntry);
}

/** The text of these parts, one behind the other. Each part is fetched when its text is first read. One GET each. */
export function openParts(store: ObjectStore, parts: readonly PartReference[]): LinesText {
  const opened: Promise<LinesText>[] = [];
  return async function* text() {
    for (const [index, part] of parts.entries()) {
      opened[index] ??= openText(store, part, FORMAT);
      const read = await opened[index];
      yield* read();
    }
  };
}

/** Writes entries, in key order and at least one, as one part. One PUT. */
export async function writePart(
  store: ObjectStore,
  key: string,
  entries: readonly Entry[],
): Promise<PartReference> {
  const lines = entries.map((entry) => `${encodeEntry(entry)}\n`).join("");
  return await writePartText(store, key, [Buffer.from(lines)], entries.length);
}

async function writePartText(
  store: ObjectStore,
  key: string,
  pieces: readonly Buffer[],
  count: number,
): Promise<PartReference> {
  const first = decodeEntry(firstLine(pieces.at(0))).key;
  const last = decodeEntry(lastLine(pieces.at(-1))).key;
  const reference = await writeText(store, key, FORMAT, pieces);
  return { ...reference, first, last, count };
}

function firstLine(piece: Buffer = Buffer.alloc(0)): string {
  return piece.toString("utf8", 0, piece.indexOf("\n"));
}

function lastLine(piece: Buffer = Buffer.alloc(0)): string {
  return piece.toString("utf8", piece.lastIndexOf("\n", -2) + 1, piece.length - 1);
}

/** Where a range's entries go. */
export interface PartWriter {
  add(entry: Entry): Promise<void>;
  /** Takes entries as they stand in a part, `count` lines with their line ends; they are not read again. */
  addLines(lines: string, count: number): Promise<void>;
  /** The parts written, in key order; none for no entries. */
  finish(): Promise<readonly PartReference[]>;
}

/**
 * Collects entries in key order and writes parts of at most `maxEntries`. Holds at most twice that many, compressed,
 * and cuts the last two evenly, so that a full part that grows by one story does not leave a part of one.
 */
export function createPartWriter(
  store: ObjectStore,
  keyOf: (part: number) => string,
  maxEntries: number,
): PartWriter {
  const written: PartReference[] = [];
  const waiting = createLineBuffer();
  const flush = async (count: number): Promise<void> => {
    const pieces = await waiting.take(count);
    written.push(await writePartText(store, keyOf(written.length), pieces, count));
  };
  const addLines = async (lines: string, count: number): Promise<void> => {
    await waiting.add(lines, count);
    while (waiting.count() >= 2 * maxEntries) {
      await flush(maxEntries);
    }
  };
  return {
    add: (entry) => addLines(`${encodeEntry(entry)}\n`, 1),
    addLines,
    async finish() {
      if (waiting.count() > maxEntries) {
        await flush(Math.ceil(waiting.count() / 2));
      }
      if (waiting.count() > 0) {
        await flush(waiting.count());
      }
      return written;
    },
  };
}
