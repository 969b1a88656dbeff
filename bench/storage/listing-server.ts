/**
 * `node bench/storage/listing-server.ts LATENCY_MS`: a local S3 with synthetic corpora of any size and an in-memory
 * state bucket. Prints its address and serves until stopped. Corpus pages look like S3's, checksum fields
 * included; pages and stories arrive LATENCY_MS after the request.
 */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startS3Server } from "../../local/s3/s3-server.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { bucketOf, corpusOf, countUpTo, indexOf, listedOf, type SyntheticCorpus, textOf } from "./corpus.ts";

const PAGE_KEYS = 1_000;
const latencyMs = Number(process.argv[2] ?? 0);

const state = await startS3Server([createMemoryStore({ bucket: "state" })]);
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const corpus = corpusOf(url.pathname.split("/")[1] ?? "");
  if (corpus === undefined) {
    passOn(request, response);
    return;
  }
  const { headers, body } = await answer(corpus, url);
  const bytes = Buffer.from(body);
  response.writeHead(200, { "content-length": bytes.length, ...headers }).end(bytes);
});
server.keepAliveTimeout = 3_600_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}`);
});

function passOn(request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const inner = forward(new URL(request.url ?? "/", state.url), { method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 500, answered.headers);
    answered.pipe(response);
  });
  request.pipe(inner);
}

interface Answer {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

async function answer(corpus: SyntheticCorpus, url: URL): Promise<Answer> {
  await sleep(latencyMs);
  const [, , ...path] = url.pathname.split("/");
  if (url.searchParams.get("list-type") === "2") {
    return { headers: { "content-type": "application/xml" }, body: page(corpus, url) };
  }
  const index = indexOf(decodeURIComponent(path.join("/")));
  return { headers: { etag: `"${listedOf(corpus, index).etag}"` }, body: textOf(corpus, index) };
}

function page(corpus: SyntheticCorpus, { searchParams }: URL): string {
  const token = searchParams.get("continuation-token");
  const start = token === null ? countUpTo(corpus, searchParams.get("start-after") ?? "") : Number(token);
  const end = Math.min(corpus.stories, start + PAGE_KEYS);
  const isTruncated = end < corpus.stories;
  const next = isTruncated ? `<NextContinuationToken>${end}</NextContinuationToken>` : "";
  const objects = Array.from({ length: end - start }, (_, i) => contents(corpus, start + i));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucketOf(corpus)}</Name><Prefix></Prefix>${next}<KeyCount>${end - start}</KeyCount><MaxKeys>${PAGE_KEYS}</MaxKeys><EncodingType>url</EncodingType><IsTruncated>${isTruncated}</IsTruncated>${objects.join("")}</ListBucketResult>`;
}

function contents(corpus: SyntheticCorpus, index: number): string {
  const { key, etag, size } = listedOf(corpus, index);
  return `<Contents><Key>${key}</Key><LastModified>2026-11-19T05:01:12.000Z</LastModified><ETag>&quot;${etag}&quot;</ETag><ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
}
