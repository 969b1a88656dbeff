import { isAscii } from "node:buffer";
import type { Readable } from "node:stream";
import type { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { createPageScanner, END_OF_OBJECT, type ListedPage } from "./s3-page-scanner.ts";
import { BrokenListingError } from "./xml-cursor.ts";

/** What the SDK's own parser gets to see of a page that was read already. */
const NOTHING = Buffer.from("<ListBucketResult/>");

/** Bytes of a page; one of 1,000 keys with 1,024 characters each, all of them encoded, stays below. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;

/**
 * Sends a listing request through the SDK, which resolves endpoint and credentials, signs, times out and tries again,
 * and reads the answer with our own scanner in place of the SDK's parser. An answer that is cut off or broken counts
 * as no answer, and is asked for again. One request.
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
    // Behind the SDK's own deserializer, within its retries.
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
 * Fetches a page as it comes and reads it in one go, piece by piece, so that no text is as long as a page and the objects
 * of a page are made only when it is their turn: those of pages that are still coming would survive one garbage
 * collection after the other.
 */
async function readPage(body: unknown): Promise<ListedPage> {
  const scanner = createPageScanner();
  let rest: Buffer[] = [];
  for (const chunk of await fetchChunks(body)) {
    const first = endOf(chunk.indexOf(END_OF_OBJECT));
    const last = endOf(chunk.lastIndexOf(END_OF_OBJECT));
    if (last > 0) {
      // The object that goes over the cut is put together alone, so that a chunk is not copied for its sake.
      scanner.add(decode([...rest, chunk.subarray(0, first)]));
      scanner.add(decode([chunk.subarray(first, last)]));
      rest = [];
    }
    rest.push(chunk.subarray(last));
  }
  scanner.add(decode(rest));
  return scanner.finish();
}

/** Where the text ends that was found at this place, 0 where it was not. */
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
 * A piece ends where an object does, so no character is cut. Keys are encoded and a page is ASCII, nearly always; then
 * nothing is copied outside the heap, where each byte hastens the next garbage collection.
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
