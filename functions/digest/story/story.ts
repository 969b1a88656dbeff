import { createHash } from "node:crypto";
import { decodeDeclared, decodeText, unpack } from "./encoding/decode.ts";
import { repair } from "./encoding/repair.ts";
import { repairDocument } from "./encoding/repair-document.ts";
import { detectFormat } from "./formats/detect.ts";
import type { Document, StoryFormat } from "./formats/document.ts";
import { readDocx } from "./formats/docx/read-docx.ts";
import { readPlainText, unifyLineEnds } from "./formats/plain-text.ts";
import { NAMES, type ReadSettings, readMarkup } from "./formats/read-document.ts";
import { readFrame } from "./frame/frame.ts";
import type { Story, Unreadable } from "./types.ts";

/** Largest story, in bytes, before and after decompression: about 800,000 words. */
export const MAX_STORY_BYTES = 5_000_000;

const HASH_BYTES = 16;
/** Bytes from the start that the detector looks at. */
const DETECTED_BYTES = 1_024;

/** How an object is read. */
export interface ParseOptions extends ReadSettings {
  /** Media type of the object, as the store has it. */
  readonly contentType?: string | undefined;
  /** Reads the object as plain text, whatever it looks like: for what was archived before its format was known. */
  readonly isPlainText?: boolean;
}

/**
 * The story in the bytes of an object, or the reason it cannot be read. Never throws; the same key, bytes and options
 * always give the same story. Linear in the bytes; a caller reads at most {@link MAX_STORY_BYTES} + 1 of them.
 */
export function parseStory(key: string, bytes: Uint8Array, options: ParseOptions = {}): Story | Unreadable {
  const source = unpack(key, bytes, MAX_STORY_BYTES);
  if (typeof source === "string") {
    return { key, unreadable: source };
  }
  const detected = options.isPlainText
    ? ({ format: "text" } as const)
    : detectFormat(key, source.subarray(0, DETECTED_BYTES), options.contentType);
  if ("unread" in detected) {
    return { key, unreadable: detected.unread };
  }
  return detected.format === "docx"
    ? parseDocx(key, source)
    : parseText(key, source, { ...options, format: detected.format });
}

interface TextOptions extends ParseOptions {
  readonly format: Exclude<StoryFormat, "docx">;
}

function parseText(key: string, source: Uint8Array, options: TextOptions): Story | Unreadable {
  const decoded = decodeText(source);
  if (typeof decoded === "string") {
    return { key, unreadable: decoded };
  }
  const hash = textHash(decoded.text);
  const { format } = options;
  if (format === "text") {
    const { text, repairs } = repair(unifyLineEnds(decoded.text));
    const frame = readFrame(readPlainText(text));
    return { key, format, ...frame, text, hash, encoding: decoded.encoding, repairs };
  }
  const { text, encoding } = decodeDeclared(source, decoded);
  return toStory(key, readMarkup(format, text, options), { format, hash, encoding });
}

function parseDocx(key: string, source: Uint8Array): Story | Unreadable {
  const hash = hashOf(source);
  return toStory(key, readDocx(source), { format: "docx", hash, encoding: "utf-8" });
}

/** The story of a document with text in it; a source without any is no story. */
function toStory(
  key: string,
  read: Document | undefined,
  { format, hash, encoding }: Pick<Story, "format" | "hash" | "encoding">,
): Story | Unreadable {
  if (read === undefined || read.blocks.length === 0) {
    return { key, unreadable: `${NAMES[format]} without a story` };
  }
  const { document, repairs } = repairDocument(read);
  const { headline = "", deck = "", byline = "", blocks } = document;
  const text = [headline, deck, byline, ...blocks.map((block) => block.text)]
    .filter((part) => part !== "")
    .join("\n");
  return { key, format, ...readFrame(document), text, hash, encoding, repairs };
}

/** Whether an object could not be read as a story. */
export function isUnreadable(parsed: Story | Unreadable): parsed is Unreadable {
  return "unreadable" in parsed;
}

/** The first 16 bytes of the SHA-256 of a text in UTF-8, as 22 characters of base64url. */
export function textHash(text: string): string {
  return hashOf(Buffer.from(text, "utf8"));
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest().subarray(0, HASH_BYTES).toString("base64url");
}
