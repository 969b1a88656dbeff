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
import {
  bucketOf,
  corpusOf,
  countUpTo,
  indexOf,
  keyOf,
  listedOf,
  type SyntheticCorpus,
  textOf,
} from "./corpus.ts";

const PAGE_KEYS = 1_000;
/** Behind every character of a key. */
const LAST = "\u007f";
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
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
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
  readonly body: string | Buffer;
}

/** Pages that were asked for before: S3 does not take longer the more pages are asked for, and to make one takes this server longer than to read it. */
const made = new Map<string, Buffer>();
let madeBytes = 0;
const MAX_MADE_BYTES = 1024 ** 3;

async function answer(corpus: SyntheticCorpus, url: URL): Promise<Answer> {
  await sleep(latencyMs);
  const [, , ...path] = url.pathname.split("/");
  if (url.searchParams.get("list-type") === "2") {
    return { headers: { "content-type": "application/xml" }, body: knownPage(corpus, url) };
  }
  const index = indexOf(decodeURIComponent(path.join("/")));
  return { headers: { etag: `"${listedOf(corpus, index).etag}"` }, body: textOf(corpus, index) };
}

function knownPage(corpus: SyntheticCorpus, url: URL): Buffer {
  const asked = `${url.pathname}${url.search}`;
  const known = made.get(asked) ?? Buffer.from(page(corpus, url));
  if (!made.has(asked) && madeBytes < MAX_MADE_BYTES) {
    made.set(asked, known);
    madeBytes += known.length;
  }
  return known;
}

function page(corpus: SyntheticCorpus, { searchParams }: URL): string {
  const prefix = searchParams.get("prefix") ?? "";
  const token = searchParams.get("continuation-token");
  const start =
    token === null ? firstOf(corpus, prefix, searchParams.get("start-after") ?? "") : Number(token);
  const { elements, next } = elementsFrom(corpus, start, {
    prefix,
    delimiter: searchParams.get("delimiter") ?? "",
  });
  const continued = next === undefined ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucketOf(corpus)}</Name><Prefix>${prefix}</Prefix>${continued}<KeyCount>${elements.length}</KeyCount><MaxKeys>${PAGE_KEYS}</MaxKeys><EncodingType>url</EncodingType><IsTruncated>${next !== undefined}</IsTruncated>${elements.join("")}</ListBucketResult>`;
}

/** The number of the first key with this prefix after another key. */
function firstOf(corpus: SyntheticCorpus, prefix: string, after: string): number {
  const start = countUpTo(corpus, after);
  return prefix === "" ? start : Math.max(start, countUpTo(corpus, prefix));
}

/** Keys with a prefix, and in place of those that have the delimiter behind it what they have in common, as S3 lists them. */
function elementsFrom(
  corpus: SyntheticCorpus,
  start: number,
  { prefix, delimiter }: { readonly prefix: string; readonly delimiter: string },
): { readonly elements: readonly string[]; readonly next?: number } {
  const elements: string[] = [];
  let index = start;
  while (index < corpus.stories && keyOf(index).startsWith(prefix)) {
    if (elements.length === PAGE_KEYS) {
      return { elements, next: index };
    }
    const place = delimiter === "" ? -1 : keyOf(index).indexOf(delimiter, prefix.length);
    if (place < 0) {
      elements.push(contents(corpus, index));
      index += 1;
    } else {
      const common = keyOf(index).slice(0, place + delimiter.length);
      elements.push(`<CommonPrefixes><Prefix>${common}</Prefix></CommonPrefixes>`);
      index = countUpTo(corpus, `${common}${LAST}`);
    }
  }
  return { elements };
}

function contents(corpus: SyntheticCorpus, index: number): string {
  const { key, etag, size } = listedOf(corpus, index);
  return `<Contents><Key>${key}</Key><LastModified>2026-11-19T05:01:12.000Z</LastModified><ETag>&quot;${etag}&quot;</ETag><ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
}
