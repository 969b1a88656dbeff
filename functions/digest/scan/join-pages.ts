import { compareKeys } from "../key-order.ts";
import type { ListedObject } from "../ports.ts";
import { decodeEntry, type Entry, isDoubtful, matchStartOfLine } from "../snapshot/entry.ts";
import { giveBack } from "../store/give-back.ts";
import { type Changed, compareSides } from "./join.ts";
import { lastKeyOf } from "./known-text.ts";

/** Consecutive entries whose stories did not change: their lines exactly as in the part. */
export interface Unchanged {
  readonly difference: "none";
  readonly lines: Buffer;
  readonly count: number;
}

/** The result for a stretch of keys: unchanged, or one key's difference. */
export type Step = Unchanged | Changed<Entry>;

const LINE_END = 0x0a;
const NO_LINES = Buffer.alloc(0);

/** Chunks that may wait for the join: a page of a thousand usual keys is as long as two or three. */
const MAX_WAITING = 4;

/** The chunk of the snapshot being read, UTF-8; everything before `at` is done. Nothing is read before it is needed. */
export interface KnownText {
  lines: Buffer;
  at: number;
  /** Whether anything was read. */
  isOpen: boolean;
  /** Goes on with the next chunk if this one is used up and another has been read; returns whether any line is at hand. */
  goOn(): boolean;
  /** The same, and reads a chunk if none is at hand; returns whether anything is left. */
  fill(): Promise<boolean>;
  /** Gives back the chunks that are used up: once whatever was made of their lines is no longer needed. */
  release(): void;
  /** Has all lines up to this key at hand, or {@link MAX_WAITING} chunks. */
  readUpTo(key: string): Promise<void>;
  close(): Promise<void>;
}

/** The snapshot's side of a join; its text comes in chunks of whole lines. */
export function openKnown(text: AsyncIterable<Buffer>): KnownText {
  const chunks = text[Symbol.asyncIterator]();
  const waiting: Buffer[] = [];
  const used: Buffer[] = [];
  let isEnd = false;
  const read = async (): Promise<void> => {
    const { value, done } = await chunks.next();
    if (done) {
      isEnd = true;
    } else {
      waiting.push(value);
    }
  };
  return {
    lines: NO_LINES,
    at: 0,
    isOpen: false,
    goOn() {
      if (this.at === this.lines.length) {
        used.push(this.lines);
        this.lines = waiting.shift() ?? NO_LINES;
        this.at = 0;
      }
      return this.at < this.lines.length;
    },
    async fill() {
      this.isOpen = true;
      if (!this.goOn() && !isEnd) {
        await read();
      }
      return this.goOn();
    },
    release() {
      used.splice(0).forEach(giveBack);
    },
    async readUpTo(key) {
      const isShort = (): boolean => compareKeys(lastKeyOf(waiting.at(-1) ?? this.lines), key) < 0;
      while ((await this.fill()) && !isEnd && waiting.length < MAX_WAITING && isShort()) {
        await read();
      }
    },
    async close() {
      await chunks.return?.();
    },
  };
}

/**
 * Joins the snapshot and a page of the listing, both in the order of their keys. A line that starts like that of an
 * unchanged story is passed on unparsed, so that such a story costs one comparison; only the others are decoded. Waits for nothing if the
 * snapshot's lines up to the page's last key are at hand.
 */
export async function joinPage(known: KnownText, page: readonly ListedObject[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  let next = 0;
  while (next < page.length) {
    const isKnown = known.goOn() || (await known.fill());
    next = isKnown ? joinChunk(known, page, next, steps) : addRest(page, next, steps);
  }
  return steps;
}

/** Joins until the chunk or page is used up; returns how far the page was read. */
function joinChunk(known: KnownText, page: readonly ListedObject[], from: number, steps: Step[]): number {
  let next = from;
  while (known.at < known.lines.length) {
    next += takeUnchanged(known, page, next, steps);
    const object = page[next];
    if (object === undefined || known.at === known.lines.length) {
      return next;
    }
    const step = takeDifference(known, object);
    steps.push(step);
    next += step.difference === "removed" ? 0 : 1;
  }
  return next;
}

/** Passes on the lines that match the page, and returns their number. */
function takeUnchanged(known: KnownText, page: readonly ListedObject[], from: number, steps: Step[]): number {
  const start = known.at;
  let next = from;
  for (let listed = page[next]; listed !== undefined; listed = page[next]) {
    const start = matchStartOfLine(known.lines, known.at, listed);
    const end = start < 0 ? -1 : known.lines.indexOf(LINE_END, start);
    if (end < 0 || isDoubtful(known.lines, end)) {
      break;
    }
    known.at = end + 1;
    next += 1;
  }
  if (next > from) {
    steps.push({ difference: "none", lines: known.lines.subarray(start, known.at), count: next - from });
  }
  return next - from;
}

function takeDifference(known: KnownText, listed: ListedObject): Step {
  const end = known.lines.indexOf(LINE_END, known.at) + 1;
  const line = known.lines.subarray(known.at, end);
  const found = compareSides(decodeEntry(line.toString("utf8")), listed);
  if (found.difference !== "added") {
    known.at = end;
  }
  switch (found.difference) {
    case "same":
      return { difference: "none", lines: line, count: 1 };
    case "removed":
      return found;
    default:
      return { ...found, listed: withoutPage(found.listed) };
  }
}

/** A copy, since the strings of a listed object may be parts of its page's text, and keep all of it. */
function withoutPage(listed: ListedObject): ListedObject {
  return structuredClone(listed);
}

function addRest(page: readonly ListedObject[], from: number, steps: Step[]): number {
  for (const listed of page.slice(from)) {
    steps.push({ difference: "added", listed: withoutPage(listed) });
  }
  return page.length;
}

/** What the snapshot has up to this key, or to its end, that the listing has not: a chunk at a time. */
export async function* takeRemoved(
  known: KnownText,
  upTo: string | undefined,
): AsyncGenerator<readonly Step[], void, undefined> {
  while (await known.fill()) {
    const steps = removedIn(known, upTo);
    if (steps.length > 0) {
      yield steps;
    }
    if (known.at < known.lines.length) {
      return;
    }
  }
}

function removedIn(known: KnownText, upTo: string | undefined): readonly Step[] {
  const steps: Step[] = [];
  while (known.at < known.lines.length) {
    const end = known.lines.indexOf(LINE_END, known.at) + 1;
    const before = decodeEntry(known.lines.toString("utf8", known.at, end));
    if (upTo !== undefined && compareKeys(before.key, upTo) > 0) {
      break;
    }
    known.at = end;
    steps.push({ difference: "removed", before });
  }
  return steps;
}

/** The next lines of a chunk that is not used up, at most so many: as they stand. */
export function takeLines(known: KnownText, most: number): Unchanged {
  const start = known.at;
  let count = 0;
  while (count < most && known.at < known.lines.length) {
    known.at = known.lines.indexOf(LINE_END, known.at) + 1;
    count += 1;
  }
  return { difference: "none", lines: known.lines.subarray(start, known.at), count };
}
