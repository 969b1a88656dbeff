import { isAscii } from "node:buffer";
import type { Readable } from "node:stream";
import type { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { createPageScanner, END_OF_OBJECT, type ListedPage } from "./s3-page-scanner.ts";
import { BrokenListingError } from "./xml-cursor.ts";

/** What the SDK's own parser sees of a page that has already been read. */
const NOTHING = Buffer.from("<ListBucketResult/>");

/** Bytes of a page; one with 1,000 keys of 1,024 characters, all encoded, stays below this. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;

/**
 * Sends a listing request through the SDK, which resolves endpoint and credentials, signs, times out and
 * retries, but reads the response with our own scanner instead of the SDK's parser. A truncated or broken
 * response counts as none and is retried. One request.
 */
export async function requestPage(client: S3Client, command: ListObjectsV2Command): Promise<ListedPage> {
  let page: ListedPage | undefined;
  command.middlewareStack.add(
    (next) => async (request) => {
      const result = await next(request);
      const { response } = result;
      if (isAnswer(response) && response.statusCode === 200) {
        page = await readPage(response.body);
        response.body = NOTHING;
      }
      return result;
    },
    // After the SDK's own deserializer, within its retries.
    { step: "deserialize", priority: "low", name: "scanPage" },
  );
  await client.send(command);
  if (page === undefined) {
    throw new BrokenListingError("the listing has no body");
  }
  return page;
}

interface Answer {
  readonly statusCode: number;
  body: unknown;
}

function isAnswer(response: unknown): response is Answer {
  return typeof response === "object" && response !== null && "statusCode" in response && "body" in response;
}

/**
 * Collects a page as it arrives, then reads it in one go, piece by piece, so that no string is as long as a
 * page and objects are created only once the page is complete: objects of pages still arriving would survive
 * one garbage collection after another.
 */
async function readPage(body: unknown): Promise<ListedPage> {
  const scanner = createPageScanner();
  let rest: Buffer[] = [];
  for (const chunk of await fetchChunks(body)) {
    const first = endOf(chunk.indexOf(END_OF_OBJECT));
    const last = endOf(chunk.lastIndexOf(END_OF_OBJECT));
    if (last > 0) {
      // Only the object that spans two chunks is assembled, so that no whole chunk is copied for it.
      scanner.add(decode([...rest, chunk.subarray(0, first)]));
      scanner.add(decode([chunk.subarray(first, last)]));
      rest = [];
    }
    rest.push(chunk.subarray(last));
  }
  scanner.add(decode(rest));
  return scanner.finish();
}

/** The end of the text found at this place, or 0 if it was not found. */
function endOf(place: number): number {
  return place < 0 ? 0 : place + END_OF_OBJECT.length;
}

async function fetchChunks(body: unknown): Promise<readonly Buffer[]> {
  if (!isReadable(body)) {
    throw new BrokenListingError("the listing has no body");
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_PAGE_BYTES) {
      throw new BrokenListingError(`the listing has more than ${MAX_PAGE_BYTES} bytes`);
    }
  }
  return chunks;
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

function isReadable(body: unknown): body is Readable {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}
