import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { createS3Client } from "../../../../functions/digest/store/s3-client.ts";
import { createS3Store } from "../../../../functions/digest/store/s3-store.ts";
import { startS3Server } from "../../../../local/s3/s3-server.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { errorAnswer, type Script, scriptedS3 } from "../../../support/scripted-s3.ts";

const RANGE = { offset: 0, length: 3 };
const text = (stored: { readonly bytes: Uint8Array } | undefined) =>
  stored && Buffer.from(stored.bytes).toString();

/** Whether the SDK's own middleware sent a request: only its retries have a number. */
const isOfSdk: (headers: NodeJS.Dict<string | string[]>) => boolean = (headers) =>
  headers["amz-sdk-request"] !== undefined;

const answer: Script = (_, response) => {
  response.writeHead(206, { etag: '"v1"', "content-range": "bytes 0-2/9", "content-type": "text/plain" });
  response.end("abc");
};

it("repeats the SDK's first read of a bucket for other keys, signed for each", async () => {
  const seen: { url: string; signed: string; bySdk: boolean; range: unknown }[] = [];
  const client = await scriptedS3((request, response, count) => {
    const { authorization = "", range } = request.headers;
    seen.push({ url: request.url ?? "", signed: authorization, bySdk: isOfSdk(request.headers), range });
    answer(request, response, count);
  });
  const store = createS3Store(client, "corpus");
  const first = await store.read("a/first.txt", RANGE);
  const second = await store.read("a/sécond (1)!.txt", { offset: 3, length: 3 });
  expect(second).toEqual(first);
  expect(second).toEqual({
    bytes: Uint8Array.from([97, 98, 99]),
    etag: "v1",
    size: 9,
    contentType: "text/plain",
  });
  expect(seen.map(({ bySdk, range }) => [bySdk, range])).toEqual([
    [true, "bytes=0-2"],
    [false, "bytes=3-5"],
  ]);
  expect(seen[1]?.url).toBe("/corpus/a/s%C3%A9cond%20%281%29%21.txt?x-id=GetObject");
  expect(seen.every(({ signed }) => signed.startsWith("AWS4-HMAC-SHA256 "))).toBe(true);
  expect(seen[0]?.signed).not.toBe(seen[1]?.signed);
});

const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

/** The signature that AWS computes for a request as it arrived (Signature Version 4 for S3, which escapes no path twice). */
function signatureOf({ method = "", url = "", headers }: IncomingMessage, secret: string): string {
  const [, scope = "", signedHeaders = ""] =
    /Credential=[^/]+\/(\S+), SignedHeaders=([^,]+),/.exec(headers.authorization ?? "") ?? [];
  const [path, query = ""] = url.split("?");
  const canonical = [
    method,
    path,
    query.split("&").toSorted().join("&"),
    ...signedHeaders.split(";").map((name) => `${name}:${headers[name]}`),
    "",
    signedHeaders,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const digest = createHash("sha256").update(canonical).digest("hex");
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, digest].join("\n");
  const key = scope
    .split("/")
    .reduce<string | Buffer>((secretKey, part) => hmac(secretKey, part), `AWS4${secret}`);
  return createHmac("sha256", key).update(toSign).digest("hex");
}

it("signs every key as AWS computes the signature", async () => {
  const signed: (readonly [own: string | undefined, computed: string])[] = [];
  const client = await scriptedS3((request, response, count) => {
    const own = /Signature=(\w+)/.exec(request.headers.authorization ?? "")?.[1];
    signed.push([own, signatureOf(request, "local")]);
    answer(request, response, count);
  });
  const store = createS3Store(client, "corpus");
  for (const key of [
    "first",
    "a b+c&d=e.txt",
    "x/%2F/ü.md",
    "'(*)'!.txt",
    "x//y",
    "日本/語.txt",
    "a?b#c",
    "~_-.",
  ]) {
    await store.read(key, RANGE);
  }
  expect(signed).toHaveLength(8);
  expect(signed.map(([own]) => own)).toEqual(signed.map(([, computed]) => computed));
});

it("reads an object whole by the SDK, which checks it", async () => {
  const bySdk: boolean[] = [];
  const client = await scriptedS3((request, response, count) => {
    bySdk.push(isOfSdk(request.headers));
    answer(request, response, count);
  });
  const store = createS3Store(client, "corpus");
  await store.read("a", RANGE);
  await store.read("b");
  expect(bySdk).toEqual([true, true]);
});

const FAULTS: Readonly<Record<string, Script>> = {
  "is busy": errorAnswer(503, "SlowDown"),
  "breaks off": (_, response) => {
    response.writeHead(206, { "content-length": "3" });
    response.write("a");
    setTimeout(() => response.destroy(), 10);
  },
  "hangs up": (_, response) => response.destroy(),
};

it.each(Object.entries(FAULTS))("asks the SDK again if the store %s", async (_, fault) => {
  const bySdk: boolean[] = [];
  const client = await scriptedS3((request, response, count) => {
    bySdk.push(isOfSdk(request.headers));
    (count === 2 ? fault : answer)(request, response, count);
  });
  const store = createS3Store(client, "corpus");
  await store.read("a", RANGE);
  expect(text(await store.read("b", RANGE))).toBe("abc");
  expect(bySdk).toEqual([true, false, true]);
});

it("tells of what is denied as the SDK does", async () => {
  const client = await scriptedS3((request, response, count) =>
    (count === 1 ? answer : errorAnswer(403, "AccessDenied"))(request, response, count),
  );
  const store = createS3Store(client, "corpus");
  await store.read("a", RANGE);
  await expect(store.read("b", RANGE)).rejects.toThrow(
    "cannot read s3://corpus/b: access denied (403 AccessDenied): allow s3:GetObject on the key",
  );
});

it("gives back every key and range that the SDK does", async () => {
  const memory = createMemoryStore({ bucket: "corpus" });
  const server = await startS3Server([memory]);
  const client = createS3Client({ endpoint: server.url });
  onTestFinished(() => {
    client.destroy();
    return server.close();
  });
  const store = createS3Store(client, "corpus");
  const keys = ["a b+c&d=e.txt", "x/%2F/ü.md", "'(*)'!.txt", "x//y", "日本/語.txt", "a?b#c"];
  for (const key of keys) {
    await memory.write(key, Buffer.from(key));
  }
  for (const key of keys) {
    expect(text(await store.read(key, { offset: 0, length: 1_000 }))).toBe(key);
    expect(text(await store.read(key, { offset: 1, length: 2 }))).toBe(
      Buffer.from(key).subarray(1, 3).toString(),
    );
  }
  expect(await store.read("missing", RANGE)).toBeUndefined();
  expect(text(await store.read("x//y", { offset: 100, length: 1 }))).toBe("");
});
