import type { Answer } from "../http-server.ts";
import type { LocalObject } from "../stores/local-store.ts";
import { S3Problem } from "./problem.ts";
import type { S3Request } from "./request.ts";
import { element, escapeXml, xmlDocument } from "./xml.ts";

const MAX_KEYS = 1000;

/** A key of the listing, or a common prefix that stands for several. */
type Row =
  | { readonly name: string; readonly object: LocalObject }
  | { readonly name: string; readonly object?: never };

/** ListObjectsV2. */
export async function listObjects(request: S3Request): Promise<Answer> {
  const { query } = request;
  if (query.get("list-type") !== "2") {
    throw new S3Problem("NotImplemented", "Only ListObjectsV2 (list-type=2) can list.");
  }
  const limit = Math.min(MAX_KEYS, wholeNumber(query.get("max-keys") ?? String(MAX_KEYS)));
  const rows = limit === 0 ? [] : await firstRows(request, limit + 1);
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? page.at(-1)?.name : undefined;
  const encode = encoderOf(query);
  const inside = [
    element("Name", request.bucket),
    ...echo(query, encode),
    element("MaxKeys", limit),
    element("KeyCount", page.length),
    element("IsTruncated", next !== undefined),
    next === undefined ? "" : element("NextContinuationToken", tokenOf(next)),
    ...page.map((row) => rowXml(row, encode)),
  ].join("");
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: xmlDocument("ListBucketResult", inside),
  };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new S3Problem("InvalidArgument", `max-keys is ${text}.`);
  }
  return Number(text);
}

/** Up to `count` rows after the token or the start; a common prefix counts as one. */
async function firstRows(request: S3Request, count: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let last = startOf(request.query);
  for await (const row of allRows(request, last)) {
    if (row.name !== last) {
      rows.push(row);
      last = row.name;
    }
    if (rows.length === count) {
      break;
    }
  }
  return rows;
}

function startOf(query: URLSearchParams): string | undefined {
  const token = query.get("continuation-token");
  return token === null ? (query.get("start-after") ?? undefined) : keyOfToken(token);
}

/** One row per key: keys with a common prefix follow each other under the same name. */
async function* allRows({ store, query }: S3Request, after: string | undefined): AsyncGenerator<Row> {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  for await (const page of store.list({ prefix, after })) {
    for (const object of page) {
      yield rowOf(object, prefix, delimiter);
    }
  }
}

function rowOf(object: LocalObject, prefix: string, delimiter: string): Row {
  const at = delimiter === "" ? -1 : object.key.indexOf(delimiter, prefix.length);
  return at === -1 ? { name: object.key, object } : { name: object.key.slice(0, at + delimiter.length) };
}

function tokenOf(key: string): string {
  return Buffer.from(key).toString("base64url");
}

function keyOfToken(token: string): string {
  const key = Buffer.from(token, "base64url").toString();
  if (tokenOf(key) !== token) {
    throw new S3Problem("InvalidArgument", "The continuation token is not one of this server's.");
  }
  return key;
}

type Encode = (text: string) => string;

function encoderOf(query: URLSearchParams): Encode {
  const type = query.get("encoding-type");
  if (type !== null && type !== "url") {
    throw new S3Problem("InvalidArgument", `encoding-type is ${type}.`);
  }
  return type === null ? escapeXml : formEncode;
}

/** Web form encoding with slashes kept, which is S3's `EncodingType=url`. */
function formEncode(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1).replaceAll("%2F", "/");
}

function echo(query: URLSearchParams, encode: Encode): readonly string[] {
  const names = { prefix: "Prefix", "start-after": "StartAfter", delimiter: "Delimiter" };
  const echoed = Object.entries(names)
    .filter(([name]) => name === "prefix" || query.has(name))
    .map(([name, tag]) => `<${tag}>${encode(query.get(name) ?? "")}</${tag}>`);
  return query.has("encoding-type") ? [...echoed, element("EncodingType", "url")] : echoed;
}

function rowXml({ name, object }: Row, encode: Encode): string {
  if (object === undefined) {
    return `<CommonPrefixes><Prefix>${encode(name)}</Prefix></CommonPrefixes>`;
  }
  const inside = [
    `<Key>${encode(name)}</Key>`,
    element("LastModified", object.modified.toISOString()),
    element("ETag", `"${object.etag}"`),
    element("Size", object.size),
    element("StorageClass", "STANDARD"),
  ].join("");
  return `<Contents>${inside}</Contents>`;
}
