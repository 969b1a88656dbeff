import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { compareKeys, outOfOrder } from "../key-order.ts";
import type { KeyRange, ListedObject, UnreadPage } from "../ports.ts";
import { pageOfObjects } from "./object-page.ts";
import { s3Error, s3Place } from "./s3-errors.ts";
import { readPage, readUnreadPage, requestPage } from "./s3-page-request.ts";
import type { ListedPage } from "./s3-page-scanner.ts";

type Page = readonly ListedObject[];

/**
 * Pages of a range, one request each; stops at the page that passes `upTo`. Throws if a response would drop
 * keys: truncated without a token, or out of UTF-8 byte order.
 */
export async function* listPages(client: S3Client, bucket: string, range: KeyRange): AsyncGenerator<Page> {
  let last = range.after;
  let token: string | undefined;
  do {
    const answer = await fetchPage(client, bucket, { ...range, token }, readPage);
    checkOrder(bucket, answer.objects, last);
    last = answer.objects.at(-1)?.key ?? last;
    const kept = upTo(answer.objects, range.upTo);
    yield kept;
    token = kept.length < answer.objects.length ? undefined : nextToken(bucket, answer);
  } while (token !== undefined);
}

/**
 * The pages of a range, unread where their form allows it; one request each, none is empty. Throws if an answer is
 * truncated without a token; whoever reads the objects must check their order.
 */
export async function* listUnreadPages(
  client: S3Client,
  bucket: string,
  range: Omit<KeyRange, "upTo">,
): AsyncGenerator<UnreadPage> {
  let token: string | undefined;
  do {
    const answer = await fetchPage(client, bucket, { ...range, token }, readUnreadPage);
    if ("unread" in answer) {
      yield answer.unread;
    } else if (answer.objects.length > 0) {
      yield pageOfObjects(answer.objects);
    }
    token = nextToken(bucket, answer);
  } while (token !== undefined);
}

interface PageRequest extends Omit<KeyRange, "upTo"> {
  readonly token: string | undefined;
}

async function fetchPage<Page>(
  client: S3Client,
  bucket: string,
  { prefix, after, token }: PageRequest,
  read: (body: unknown) => Promise<Page>,
): Promise<Page> {
  const command = new ListObjectsV2Command({
    Bucket: bucket,
    Prefix: prefix || undefined,
    EncodingType: "url",
    ...(token === undefined ? { StartAfter: after || undefined } : { ContinuationToken: token }),
  });
  try {
    return await requestPage(client, command, read);
  } catch (cause) {
    throw s3Error("list", s3Place(bucket, prefix), cause);
  }
}

function nextToken(
  bucket: string,
  answer: Pick<ListedPage, "isTruncated" | "nextToken">,
): string | undefined {
  if (answer.isTruncated && answer.nextToken === undefined) {
    throw new Error(
      `cannot list ${s3Place(bucket)}: a page says that more follows but has no token: the store violates ListObjectsV2`,
    );
  }
  return answer.isTruncated ? answer.nextToken : undefined;
}

function upTo(page: Page, bound: string | undefined): Page {
  if (bound === undefined) {
    return page;
  }
  const last = page.at(-1);
  if (last === undefined || compareKeys(last.key, bound) <= 0) {
    return page;
  }
  return page.slice(
    0,
    page.findIndex(({ key }) => compareKeys(key, bound) > 0),
  );
}

/** Whoever reads both a listing and another list counts on their order. */
function checkOrder(bucket: string, page: Page, before: string | undefined): void {
  const found = outOfOrder(page, before);
  if (found !== undefined) {
    throw new Error(
      `cannot list ${s3Place(bucket)}: its keys are not in UTF-8 byte order (${s3Place(bucket, found.key)}): use a general purpose bucket`,
    );
  }
}
