import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { crc32 } from "node:zlib";
import { S3Problem } from "./problem.ts";

type Headers = Readonly<Record<string, string | undefined>>;

/** S3's checksums, in base64 as in its headers; `undefined`: not computed here. */
const CHECKSUMS: Readonly<Record<string, ((bytes: Uint8Array) => string) | undefined>> = {
  crc32: crc32Base64,
  sha1: (bytes) => createHash("sha1").update(bytes).digest("base64"),
  sha256: (bytes) => createHash("sha256").update(bytes).digest("base64"),
  crc32c: undefined,
  crc64nvme: undefined,
};

/** CRC-32 as S3 writes it: four bytes, big-endian, in base64. */
export function crc32Base64(bytes: Uint8Array): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString("base64");
}

/** The object in a request's body: `aws-chunked` framing removed, every checksum sent with it verified. */
export function decodeBody(raw: Buffer, headers: IncomingHttpHeaders): Uint8Array {
  const sent = flatten(headers);
  const { bytes, trailers } = isChunked(sent) ? unchunk(raw) : { bytes: raw, trailers: {} };
  checkLength(bytes, sent["x-amz-decoded-content-length"]);
  checkSums(bytes, { ...sent, ...trailers });
  return bytes;
}

function flatten(headers: IncomingHttpHeaders): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));
}

function isChunked(headers: Headers): boolean {
  return headers["x-amz-content-sha256"]?.startsWith("STREAMING-") === true;
}

interface Unchunked {
  readonly bytes: Buffer;
  readonly trailers: Headers;
}

/** Reads `<hex size>[;signature]\r\n<bytes>\r\n` until the chunk of size 0; header lines may follow it. */
function unchunk(raw: Buffer): Unchunked {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = raw.indexOf("\r\n", at);
    const size = Number.parseInt(raw.toString("latin1", at, lineEnd), 16);
    const start = lineEnd + 2;
    if (lineEnd === -1 || Number.isNaN(size) || start + size > raw.length) {
      throw new S3Problem("IncompleteBody", "An aws-chunked body needs its last chunk of size 0.");
    }
    if (size === 0) {
      return { bytes: Buffer.concat(chunks), trailers: parseTrailers(raw.toString("latin1", start)) };
    }
    chunks.push(raw.subarray(start, start + size));
    at = start + size + 2;
  }
}

function parseTrailers(text: string): Headers {
  const lines = text.split("\r\n").filter((line) => line.includes(":"));
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function checkLength(bytes: Uint8Array, announced: string | undefined): void {
  if (announced !== undefined && Number(announced) !== bytes.length) {
    throw new S3Problem("IncompleteBody", `Announced: ${announced} bytes, received: ${bytes.length}.`);
  }
}

function checkSums(bytes: Uint8Array, headers: Headers): void {
  for (const [name, compute] of Object.entries(CHECKSUMS)) {
    checkSum(name, headers[`x-amz-checksum-${name}`], compute && (() => compute(bytes)));
  }
  checkSum("MD5", headers["content-md5"], () => createHash("md5").update(bytes).digest("base64"));
  const sha256 = headers["x-amz-content-sha256"] ?? "";
  if (/^[0-9a-f]{64}$/.test(sha256) && createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new S3Problem("XAmzContentSHA256Mismatch");
  }
}

function checkSum(name: string, sent: string | undefined, compute: (() => string) | undefined): void {
  if (sent === undefined) {
    return;
  }
  if (compute === undefined) {
    throw new S3Problem("NotImplemented", `Checksum ${name}: send crc32, sha1 or sha256.`);
  }
  if (compute() !== sent) {
    throw new S3Problem("BadDigest", `Checksum: ${name}.`);
  }
}
