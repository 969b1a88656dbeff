import { compareKeys } from "../key-order.ts";
import type { ObjectStore } from "../ports.ts";
import { decodeEntry, type Entry } from "./entry.ts";
import { openParts, type PartReference } from "./parts.ts";

/** What two snapshots say of one key, where they differ: one of both may be absent. */
export interface EntryDifference {
  readonly before?: Entry;
  readonly after?: Entry;
}

const LINE_END = 0x0a;

/**
 * The entries in which two snapshots differ, in key order. Parts that both have are not read; of the others, lines that are the same byte
 * for byte are passed over unparsed. Holds one chunk of each. One GET per mebibyte; throws `CorruptStateError` if a part is gone or damaged.
 */
export async function* differencesOf(
  state: ObjectStore,
  before: readonly PartReference[],
  after: readonly PartReference[],
): AsyncGenerator<EntryDifference, void, undefined> {
  const [old, now] = [
    openLines(state, partsMissingIn(after, before)),
    openLines(state, partsMissingIn(before, after)),
  ];
  try {
    for (let next = await nextOf(old, now); next !== undefined; next = await nextOf(old, now)) {
      yield next;
    }
  } finally {
    await Promise.all([old.close(), now.close()]);
  }
}

/** The next difference; `undefined` at the end of both. */
async function nextOf(old: Lines, now: Lines): Promise<EntryDifference | undefined> {
  while ((await old.fill()) && (await now.fill())) {
    passOverSame(old, now);
    if (old.isOpen() && now.isOpen()) {
      return smaller(old, now);
    }
  }
  if (await old.fill()) {
    return { before: old.take() };
  }
  return (await now.fill()) ? { after: now.take() } : undefined;
}

/** The second snapshot's parts that the first has not: parts are never written twice under one key. */
function partsMissingIn(
  others: readonly PartReference[],
  parts: readonly PartReference[],
): readonly PartReference[] {
  const known = new Set(others.map(({ key }) => key));
  return parts.filter(({ key }) => !known.has(key));
}

/** The lines of parts, one at a time; everything before `at` is done. */
interface Lines {
  chunk: Buffer;
  at: number;
  /** Whether the chunk has a line left. */
  isOpen(): boolean;
  /** Reads on if the chunk is used up; returns whether anything is left. */
  fill(): Promise<boolean>;
  /** Where the line ends. */
  end(): number;
  entry(): Entry;
  take(): Entry;
  close(): Promise<void>;
}

function openLines(state: ObjectStore, parts: readonly PartReference[]): Lines {
  const chunks = openParts(state, parts)();
  return {
    chunk: Buffer.alloc(0),
    at: 0,
    isOpen() {
      return this.at < this.chunk.length;
    },
    async fill() {
      if (!this.isOpen()) {
        const { value, done } = await chunks.next();
        this.chunk = done ? Buffer.alloc(0) : value;
        this.at = 0;
      }
      return this.isOpen();
    },
    end() {
      return this.chunk.indexOf(LINE_END, this.at) + 1;
    },
    entry() {
      return decodeEntry(this.chunk.toString("utf8", this.at, this.end()));
    },
    take() {
      const entry = this.entry();
      this.at = this.end();
      return entry;
    },
    async close() {
      await chunks.return();
    },
  };
}

function passOverSame(old: Lines, now: Lines): void {
  while (old.isOpen() && now.isOpen()) {
    const [oldEnd, nowEnd] = [old.end(), now.end()];
    if (old.chunk.compare(now.chunk, now.at, nowEnd, old.at, oldEnd) !== 0) {
      return;
    }
    old.at = oldEnd;
    now.at = nowEnd;
  }
}

/** The difference at the smaller of the two keys. */
function smaller(old: Lines, now: Lines): EntryDifference {
  const order = compareKeys(old.entry().key, now.entry().key);
  return {
    ...(order <= 0 && { before: old.take() }),
    ...(order >= 0 && { after: now.take() }),
  };
}
