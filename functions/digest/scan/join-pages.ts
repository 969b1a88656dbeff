import { compareKeys } from "../key-order.ts";
import type { ListedObject } from "../ports.ts";
import { decodeEntry, type Entry, isDoubtful, matchStartOfLine } from "../snapshot/entry.ts";
import { splitLines } from "../snapshot/format/line-buffer.ts";
import { type Changed, compareSides } from "./join.ts";

/** Consecutive entries whose stories did not change: their lines exactly as in the part. */
export interface Unchanged {
  readonly difference: "none";
  readonly lines: Buffer;
  readonly count: number;
}

/** The result for a stretch of keys: unchanged, or one key's difference. */
export type Step = Unchanged | Changed<Entry>;

/**
 * Joins the snapshot and the listing, both in the order of their keys: reads the snapshot as UTF-8 and the
 * listing in pages, and yields its findings page by page. A line that starts like that of an unchanged story
 * is passed on unparsed, so that such a story costs one comparison; only the others are decoded. Holds one
 * chunk and one page. Throws if the listing is out of order.
 */
export async function* joinPages(
  text: AsyncIterable<Buffer>,
  pages: AsyncIterable<readonly ListedObject[]>,
): AsyncGenerator<readonly Step[], void, undefined> {
  const known = openKnown(text);
  let last: string | undefined;
  try {
    for await (const page of pages) {
      yield await joinPage(known, { page, last });
      last = page.at(-1)?.key ?? last;
    }
    while (await known.fill()) {
      yield takeRemoved(known);
    }
  } finally {
    await known.close();
  }
}

const LINE_END = 0x0a;
const NO_LINES = Buffer.alloc(0);

/** The chunk of the snapshot being read; everything before `at` is done. */
interface KnownText {
  lines: Buffer;
  at: number;
  /** Reads on if the chunk is used up; returns whether anything is left. */
  fill(): Promise<boolean>;
  close(): Promise<void>;
}

function openKnown(text: AsyncIterable<Buffer>): KnownText {
  const chunks = text[Symbol.asyncIterator]();
  return {
    lines: NO_LINES,
    at: 0,
    async fill() {
      if (this.at < this.lines.length) {
        return true;
      }
      const { value, done } = await chunks.next();
      this.lines = done ? NO_LINES : value;
      this.at = 0;
      return this.lines.length > 0;
    },
    async close() {
      await chunks.return?.();
    },
  };
}

/** A page of the listing, and the last key before it. */
interface Listed {
  readonly page: readonly ListedObject[];
  readonly last: string | undefined;
}

async function joinPage(known: KnownText, listed: Listed): Promise<readonly Step[]> {
  const steps: Step[] = [];
  let next = 0;
  while (next < listed.page.length) {
    const isKnown = await known.fill();
    next = isKnown ? joinChunk(known, listed, next, steps) : addRest(listed, next, steps);
  }
  return steps;
}

/** Joins until the chunk or page is used up; returns how far the page was read. */
function joinChunk(known: KnownText, listed: Listed, from: number, steps: Step[]): number {
  let next = from;
  while (known.at < known.lines.length) {
    next += takeUnchanged(known, listed.page, next, steps);
    const object = listed.page[next];
    if (object === undefined || known.at === known.lines.length) {
      return next;
    }
    checkOrder(listed, next);
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
  return found.difference === "same" ? { difference: "none", lines: line, count: 1 } : found;
}

function addRest(listed: Listed, from: number, steps: Step[]): number {
  const { page } = listed;
  for (const [index, object] of page.entries()) {
    if (index >= from) {
      checkOrder(listed, index);
      steps.push({ difference: "added", listed: object });
    }
  }
  return page.length;
}

function takeRemoved(known: KnownText): readonly Step[] {
  const lines = splitLines(known.lines.subarray(known.at));
  known.at = known.lines.length;
  return lines.map((line) => ({ difference: "removed", before: decodeEntry(line) }));
}

/**
 * Keys out of order would be reported as removed and added. Those that match the part share its order and need
 * no check.
 */
function checkOrder({ page, last }: Listed, index: number): void {
  const key = page[index]?.key ?? "";
  const before = index === 0 ? last : page[index - 1]?.key;
  if (before !== undefined && compareKeys(before, key) >= 0) {
    throw new Error(
      `cannot join the listing: key ${JSON.stringify(key)} came after ${JSON.stringify(before)}, keys must ascend in UTF-8 byte order`,
    );
  }
}
