import type { IncomingHttpHeaders } from "node:http";
import type { LocalStore } from "../stores/local-store.ts";
import { S3Problem } from "./problem.ts";

const MAX_KEY_BYTES = 1024;

/** Where a request points: path-style, `/bucket/key?query`. */
export interface S3Target {
  readonly bucket: string;
  /** Empty for an operation on the bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
}

/** A request with everything an operation needs; the body is read only by operations that take one. */
export interface S3Request extends S3Target {
  readonly store: LocalStore;
  readonly headers: IncomingHttpHeaders;
  body(): Promise<Uint8Array>;
}

/** Splits the raw address by hand: URL parsers resolve `..`, which a key may contain. */
export function parseTarget(address: string): S3Target {
  const [path = "", query = ""] = splitOnce(address, "?");
  const [bucket = "", encodedKey = ""] = splitOnce(path.slice(1), "/");
  const key = decodePath(encodedKey);
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new S3Problem("KeyTooLongError");
  }
  return { bucket: decodePath(bucket), key, query: new URLSearchParams(query) };
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decodePath(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new S3Problem("InvalidURI", encoded);
  }
}
