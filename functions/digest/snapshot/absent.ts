import { compareKeys } from "../key-order.ts";
import type { ObjectStore } from "../ports.ts";
import type { Entry, PackPlace } from "./entry.ts";
import { createLineBuffer, splitLines } from "./format/line-buffer.ts";
import { openText, type Reference, writeBlocks } from "./format/lines.ts";

/** A story that left the corpus, as it was last known. */
export interface AbsentStory extends Pick<Entry, "key" | "hash" | "firstSeen" | "lastChanged" | "earlier"> {
  /** Slot of the first run that missed it. */
  readonly since: string;
  /** What it is recognised by, and where its last text is; absent if a run of version 0.2 or before missed it. */
  readonly match?: {
    readonly folded: string;
    readonly headline: string;
    readonly sketch: string;
    readonly place?: PackPlace;
  };
}

/** The absent stories of a snapshot, in the order of their keys and slots; one object. */
export interface AbsentReference extends Reference {
  readonly count: number;
}

const FORMAT = { name: "absent", version: 1, known: [1] } as const;

/** The absent stories; none without a reference. Holds a mebibyte at a time. One GET per mebibyte. */
export async function* readAbsent(
  store: ObjectStore,
  reference: AbsentReference | null,
): AsyncGenerator<AbsentStory, void, undefined> {
  if (reference === null) {
    return;
  }
  for await (const lines of openText(store, reference, FORMAT)()) {
    for (const line of splitLines(lines)) {
      yield JSON.parse(line) as AbsentStory;
    }
  }
}

/** Writes absent stories. */
export interface AbsentWriter {
  /** Stories in key order. */
  add(story: AbsentStory): Promise<void>;
  /** `null` if there is none. */
  finish(): Promise<AbsentReference | null>;
}

/** Merges new absent stories with those known, which come in their order; holds them compressed. One PUT. */
export function createAbsentWriter(
  store: ObjectStore,
  key: string,
  known: AsyncGenerator<AbsentStory, void, undefined>,
): AbsentWriter {
  const buffer = createLineBuffer();
  let next: IteratorResult<AbsentStory, void> | undefined;
  const copyWhile = async (isBefore: (story: AbsentStory) => boolean): Promise<void> => {
    next ??= await known.next();
    while (!next.done && isBefore(next.value)) {
      buffer.add(lineOf(next.value), 1);
      next = await known.next();
    }
  };
  return {
    async add(story) {
      await copyWhile((before) => compareKeys(before.key, story.key) <= 0);
      buffer.add(lineOf(story), 1);
    },
    async finish() {
      await copyWhile(() => true);
      const count = buffer.count();
      return count === 0 ? null : { ...(await writeBlocks(store, key, FORMAT, buffer.take(count))), count };
    },
  };
}

function lineOf(story: AbsentStory): Buffer {
  return Buffer.from(`${JSON.stringify(story)}\n`);
}
