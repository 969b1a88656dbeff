import type { ObjectStore } from "../ports.ts";
import { decodeEntry, type Entry, encodeEntry } from "./entry.ts";
import { decodeBlock } from "./format/blocks.ts";
import { createLineBuffer, type LineBlock, splitLines } from "./format/line-buffer.ts";
import { type LinesText, openText, type Reference, readLines, writeBlocks } from "./format/lines.ts";

/** A part of a snapshot: the entries of one range of keys, in key order. */
export interface PartReference extends Reference {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/**
 * Maximum entries in a part. A million stories make 16 parts, so that a day with changes everywhere rewrites
 * few objects; one part is about 12 MB of lines, 4 MB compressed.
 */
export const MAX_PART_ENTRIES = 65_536;

/** Version 2 records the location of earlier texts. */
const FORMAT = { name: "part", version: 2, known: [1, 2] } as const;

/** The entries of a part, in key order. One GET per mebibyte. */
export async function readPart(store: ObjectStore, part: PartReference): Promise<readonly Entry[]> {
  return (await readLines(store, part, FORMAT)).map(decodeEntry);
}

/** Entries of these parts. */
export function countStories(parts: readonly PartReference[]): number {
  return parts.reduce((count, part) => count + part.count, 0);
}

/** The text of these parts, one after another; see {@link openText}. */
export function openParts(store: ObjectStore, parts: readonly PartReference[]): LinesText {
  const texts = parts.map((part) => openText(store, part, FORMAT));
  return async function* text() {
    for (const read of texts) {
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
  const buffer = createLineBuffer();
  for (const entry of entries) {
    buffer.add(lineOf(entry), 1);
  }
  return await writePartBlocks(store, key, buffer.take(entries.length));
}

async function writePartBlocks(
  store: ObjectStore,
  key: string,
  blocks: readonly LineBlock[],
): Promise<PartReference> {
  const first = decodeEntry(linesOf(blocks.at(0)).at(0) ?? "").key;
  const last = decodeEntry(linesOf(blocks.at(-1)).at(-1) ?? "").key;
  const reference = await writeBlocks(store, key, FORMAT, blocks);
  return { ...reference, first, last, count: blocks.reduce((sum, { count }) => sum + count, 0) };
}

function linesOf(block: LineBlock | undefined): readonly string[] {
  return block === undefined ? [] : splitLines(decodeBlock(block.bytes));
}

function lineOf(entry: Entry): Buffer {
  return Buffer.from(`${encodeEntry(entry)}\n`);
}

/** Where a range's entries go. */
export interface PartWriter {
  add(entry: Entry): Promise<void>;
  /** Takes entries exactly as in a part, `count` lines with line ends, without parsing them. */
  addLines(lines: Buffer, count: number): Promise<void>;
  /** The parts written, in key order; none for no entries. */
  finish(): Promise<readonly PartReference[]>;
}

/**
 * Collects entries in key order and writes parts of at most `maxEntries`. Holds at most twice that many,
 * compressed, and splits the last two parts evenly, so that a full part growing by one story does not leave a
 * part of one.
 */
export function createPartWriter(
  store: ObjectStore,
  keyOf: (part: number) => string,
  maxEntries: number,
): PartWriter {
  const written: PartReference[] = [];
  const waiting = createLineBuffer();
  const flush = async (count: number): Promise<void> => {
    written.push(await writePartBlocks(store, keyOf(written.length), waiting.take(count)));
  };
  const addLines = async (lines: Buffer, count: number): Promise<void> => {
    waiting.add(lines, count);
    while (waiting.count() >= 2 * maxEntries) {
      await flush(maxEntries);
    }
  };
  return {
    add: (entry) => addLines(lineOf(entry), 1),
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
