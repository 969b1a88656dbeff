import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import type { LocalServer } from "../../../local/http-server.ts";
import { startS3Server } from "../../../local/s3/s3-server.ts";
import { createMemoryStore } from "../../../local/stores/memory-store.ts";

const Bucket = "stories";
let server: LocalServer;
let client: S3Client;

beforeEach(async () => {
  server = await startS3Server([createMemoryStore({ bucket: Bucket })]);
  client = new S3Client({ endpoint: server.url, maxAttempts: 1 });
  for (const Key of ["a/1", "a/2", "b/1", "c", "d e+f/\u0001"]) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  }
});

afterEach(async () => {
  client.destroy();
  await server.close();
});

function raw(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${server.url}${path}`, init);
}

it("lists with a delimiter, common prefixes counting as keys, from page to page", async () => {
  const rows: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket, Delimiter: "/", MaxKeys: 1, ContinuationToken }),
    );
    expect(page.KeyCount).toBe(1);
    rows.push(page.CommonPrefixes?.[0]?.Prefix ?? page.Contents?.[0]?.Key);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  expect(rows).toEqual(["a/", "b/", "c", "d e+f/"]);
});

it("encodes keys of a listing as a web form does, when it is asked to", async () => {
  const command = new ListObjectsV2Command({ Bucket, Prefix: "d ", EncodingType: "url" });
  const page = await client.send(command);
  expect(page.Contents?.map(({ Key }) => Key)).toEqual(["d+e%2Bf/%01"]);
  expect(page).toMatchObject({ Prefix: "d+", EncodingType: "url", KeyCount: 1, IsTruncated: false });
});

it("gives back the media type of an object, and none of its own to one without", async () => {
  const typed = { Bucket, Key: "e/page", ContentType: "text/html; charset=utf-8" };
  await client.send(new PutObjectCommand({ ...typed, Body: "<p>Text" }));
  for (const [Key, ContentType] of [
    ["e/page", typed.ContentType],
    ["a/1", "application/octet-stream"],
  ]) {
    expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({ ContentType });
    expect(await client.send(new GetObjectCommand({ Bucket, Key }))).toMatchObject({ ContentType });
  }
  await client.send(new DeleteObjectCommand({ Bucket, Key: "e/page" }));
});

it("says that no more follows a last page that is full", async () => {
  const page = await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 5 }));
  expect(page).toMatchObject({ KeyCount: 5, IsTruncated: false });
  const none = await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 0 }));
  expect(none).toMatchObject({ KeyCount: 0, IsTruncated: false });
});

it("describes an object without sending it", async () => {
  const head = await client.send(new HeadObjectCommand({ Bucket, Key: "c" }));
  const got = await client.send(new GetObjectCommand({ Bucket, Key: "c" }));
  expect(head).toMatchObject({ ContentLength: 1, ETag: got.ETag });
  await client.send(new HeadBucketCommand({ Bucket }));
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: "nope" }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 404 },
  });
  await expect(client.send(new HeadBucketCommand({ Bucket: "nope" }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 404 },
  });
});

it("deletes an object, also one that is not there", async () => {
  await client.send(new PutObjectCommand({ Bucket, Key: "z", Body: "z" }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: "z" }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: "z" }));
  await expect(client.send(new GetObjectCommand({ Bucket, Key: "z" }))).rejects.toThrow(/no object/);
});

it.each([
  ["bytes=2-4", 206, "234", "bytes 2-4/10"],
  ["bytes=7-", 206, "789", "bytes 7-9/10"],
  ["bytes=-2", 206, "89", "bytes 8-9/10"],
  ["bytes=-20", 206, "0123456789", "bytes 0-9/10"],
  ["bytes=5-99", 206, "56789", "bytes 5-9/10"],
  ["bytes=4-2", 200, "0123456789", null],
  ["bytes=0-1,4-5", 200, "0123456789", null],
  ["lines=1-2", 200, "0123456789", null],
])("answers the range %s with %i", async (range, status, text, contentRange) => {
  await client.send(new PutObjectCommand({ Bucket, Key: "range/digits", Body: "0123456789" }));
  const answer = await raw(`/${Bucket}/range/digits`, { headers: { range } });
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe(text);
  expect(answer.headers.get("content-range")).toBe(contentRange);
});

it.each(["bytes=10-", "bytes=10-12", "bytes=-0"])("cannot satisfy the range %s", async (range) => {
  await client.send(new PutObjectCommand({ Bucket, Key: "range/digits", Body: "0123456789" }));
  const answer = await raw(`/${Bucket}/range/digits`, { headers: { range } });
  expect(answer.status).toBe(416);
  expect(answer.headers.get("content-range")).toBe("bytes */10");
  expect(await answer.text()).toContain("<Code>InvalidRange</Code>");
});

it("takes a stream that the SDK sends in chunks with a checksum at its end", async () => {
  const Body = Readable.from([Buffer.from("first "), Buffer.from("second")]);
  await client.send(new PutObjectCommand({ Bucket, Key: "stream", Body, ContentLength: 12 }));
  const got = await client.send(new GetObjectCommand({ Bucket, Key: "stream" }));
  expect(await got.Body?.transformToString()).toBe("first second");
});

it("takes a body of several megabytes", async () => {
  const Body = Buffer.alloc(5_000_000, "news ");
  await client.send(new PutObjectCommand({ Bucket, Key: "large", Body }));
  const got = await client.send(new GetObjectCommand({ Bucket, Key: "large" }));
  expect(Body.equals(Buffer.from((await got.Body?.transformToByteArray()) ?? []))).toBe(true);
});

it.each([
  ["x-amz-checksum-crc32", "AAAAAA==", "BadDigest"],
  ["x-amz-checksum-sha256", "AAAA", "BadDigest"],
  ["x-amz-checksum-sha1", "AAAA", "BadDigest"],
  ["content-md5", "AAAA", "BadDigest"],
  ["x-amz-checksum-crc32c", "AAAAAA==", "NotImplemented"],
  ["x-amz-content-sha256", "0".repeat(64), "XAmzContentSHA256Mismatch"],
  ["x-amz-decoded-content-length", "3", "IncompleteBody"],
  ["x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "IncompleteBody"],
])("stores nothing when %s is %s: %s", async (name, value, code) => {
  const answer = await raw(`/${Bucket}/checked`, {
    method: "PUT",
    body: "text",
    headers: { [name]: value },
  });
  expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  expect((await raw(`/${Bucket}/checked`)).status).toBe(404);
});

it.each([
  [
    "a listing of the first version",
    () => client.send(new ListObjectsCommand({ Bucket })),
    "Only ListObjectsV2",
  ],
  [
    "a copy",
    () => client.send(new CopyObjectCommand({ Bucket, Key: "copy", CopySource: "stories/c" })),
    "x-amz-copy-source",
  ],
  [
    "a read with a condition",
    () => client.send(new GetObjectCommand({ Bucket, Key: "c", IfMatch: "x" })),
    "if-match",
  ],
  [
    "tags with a write",
    () => client.send(new PutObjectCommand({ Bucket, Key: "t", Body: "t", Tagging: "a=b" })),
    "x-amz-tagging",
  ],
  ["a version", () => client.send(new GetObjectCommand({ Bucket, Key: "c", VersionId: "1" })), "versionId"],
  [
    "a create by etag",
    () => client.send(new PutObjectCommand({ Bucket, Key: "c", Body: "c", IfNoneMatch: '"x"' })),
    "If-None-Match: \\*",
  ],
])("does not ignore what it does not know: %s", async (_, send, detail) => {
  await expect(send()).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringMatching(detail),
  });
});

it.each([
  ["11 tags", Array.from({ length: 11 }, (_, i) => ({ Key: `k${i}`, Value: "" })), "InvalidTag"],
  ["a name twice", ["a", "a"].map((Key) => ({ Key, Value: "" })), "InvalidTag"],
  ["a long name", [{ Key: "k".repeat(129), Value: "" }], "InvalidTag"],
  ["a long value", [{ Key: "k", Value: "v".repeat(257) }], "InvalidTag"],
])("refuses %s", async (_, TagSet, name) => {
  const command = new PutObjectTaggingCommand({ Bucket, Key: "c", Tagging: { TagSet } });
  await expect(client.send(command)).rejects.toMatchObject({ name });
});

it("keeps tags with markup and line breaks", async () => {
  const TagSet = [{ Key: "<a&b>", Value: "'\"\n&#65;" }];
  await client.send(new PutObjectTaggingCommand({ Bucket, Key: "c", Tagging: { TagSet } }));
  const answer = await client.send(new GetObjectTaggingCommand({ Bucket, Key: "c" }));
  expect(answer.TagSet).toEqual(TagSet);
});

it.each([
  ["GET", "/", 501, "NotImplemented"],
  ["PUT", "/new-bucket", 501, "NotImplemented"],
  ["GET", "/stories/%ff", 400, "InvalidURI"],
  ["PUT", `/stories/${"k".repeat(1025)}`, 400, "KeyTooLongError"],
  ["GET", "/stories?list-type=2&max-keys=many", 400, "InvalidArgument"],
  ["GET", "/stories?list-type=2&encoding-type=base64", 400, "InvalidArgument"],
  ["GET", "/stories?list-type=2&continuation-token=%21", 400, "InvalidArgument"],
  ["PUT", "/stories/c?tagging", 400, "MalformedXML"],
])("answers %s %s with %i %s", async (method, path, status, code) => {
  const answer = await raw(path, { method });
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(`<Code>${code}</Code>`);
});

it("forgets a body whose sender went away", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("half a st"));
      controller.error(new Error("gone"));
    },
  });
  const sent = raw(`/${Bucket}/half`, { method: "PUT", body, duplex: "half" });
  await expect(sent).rejects.toThrow();
  expect((await raw(`/${Bucket}/half`)).status).toBe(404);
});

it("fails as S3 does when the disk is full, so that an SDK tries again and tells it", async () => {
  const store = createMemoryStore({ bucket: Bucket });
  const full = await startS3Server([
    {
      ...store,
      async write() {
        throw new Error("ENOSPC: no space left on device, write");
      },
    },
  ]);
  onTestFinished(full.close);
  const answer = await fetch(`${full.url}/${Bucket}/a`, { method: "PUT", body: "a" });
  expect(answer.status).toBe(500);
  expect(await answer.text()).toMatch(/<Code>InternalError<\/Code>.*ENOSPC/);
});
