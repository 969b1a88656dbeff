import { isAscii } from "node:buffer";
import { END_OF_OBJECT } from "./s3-page-scanner.ts";
import { BrokenListingError } from "./xml-cursor.ts";

/** Longer strings go straight to V8's old generation. */
const TEXT_BYTES = 64 * 1024;

/**
 * The text of a document in order, in pieces that end with an object or with the document, so that no string is as long
 * as a page. Throws {@link BrokenListingError} if it is not UTF-8.
 */
export function* textsOf(document: readonly Buffer[]): Generator<string, void, undefined> {
  let rest: Buffer[] = [];
  for (const chunk of document.flatMap(shorter)) {
    const first = endOf(chunk.indexOf(END_OF_OBJECT));
    const last = endOf(chunk.lastIndexOf(END_OF_OBJECT));
    if (last > 0) {
      // Only the object that spans two chunks is assembled, so that no whole chunk is copied for it.
      yield decode([...rest, chunk.subarray(0, first)]);
      yield decode([chunk.subarray(first, last)]);
      rest = [];
    }
    rest.push(chunk.subarray(last));
  }
  yield decode(rest);
}

function shorter(chunk: Buffer): readonly Buffer[] {
  const count = Math.ceil(chunk.length / TEXT_BYTES);
  return count <= 1
    ? [chunk]
    : Array.from({ length: count }, (_, i) => chunk.subarray(i * TEXT_BYTES, (i + 1) * TEXT_BYTES));
}

/** The end of the text found at this place, or 0 if it was not found. */
function endOf(place: number): number {
  return place < 0 ? 0 : place + END_OF_OBJECT.length;
}

/**
 * A piece ends where an object does, so no character is cut. A page with encoded keys is nearly always ASCII;
 * then nothing is copied outside the heap, where every byte hastens the next garbage collection.
 */
function decode(chunks: readonly Buffer[]): string {
  if (chunks.every(isAscii)) {
    return chunks.map((chunk) => chunk.toString("latin1")).join("");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new BrokenListingError("the listing is not UTF-8", { cause });
  }
}
