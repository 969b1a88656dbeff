import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { LambdaFunctionURLEvent } from "aws-lambda";
import type { Archive } from "../digest/archive/archive.ts";
import { type Served, serveArchive } from "../digest/archive/serve.ts";
import type { ArchiveSettings } from "../digest/archive/serving.ts";
import type { ArchiveConfig } from "../digest/config.ts";
import { HOST_HEADER, KEY_HEADER } from "./headers.ts";

/** An answer of the function URL, its body as it goes over the wire. */
export interface UrlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Never empty: what writes nothing sends no headers either. */
  readonly body: Uint8Array;
}

export interface UrlContext {
  readonly archive: Archive;
  readonly config: ArchiveConfig;
  /** Reads the topics that readers can choose; pages do without them if it rejects. */
  readonly topics: NonNullable<ArchiveSettings["topics"]>;
}

/** The part of a request that is read here. */
export type UrlRequest = Pick<LambdaFunctionURLEvent, "rawPath" | "rawQueryString" | "headers">;

/** A shorter body gains nothing. */
const WORTH_PACKING_BYTES = 1_000;

const pack = promisify(gzip);

/** Answers a request to the archive's URL; rejects if the state bucket cannot be read. */
export async function serveUrl(
  { rawPath, rawQueryString, headers }: UrlRequest,
  { archive, config, topics }: UrlContext,
): Promise<UrlAnswer> {
  const { name, timeZone, locale, archiveAccess } = config;
  const key = archiveAccess === "link" ? headers[KEY_HEADER] : undefined;
  const served = await serveArchive(
    archive,
    { path: rawPath, query: new URLSearchParams(rawQueryString) },
    {
      base: "",
      origin: `https://${headers[HOST_HEADER] ?? headers.host ?? ""}`,
      name,
      timeZone,
      locale,
      topics,
      ...(key && { key }),
    },
  );
  return await packed(served, headers["accept-encoding"] ?? "");
}

/** CloudFront packs only what says how long it is, and a streamed answer does not. */
async function packed({ status, headers, body }: Served, accepted: string): Promise<UrlAnswer> {
  const bytes = Buffer.from(body === "" ? "\n" : body);
  if (!/\bgzip\b/.test(accepted) || bytes.length < WORTH_PACKING_BYTES) {
    return { status, headers: { ...headers, vary: "accept-encoding" }, body: bytes };
  }
  return {
    status,
    headers: { ...headers, vary: "accept-encoding", "content-encoding": "gzip" },
    body: await pack(bytes),
  };
}
