import type { ServerResponse } from "node:http";
import { S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { expect, it, onTestFinished } from "vitest";
import type { ObjectStore } from "../../../../functions/digest/ports.ts";
import { createS3Client } from "../../../../functions/digest/store/s3-client.ts";
import { createS3Store } from "../../../../functions/digest/store/s3-store.ts";
import { startS3Server } from "../../../../local/s3/s3-server.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { errorAnswer, type Script, scriptedS3 } from "../../../support/scripted-s3.ts";

const ANYTHING = new Uint8Array([1]);

async function storeThatAnswers(script: Script, attempts?: number): Promise<ObjectStore> {
  return createS3Store(await scriptedS3(script, attempts), "corpus");
}

function listAll(store: ObjectStore): Promise<unknown> {
  return Array.fromAsync(store.list({}));
}

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error : expect.fail("it did not fail");
}

function listing(response: ServerResponse, inside: string): void {
  response.end(`<?xml version="1.0"?><ListBucketResult>${inside}</ListBucketResult>`);
}

function contents(...keys: readonly string[]): string {
  return keys.map((key) => `<Contents><Key>${key}</Key><ETag>"1"</ETag><Size>1</Size></Contents>`).join("");
}

it.each(["corpus--euc1-az1--x-s3", "point--euc1-az1--xa-s3"])("refuses the directory bucket %s", (bucket) => {
  expect(() => createS3Store(createS3Client(), bucket)).toThrow(
    `cannot use s3://${bucket}: a directory bucket lists its keys unsorted: use a general purpose bucket`,
  );
});

it("says that the bucket is missing, and not the key", async () => {
  const server = await startS3Server([createMemoryStore({ bucket: "other" })]);
  const client = new S3Client({ endpoint: server.url });
  onTestFinished(() => {
    client.destroy();
    return server.close();
  });
  const store = createS3Store(client, "corpus");
  const missing = "the bucket does not exist (404 NoSuchBucket): check its name and the region";
  await expect(store.read("a")).rejects.toThrow(`cannot read s3://corpus/a: ${missing}`);
  await expect(store.write("a", ANYTHING, { etag: "1" })).rejects.toThrow(
    `cannot write s3://corpus/a: ${missing}`,
  );
  await expect(store.tag("a", {})).rejects.toThrow(`cannot tag s3://corpus/a: ${missing}`);
  await expect(listAll(store)).rejects.toThrow(`cannot list s3://corpus/: ${missing}`);
});

it.each([
  ["read", "s3:GetObject on the key, and s3:ListBucket", (store: ObjectStore) => store.read("a")],
  ["write", "s3:PutObject on the key", (store: ObjectStore) => store.write("a", ANYTHING)],
  ["tag", "s3:PutObjectTagging on the key", (store: ObjectStore) => store.tag("a", {})],
  ["list", "s3:ListBucket on the bucket", listAll],
])("names the permission that a %s needs", async (verb, permission, attempt) => {
  const error = await errorOf(attempt(await storeThatAnswers(errorAnswer(403, "AccessDenied"))));
  expect(error.message).toContain(`cannot ${verb} s3://corpus/`);
  expect(error.message).toContain(`access denied (403 AccessDenied): allow ${permission}`);
  expect(error.cause).toBeInstanceOf(S3ServiceException);
});

it.each([
  [503, "SlowDown", "S3 is busy or failing (503 SlowDown, 1 attempts): run again later"],
  [
    301,
    "PermanentRedirect",
    "the bucket is in another region (301 PermanentRedirect): set AWS_REGION to that region",
  ],
  [
    400,
    "ExpiredToken",
    "S3 answered 400 ExpiredToken (no): look up this code in S3's list of error responses",
  ],
])("explains the answer %i %s", async (status, code, explanation) => {
  const error = await errorOf((await storeThatAnswers(errorAnswer(status, code))).read("a"));
  expect(error.message).toBe(`cannot read s3://corpus/a: ${explanation}`);
});

it("asks again when it is throttled", async () => {
  const store = await storeThatAnswers((request, response, count) => {
    if (count === 1) {
      errorAnswer(503, "SlowDown")(request, response, count);
    } else {
      response.writeHead(200, { etag: '"7"' }).end("text");
    }
  }, 2);
  expect(await store.read("a")).toMatchObject({ etag: "7", size: 4 });
});

