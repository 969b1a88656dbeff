import type { ListedObject } from "../ports.ts";
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

/** One ListObjectsV2 response. */
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
  /** The page's own fields, by element name. */
  readonly said: Map<string, string>;
  /** The elements of the last object, in order; the next object nearly always has the same. */
  readonly names: string[];
}

/** Reads a page as it arrives. */
export interface PageScanner {
  /** Takes the next piece of the document, which ends after a whole object or with the document. */
  add(text: string): void;
  /** The page; throws if its end has not been reached. */
  finish(): ListedPage;
}

const ROOT = "ListBucketResult";
const OBJECT = "Contents";

/** What a piece of the document may end with. */
export const END_OF_OBJECT = `</${OBJECT}>`;

/** Elements that are read besides `Contents`; all others are skipped. */
const READ = new Set(["IsTruncated", "NextContinuationToken", "EncodingType", "KeyCount"]);

/**
 * Reads key, ETag and size of each object of a ListObjectsV2 answer, and nothing else; this takes a tenth of
 * the time of the SDK's own parser. Strict where a mistake would drop stories: a document that is truncated,
 * has another root, an unknown construct, an object without key, ETag or size, or fewer objects than its own
 * count throws {@link BrokenListingError}.
 */
export function createPageScanner(): PageScanner {
  const draft: Draft = { objects: [], said: new Map(), names: [] };
  let place: "before" | "inside" | "behind" = "before";
  return {
    add(text) {
      const cursor: XmlCursor = { text, at: 0 };
      if (place === "before") {
        openRoot(cursor);
        place = "inside";
      }
      if (place === "inside" && readElements(cursor, draft)) {
        place = "behind";
      }
      const end = skipSpace(text, cursor.at);
      if (end !== text.length) {
        throw broken(cursor, end, "the end of the document");
      }
    },
    finish() {
      if (place !== "behind") {
        throw new BrokenListingError(`the listing breaks off (objects read: ${draft.objects.length})`);
      }
      return pageOf(draft);
    },
  };
}

/** What a page says besides its objects. */
export interface Envelope {
  readonly count: number;
  readonly isTruncated: boolean;
  readonly nextToken?: string;
}

/**
 * Reads a page from which its objects were taken out. `undefined` if it does not say all that a page should, in which
 * case it must be read whole: how many objects there are, whether more follow, and that their keys are url-encoded.
 */
export function scanEnvelope(text: string): Envelope | undefined {
  const draft: Draft = { objects: [], said: new Map(), names: [] };
  const cursor: XmlCursor = { text, at: 0 };
  openRoot(cursor);
  if (!readElements(cursor, draft)) {
    throw new BrokenListingError("the listing breaks off");
  }
  const { said, objects } = draft;
  const count = readNumber(said.get("KeyCount") ?? "");
  const isPlain = said.get("EncodingType") === "url" && said.has("IsTruncated") && objects.length === 0;
  return isPlain && count > 0 ? { count, ...continuationOf(said) } : undefined;
}

/** The page in this document; see {@link createPageScanner}. */
export function scanPage(text: string): ListedPage {
  const scanner = createPageScanner();
  scanner.add(text);
  return scanner.finish();
}

function openRoot(cursor: XmlCursor): void {
  skipProlog(cursor);
  const root = openElement(cursor, ROOT);
  if (root !== ROOT) {
    throw broken(cursor, 0, `<${ROOT}>`);
  }
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

/** Reads elements up to the end of the piece or of the root; returns whether the root ended. */
function readElements(cursor: XmlCursor, draft: Draft): boolean {
  const { text } = cursor;
  while (cursor.at < text.length) {
    const name = openElement(cursor, OBJECT);
    if (name === "") {
      closeElement(cursor, ROOT, cursor.at);
      return true;
    }
    readElement(cursor, name, draft);
    cursor.at = skipSpace(text, cursor.at);
  }
  return false;
}

function readElement(cursor: XmlCursor, name: string, draft: Draft): void {
  if (name === OBJECT) {
    draft.objects.push(readObject(cursor, draft.names));
  } else if (READ.has(name)) {
    draft.said.set(name, readText(cursor, name));
  } else if (!name.endsWith("/")) {
    skipElement(cursor, name);
  }
}

function readObject(cursor: XmlCursor, names: string[]): Found {
  const start = cursor.at;
  const found: Found = { key: "", etag: "", size: -1 };
  let index = 0;
  for (let name = openElement(cursor, names[0]); name !== ""; name = openElement(cursor, names[index])) {
    names[index] = name;
    index += 1;
    readField(cursor, name, found);
  }
  closeElement(cursor, OBJECT, cursor.at);
  if (found.key === "" || found.etag === "" || !(found.size >= 0)) {
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
  if (!(counted <= objects.length)) {
    throw new BrokenListingError(`the listing has ${objects.length} of the keys that it counts (${counted})`);
  }
  return { objects, ...continuationOf(said) };
}

function continuationOf(said: ReadonlyMap<string, string>): Pick<ListedPage, "isTruncated" | "nextToken"> {
  const nextToken = said.get("NextContinuationToken");
  return { isTruncated: said.get("IsTruncated") === "true", ...(nextToken && { nextToken }) };
}

/** S3 encodes listed keys like web forms: a plus is a space. */
function decodeKeys(objects: readonly Found[]): void {
  for (const object of objects) {
    if (object.key.includes("%") || object.key.includes("+")) {
      object.key = decodeKey(object.key);
    }
  }
}

/** The key that a listing spells like this; throws {@link BrokenListingError} if it is not url-encoded. */
export function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll("+", "%20"));
  } catch (cause) {
    throw new BrokenListingError(`the listing has a key that is not url-encoded: ${encoded}`, { cause });
  }
}
