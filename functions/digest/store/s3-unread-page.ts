import { compareKeys } from "../key-order.ts";
import type { ListedObject, UnreadPage } from "../ports.ts";
import { giveBack } from "./give-back.ts";
import {
  createPageScanner,
  decodeKey,
  END_OF_OBJECT,
  type Envelope,
  type ListedPage,
  scanEnvelope,
} from "./s3-page-scanner.ts";
import { textsOf } from "./s3-page-text.ts";
import { BrokenListingError } from "./xml-cursor.ts";

const START_OF_OBJECT = "<Contents>";
const START_OF_KEY = "<Key>";
const END_OF_KEY = "</Key>";

/** An answer whose objects are not read yet. */
export interface UnreadObjects extends Pick<Envelope, "isTruncated" | "nextToken"> {
  readonly unread: UnreadPage;
}

/** A page, read or not. */
export type UnreadAnswer = UnreadObjects | ListedPage;

/**
 * A whole answer whose objects stay bytes until they are read; what surrounds them is checked at once. `undefined` for an
 * answer of another form than that of S3, which must be read as a whole. Throws {@link BrokenListingError} for one that
 * breaks off.
 */
export function openUnreadPage(chunks: readonly Buffer[]): UnreadObjects | undefined {
  const first = chunks[0]?.indexOf(START_OF_OBJECT) ?? -1;
  const last = (chunks.at(-1)?.lastIndexOf(END_OF_OBJECT) ?? -1) + END_OF_OBJECT.length;
  const spelled = lastKeyIn(chunks.at(-1));
  if (first < 0 || last < END_OF_OBJECT.length || spelled === undefined) {
    // An element that spans two chunks is rare.
    return chunks.length > 1 ? openUnreadPage([Buffer.concat(chunks)]) : undefined;
  }
  const around = [chunks[0]?.subarray(0, first) ?? "", chunks.at(-1)?.subarray(last) ?? ""];
  const envelope = scanEnvelope(around.map((bytes) => bytes.toString("utf8")).join(""));
  if (envelope === undefined || !/^[\w%+./~*()!'-]+$/.test(spelled)) {
    return undefined;
  }
  const { count, ...continuation } = envelope;
  const objects = chunks.map((chunk, index) =>
    chunk.subarray(index === 0 ? first : 0, index === chunks.length - 1 ? last : chunk.length),
  );
  const release = (): void => chunks.forEach(giveBack);
  return { ...continuation, unread: createUnreadPage(objects, { count, spelled, release }) };
}

/** The key of the last object as it stands there; `undefined` if the object does not begin in this chunk. */
function lastKeyIn(chunk: Buffer | undefined): string | undefined {
  const object = chunk?.lastIndexOf(START_OF_OBJECT) ?? -1;
  const start = object < 0 ? -1 : (chunk?.indexOf(START_OF_KEY, object) ?? -1);
  const end = start < 0 ? -1 : (chunk?.indexOf(END_OF_KEY, start) ?? -1);
  return end < 0 ? undefined : chunk?.toString("latin1", start + START_OF_KEY.length, end);
}

function createUnreadPage(
  objects: readonly Buffer[],
  { count, spelled, release }: { readonly count: number; readonly spelled: string; release(): void },
): UnreadPage {
  let chunks = objects;
  let isCounted = false;
  const end = chunks.reduce((length, chunk) => length + chunk.length, 0);
  const whole = (): Buffer => {
    const [first = Buffer.alloc(0), ...rest] = chunks;
    const joined = rest.length === 0 ? first : Buffer.concat(chunks);
    chunks = [joined];
    return joined;
  };
  const bytes = (from: number, to: number): readonly Buffer[] =>
    from === 0 && to === end ? chunks : [whole().subarray(from, to)];
  const checkCount = (found: number): void => {
    if (found < count) {
      throw new BrokenListingError(`the listing has ${found} of the keys that it counts (${count})`);
    }
    isCounted = true;
  };
  const read = (from: number, to: number): readonly ListedObject[] => {
    const found = readObjects(bytes(from, to));
    if (!isCounted) {
      checkCount(from === 0 && to === end ? found.length : countObjects(whole()));
    }
    return found;
  };
  return {
    count,
    end,
    last: decodeKey(spelled),
    lastSpelled: spelled,
    bytes,
    read,
    release() {
      release();
      chunks.forEach(giveBack);
      chunks = [];
    },
    placeAfter: (key) => endOfObject(whole(), whole().indexOf(`${START_OF_KEY}${key}${END_OF_KEY}`)),
    placeUpTo(key) {
      const within = read(0, end).filter((object) => compareKeys(object.key, key) <= 0).length;
      return placeOf(whole(), within);
    },
  };
}

/** Objects as they stand in an answer with encoded keys. */
function readObjects(objects: readonly Buffer[]): readonly ListedObject[] {
  const scanner = createPageScanner();
  scanner.add("<ListBucketResult><EncodingType>url</EncodingType>");
  for (const text of textsOf(objects)) {
    scanner.add(text);
  }
  scanner.add("</ListBucketResult>");
  return scanner.finish().objects;
}

function countObjects(objects: Buffer): number {
  let count = 0;
  for (let at = endOfObject(objects, 0); at !== undefined; at = endOfObject(objects, at)) {
    count += 1;
  }
  return count;
}

/** The place after this many objects. */
function placeOf(objects: Buffer, count: number): number {
  let place = 0;
  for (let index = 0; index < count; index += 1) {
    place = endOfObject(objects, place) ?? objects.length;
  }
  return place;
}

/** Where the next object ends from here on; `undefined` if none does, or if this is no place. */
function endOfObject(objects: Buffer, from: number): number | undefined {
  const at = from < 0 ? -1 : objects.indexOf(END_OF_OBJECT, from);
  return at < 0 ? undefined : at + END_OF_OBJECT.length;
}