it("says that nobody answers", async () => {
  const client = new S3Client({ endpoint: "http://127.0.0.1:1", maxAttempts: 1 });
  const error = await errorOf(createS3Store(client, "corpus").read("a"));
  expect(error.message).toMatch(
    /^cannot read s3:\/\/corpus\/a: no complete response \(.*ECONNREFUSED.*\): check the network, the region and the endpoint$/,
  );
});

it("makes control and direction characters of a key visible in a message", async () => {
  const store = await storeThatAnswers(errorAnswer(403, "AccessDenied"));
  const error = await errorOf(store.read("a\nb\u202e📰"));
  expect(error.message).toContain("cannot read s3://corpus/a\\u{a}b\\u{202e}📰: ");
});

it("reports a write that met another one as a conflict", async () => {
  const store = await storeThatAnswers(errorAnswer(409, "ConditionalRequestConflict"));
  expect(await store.write("head.json", ANYTHING, { etag: "1" })).toEqual({ outcome: "conflict" });
});

it("asks again for a body that broke off", async () => {
  const store = await storeThatAnswers((_, response, count) => {
    response.writeHead(200, { etag: `"${count}"`, "content-length": 10 });
    if (count < 3) {
      response.write("01234");
      response.socket?.end();
    } else {
      response.end("0123456789");
    }
  });
  expect(await store.read("a")).toMatchObject({ etag: "3", size: 10 });
});

it("gives up on a body that breaks off every time", async () => {
  const store = await storeThatAnswers((_, response) => {
    response.writeHead(200, { etag: '"1"', "content-length": 10 });
    response.write("01234");
    response.socket?.end();
  });
  await expect(store.read("a")).rejects.toThrow(/cannot read s3:\/\/corpus\/a: no complete response/);
});

it("cuts the range itself when the store does not know ranges", async () => {
  const store = await storeThatAnswers((_, response) => {
    response.writeHead(200, { etag: '"1"' }).end("0123456789");
  });
  const stored = await store.read("a", { offset: 2, length: 3 });
  expect(new TextDecoder().decode(stored?.bytes)).toBe("234");
  expect(stored?.size).toBe(10);
});

it("stops at a page that says more follows but has no token", async () => {
  const store = await storeThatAnswers((_, response) => {
    listing(response, `<IsTruncated>true</IsTruncated>${contents("a")}`);
  });
  await expect(listAll(store)).rejects.toThrow(
    /cannot list s3:\/\/corpus\/: a page says that more follows but has no token/,
  );
});

it.each([
  ["within a page", contents("b", "a"), ""],
  ["from page to page", contents("b"), contents("a")],
  ["a key twice", contents("a"), contents("a")],
  ["UTF-16 order", contents("📰", "\uff21"), ""],
])("stops at keys out of order: %s", async (_, first, second) => {
  const store = await storeThatAnswers((__, response, count) => {
    const more = count === 1 && second !== "";
    const token = more ? "<NextContinuationToken>2</NextContinuationToken>" : "";
    listing(response, `<IsTruncated>${more}</IsTruncated>${token}${count === 1 ? first : second}`);
  });
  await expect(listAll(store)).rejects.toThrow(/its keys are not in UTF-8 byte order/);
});

it("takes keys as they are from a store that does not encode them", async () => {
  const store = await storeThatAnswers((_, response) => listing(response, contents("50%25+1")));
  expect(await listAll(store)).toMatchObject([[{ key: "50%25+1" }]]);
});

it("asks for no page behind the end of the range", async () => {
  let pages = 0;
  const store = await storeThatAnswers((_, response) => {
    pages += 1;
    const token = "<NextContinuationToken>2</NextContinuationToken>";
    listing(response, `<IsTruncated>true</IsTruncated>${token}${contents("a", "b", "c")}`);
  });
  const found = await Array.fromAsync(store.list({ upTo: "b" }));
  expect(found.flat().map(({ key }) => key)).toEqual(["a", "b"]);
  expect(pages).toBe(1);
});

it("reports S3's time, not the local clock's, even from error responses", async () => {
  const store = await storeThatAnswers((request, response, count) => {
    response.setHeader("date", "Tue, 01 Jan 2030 00:00:00 GMT");
    errorAnswer(412, "PreconditionFailed")(request, response, count);
  });
  expect(() => store.now()).toThrow(/cannot know the time of s3:\/\/corpus: it has not answered yet/);
  expect(await store.write("a", ANYTHING, { absent: true })).toEqual({ outcome: "refused" });
  const sinceMidnight = store.now().getTime() - Date.parse("2030-01-01T00:00:00Z");
  expect(sinceMidnight).toBeGreaterThanOrEqual(0);
  expect(sinceMidnight).toBeLessThan(60_000);
});
