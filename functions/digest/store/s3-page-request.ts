import type { Readable } from "node:stream";
import type { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { createPageScanner, type ListedPage } from "./s3-page-scanner.ts";
import { textsOf } from "./s3-page-text.ts";
import { openUnreadPage, type UnreadAnswer } from "./s3-unread-page.ts";
import { BrokenListingError } from "./xml-cursor.ts";

/** What the SDK's own parser sees of a page that has already been read. */
const NOTHING = Buffer.from("<ListBucketResult/>");

/** Bytes of a page; one with 1,000 keys of 1,024 characters, all encoded, stays below this. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;

/**
 * Sends a listing request through the SDK, which resolves endpoint and credentials, signs, times out and
 * retries, but reads the response with our own scanner instead of the SDK's parser. A truncated or broken
 * response counts as none and is retried; `read` tells what is broken. One request.
 */
export async function requestPage<Page>(
  client: S3Client,
  command: ListObjectsV2Command,
  read: (body: unknown) => Promise<Page>,
): Promise<Page> {
  let page: Page | undefined;
  command.middlewareStack.add(
    (next) => async (request) => {
      const result = await next(request);
      const { response } = result;
      if (isAnswer(response) && response.statusCode === 200) {
        page = await read(response.body);
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
 * Collects a page as it arrives, then reads it in one go, so that objects are created only once the page is complete:
 * objects of pages still arriving would survive one garbage collection after another.
 */
export async function readPage(body: unknown): Promise<ListedPage> {
  return scanChunks(await fetchChunks(body));
}

/** The same, of which the objects are not read if its form allows that. */
export async function readUnreadPage(body: unknown): Promise<UnreadAnswer> {
  const chunks = await fetchChunks(body);
  return openUnreadPage(chunks) ?? scanChunks(chunks);
}

function scanChunks(chunks: readonly Buffer[]): ListedPage {
  const scanner = createPageScanner();
  for (const text of textsOf(chunks)) {
    scanner.add(text);
  }
  return scanner.finish();
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

function isReadable(body: unknown): body is Readable {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}
