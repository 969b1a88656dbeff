import type { ListedObject } from "./store.ts";
import {
  BrokenListingError,
  broken,
  closeElement,
  openElement,
  readText,
  readUnquoted,
  skipElement,
  skipSpace,
  type XmlCursor,
} from "./xml-cursor.ts";

/** One answer of ListObjectsV2. */
export interface ListedPage {
  readonly objects: readonly ListedObject[];
  readonly isTruncated: boolean;
  readonly nextToken?: string;
}

interface Found {
  key: string;
  etag: string;
  size: number;
}

interface Draft {
  readonly objects: Found[];
  /** What the page says of itself, by element name. */
  readonly said: Map<string, string>;
}

const ROOT = "ListBucketResult";

/** Elements that are read besides `Contents`; all others are skipped. */
const READ = new Set(["IsTruncated", "NextContinuationToken", "EncodingType", "KeyCount"]);

/**
 * Reads key, ETag and size of each object of a ListObjectsV2 answer, and nothing else; that takes a sixth of the
 * time of the SDK's own parser. Strict where a mistake would drop stories: a document that breaks off, that has
 * another root, an unknown construct, an object without key, ETag or size, or fewer objects than it counts itself,
 * throws {@link BrokenListingError}.
 */
export function scanPage(text: string): ListedPage {
  const cursor: XmlCursor = { text, at: 0 };
  skipProlog(cursor);
  const root = openElement(cursor);
  if (root !== ROOT) {
    throw broken(cursor, 0, `<${ROOT}>`);
  }
  const draft: Draft = { objects: [], said: new Map() };
  for (let name = openElement(cursor); name !== ""; name = openElement(cursor)) {
    readElement(cursor, name, draft);
  }
  closeElement(cursor, ROOT, cursor.at);
  const end = skipSpace(cursor.text, cursor.at);
  if (end !== cursor.text.length) {
    throw broken(cursor, end, "the end of the document");
  }
  return pageOf(draft);
}

function skipProlog(cursor: XmlCursor): void {
  const start = skipSpace(cursor.text, 0);
  if (!cursor.text.startsWith("<?xml", start)) {
    cursor.at = start;
    return;
  }
  const end = cursor.text.indexOf("?>", start);
  cursor.at = end === -1 ? cursor.text.length : end + 2;
}

function readElement(cursor: XmlCursor, name: string, { objects, said }: Draft): void {
  if (name === "Contents") {
    objects.push(readObject(cursor));
  } else if (READ.has(name)) {
    said.set(name, readText(cursor, name));
  } else if (!name.endsWith("/")) {
    skipElement(cursor, name);
  }
}

function readObject(cursor: XmlCursor): Found {
  const start = cursor.at;
  const found: Found = { key: "", etag: "", size: Number.NaN };
  for (let name = openElement(cursor); name !== ""; name = openElement(cursor)) {
    readField(cursor, name, found);
  }
  closeElement(cursor, "Contents", cursor.at);
  if (found.key === "" || found.etag === "" || Number.isNaN(found.size)) {
    throw broken(cursor, start, "an object with key, ETag and size");
  }
  return found;
}

function readField(cursor: XmlCursor, name: string, found: Found): void {
  if (name === "Key") {
    found.key = readText(cursor, name);
  } else if (name === "ETag") {
    found.etag = readUnquoted(cursor, name);
  } else if (name === "Size") {
    found.size = readNumber(readText(cursor, name));
  } else if (!name.endsWith("/")) {
    skipElement(cursor, name);
  }
}

/** A count, or NaN for anything but decimal digits. */
function readNumber(digits: string): number {
  return /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
}

function pageOf({ objects, said }: Draft): ListedPage {
  const counted = readNumber(said.get("KeyCount") ?? "0");
  if (said.get("EncodingType") === "url") {
    decodeKeys(objects);
  }
  const isTruncated = said.get("IsTruncated") === "true";
  if (!(counted <= objects.length)) {
    throw new BrokenListingError(`the listing counts ${counted} keys and has ${objects.length}`);
  }
  const nextToken = said.get("NextContinuationToken");
  return { objects, isTruncated, ...(nextToken && { nextToken }) };
}

/** S3 encodes keys in a listing as in a web form: a plus is a space. */
function decodeKeys(objects: readonly Found[]): void {
  for (const object of objects) {
    if (object.key.includes("%") || object.key.includes("+")) {
      object.key = decodeKey(object.key);
    }
  }
}

function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll("+", "%20"));
  } catch (cause) {
    throw new BrokenListingError(`the listing has a key that is not url-encoded: ${encoded}`, { cause });
  }
}
