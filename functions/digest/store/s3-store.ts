import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { ByteRange, ObjectStore, StoredObject, WriteCondition, WriteResult } from "../ports.ts";
import { followClock } from "./s3-clock.ts";
import { createDirectReads, type DirectAnswer, type DirectReads } from "./s3-direct-read.ts";
import { isMissingBucket, type S3Attempt, s3Error, s3Place, statusOf } from "./s3-errors.ts";
import { listPages, listUnreadPages } from "./s3-listing.ts";

/** A response whose body breaks off is requested again; the SDK's own retries end with the headers. */
const READ_ATTEMPTS = 3;

/** A bucket in S3, or in any store with the same protocol. */
export function createS3Store(client: S3Client, bucket: string): ObjectStore {
  if (/--xa?-s3$/.test(bucket)) {
    throw new Error(
      `cannot use s3://${bucket}: a directory bucket lists its keys unsorted: use a general purpose bucket`,
    );
  }
  const explained = async <T>(attempt: S3Attempt, key: string, answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (cause) {
      throw s3Error(attempt, s3Place(bucket, key), cause);
    }
  };
  const direct = createDirectReads(client);
  return {
    bucket,
    list: (range) => listPages(client, bucket, range),
    listUnread: (range) => listUnreadPages(client, bucket, range),
    read: (key, range) =>
      explained("read", key, readObject(client, { Bucket: bucket, Key: key }, range, direct)),
    write: (key, bytes, condition, contentType) => {
      const object = {
        Bucket: bucket,
        Key: key,
        Body: bytes,
        ...(contentType && { ContentType: contentType }),
      };
      return explained("write", key, writeObject(client, object, condition));
    },
    tag: (key, tags) => explained("tag", key, tagObject(client, { Bucket: bucket, Key: key }, tags)),
    now: followClock(client, bucket),
  };
}

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

async function readObject(
  client: S3Client,
  place: Place,
  range: ByteRange | undefined,
  direct: DirectReads,
): Promise<StoredObject | undefined> {
  try {
    if (range?.length === 0) {
      return await lookAt(client, place);
    }
    const answer = range && (await direct.read(place.Key, rangeHeader(range)));
    return answer === undefined ? await readBySdk(client, place, range, direct) : storedObject(answer, range);
  } catch (error) {
    if (statusOf(error) === 416) {
      return lookAt(client, place);
    }
    if (statusOf(error) === 404 && !isMissingBucket(error)) {
      return undefined;
    }
    throw error;
  }
}

/** The result for an object without any byte in the range. */
async function lookAt(client: S3Client, place: Place): Promise<StoredObject> {
  const answer = await client.send(new HeadObjectCommand(place));
  return { bytes: new Uint8Array(), etag: unquoteEtag(answer.ETag), size: answer.ContentLength ?? 0 };
}

async function readBySdk(
  client: S3Client,
  place: Place,
  range: ByteRange | undefined,
  direct: DirectReads,
): Promise<StoredObject> {
  const command = new GetObjectCommand(range === undefined ? place : { ...place, Range: rangeHeader(range) });
  direct.learn(command);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await client.send(command);
    try {
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      return storedObject({ ...answer, bytes }, range);
    } catch (error) {
      if (attempt === READ_ATTEMPTS) {
        throw error;
      }
    }
  }
}

function rangeHeader({ offset, length }: ByteRange): string {
  return `bytes=${offset}-${offset + length - 1}`;
}

function storedObject(answer: DirectAnswer, range: ByteRange | undefined): StoredObject {
  const etag = unquoteEtag(answer.ETag);
  const contentType = answer.ContentType;
  const total = /\/(\d+)$/.exec(answer.ContentRange ?? "")?.[1];
  if (total !== undefined) {
    return { bytes: answer.bytes, etag, size: Number(total), contentType };
  }
  // Without Content-Range this is the whole object: no range was requested, or the store does not support ranges.
  const size = answer.bytes.length;
  const bytes =
    range === undefined ? answer.bytes : answer.bytes.subarray(range.offset, range.offset + range.length);
  return { bytes, etag, size, contentType };
}

async function writeObject(
  client: S3Client,
  object: Place & { readonly Body: Uint8Array; readonly ContentType?: string },
  condition: WriteCondition | undefined,
): Promise<WriteResult> {
  try {
    const answer = await client.send(new PutObjectCommand({ ...object, ...conditionHeaders(condition) }));
    return { outcome: "written", etag: unquoteEtag(answer.ETag) };
  } catch (error) {
    if (condition === undefined) {
      throw error;
    }
    const status = statusOf(error);
    const isGone = status === 404 && !isMissingBucket(error);
    if (status === 412 || isGone) {
      return { outcome: "refused" };
    }
    if (status === 409) {
      return { outcome: "conflict" };
    }
    throw error;
  }
}

function conditionHeaders(condition: WriteCondition | undefined): { IfNoneMatch?: "*"; IfMatch?: string } {
  if (condition === undefined) {
    return {};
  }
  return "etag" in condition ? { IfMatch: `"${condition.etag}"` } : { IfNoneMatch: "*" };
}

async function tagObject(
  client: S3Client,
  place: Place,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const TagSet = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await client.send(new PutObjectTaggingCommand({ ...place, Tagging: { TagSet } }));
}

/** An ETag without its quotes; empty if there is none. */
function unquoteEtag(etag: string | undefined): string {
  return (etag ?? "").replaceAll('"', "");
}
