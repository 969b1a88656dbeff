import { expect, it } from "vitest";
import { createS3Store } from "../../../../functions/digest/store/s3-store.ts";
import { scriptedS3 } from "../../../support/scripted-s3.ts";

const PAGE =
  '<ListBucketResult><Contents><Key>a</Key><ETag>"1"</ETag><Size>1</Size></Contents></ListBucketResult>';

it("asks again for a page that was cut off, though its end came", async () => {
  let requests = 0;
  const client = await scriptedS3((_, response, count) => {
    requests = count;
    response.end(count === 1 ? PAGE.slice(0, -30) : PAGE);
  }, 2);
  expect(await Array.fromAsync(createS3Store(client, "corpus").list({}))).toEqual([
    [{ key: "a", etag: "1", size: 1 }],
  ]);
  expect(requests).toBe(2);
});

it("asks again for a page whose connection broke off", async () => {
  const client = await scriptedS3((_, response, count) => {
    response.writeHead(200, { "content-length": PAGE.length });
    if (count === 1) {
      response.write(PAGE.slice(0, 40));
      response.socket?.end();
    } else {
      response.end(PAGE);
    }
  }, 2);
  expect(await Array.fromAsync(createS3Store(client, "corpus").list({}))).toHaveLength(1);
});

it.each([1, 7, 64, 1_000])("reads a page that comes in pieces of %i bytes", async (length) => {
  const keys = ["a", "z".repeat(40), "é", "📰 news"];
  const objects = keys.map((key) => `<Contents><Key>${key}</Key><ETag>"1"</ETag><Size>1</Size></Contents>\n`);
  const page = Buffer.from(
    `<?xml version="1.0"?>\n<ListBucketResult>${objects.join("")}<KeyCount>4</KeyCount></ListBucketResult>`,
  );
  const client = await scriptedS3(async (_, response) => {
    for (let start = 0; start < page.length; start += length) {
      response.write(page.subarray(start, start + length));
      await new Promise(setImmediate);
    }
    response.end();
  });
  const pages = await Array.fromAsync(createS3Store(client, "corpus").list({}));
  expect(pages.flat().map(({ key }) => key)).toEqual(keys);
});

it.each([
  ["is cut off every time", PAGE.slice(0, -30)],
  ["is empty", ""],
  ["is an error with status 200", "<Error><Code>InternalError</Code></Error>"],
  ["is no UTF-8", Buffer.from([0x3c, 0xff, 0x3e])],
])("fails, and lists nothing, where the answer %s", async (_, body) => {
  const client = await scriptedS3((__, response) => response.end(body), 1);
  await expect(Array.fromAsync(createS3Store(client, "corpus").list({}))).rejects.toThrow(
    /cannot list s3:\/\/corpus\/: no complete response \(the listing/,
  );
});
