import type { IncomingHttpHeaders } from "node:http";
import type { ByteRange, WriteCondition } from "../../functions/digest/ports.ts";
import type { Answer } from "../http-server.ts";
import { isDenied, type LocalObject } from "../stores/local-store.ts";
import { crc32Base64 } from "./body.ts";
import { S3Problem } from "./problem.ts";
import type { S3Request } from "./request.ts";

/** What the SDK sends with an object of no type, which is therefore not worth keeping. */
const DEFAULT_TYPE = "application/octet-stream";

/** GetObject, whole or a range. */
export async function getObject({ store, key, headers }: S3Request): Promise<Answer> {
  const object = present(await store.look(key));
  if (isDenied(await store.tags(key))) {
    throw new S3Problem("AccessDenied");
  }
  const range = parseRange(headers.range, object.size);
  const stored = await store.read(key, range);
  const { bytes, contentType } = present(stored);
  const about = objectHeaders(object, contentType);
  if (range === undefined) {
    const sum =
      headers["x-amz-checksum-mode"] === "ENABLED" ? { "x-amz-checksum-crc32": crc32Base64(bytes) } : {};
    return { status: 200, headers: { ...about, ...sum }, body: bytes };
  }
  const last = range.offset + bytes.length - 1;
  const contentRange = { "content-range": `bytes ${range.offset}-${last}/${object.size}` };
  return { status: 206, headers: { ...about, ...contentRange }, body: bytes };
}

/** HeadObject. */
export async function headObject({ store, key }: S3Request): Promise<Answer> {
  const object = present(await store.look(key));
  const { contentType } = present(await store.read(key, { offset: 0, length: 0 }));
  return {
    status: 200,
    headers: { ...objectHeaders(object, contentType), "content-length": String(object.size) },
  };
}

/** PutObject, with `If-None-Match: *` or `If-Match`. */
export async function putObject(request: S3Request): Promise<Answer> {
  const { store, key, headers } = request;
  const condition = parseCondition(headers);
  const type = headers["content-type"];
  const contentType = type === DEFAULT_TYPE ? undefined : type;
  const result = await store.write(key, await request.body(), condition, contentType);
  if (result.outcome === "written") {
    return { status: 200, headers: { etag: `"${result.etag}"` } };
  }
  const isGone = condition !== undefined && "etag" in condition && (await store.look(key)) === undefined;
  throw new S3Problem(isGone ? "NoSuchKey" : "PreconditionFailed");
}

/** DeleteObject: succeeds for a missing key too. */
export async function deleteObject({ store, key }: S3Request): Promise<Answer> {
  await store.remove(key);
  return { status: 204 };
}

function present<T>(object: T | undefined): T {
  if (object === undefined) {
    throw new S3Problem("NoSuchKey");
  }
  return object;
}

function objectHeaders(object: LocalObject, contentType = DEFAULT_TYPE): Readonly<Record<string, string>> {
  return {
    etag: `"${object.etag}"`,
    "last-modified": object.modified.toUTCString(),
    "accept-ranges": "bytes",
    "content-type": contentType,
  };
}

/** RFC 9110 §14: `a-b`, `a-` and `-n`; any other form is ignored, as in S3. */
function parseRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") {
    return undefined;
  }
  if (first !== "" && last !== "" && Number(last) < Number(first)) {
    return undefined;
  }
  const [offset, end] = first === "" ? [Math.max(0, size - Number(last)), size] : bounds(first, last, size);
  if (offset >= size || end <= offset) {
    throw new S3Problem("InvalidRange", "", { "content-range": `bytes */${size}` });
  }
  return { offset, length: end - offset };
}

function bounds(first: string, last: string, size: number): readonly [offset: number, end: number] {
  return [Number(first), last === "" ? size : Math.min(size, Number(last) + 1)];
}

function parseCondition(headers: IncomingHttpHeaders): WriteCondition | undefined {
  const create = headers["if-none-match"];
  const replace = headers["if-match"];
  if ((create !== undefined && create !== "*") || (create !== undefined && replace !== undefined)) {
    throw new S3Problem("NotImplemented", "Only one condition: If-None-Match: * or If-Match.");
  }
  if (create !== undefined) {
    return { absent: true };
  }
  return replace === undefined ? undefined : { etag: replace.replaceAll('"', "") };
}
