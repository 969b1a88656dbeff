import { decodeText, decompressed } from "../encoding/decode.ts";
import { repair } from "../encoding/repair.ts";
import type { UnreadableReason } from "../types.ts";
import { DETECTED_BYTES, detectFormat } from "./detect.ts";
import type { Document, StoryFormat } from "./document.ts";
import { readDocx } from "./docx/docx.ts";
import type { UnreadKind } from "./names.ts";
import { readPlainText, unifyLineEnds } from "./plain-text.ts";

/** What is known of an object beside its bytes. */
export interface ReadOptions {
  readonly contentType?: string;
  /** Largest object, in bytes, before and after decompression. */
  readonly maxBytes: number;
}

/** Why an object gives no document, for a person. */
export type Unread =
  | UnreadKind
  | UnreadableReason
  | `${string}, not read yet`
  | `${string}, broken or encrypted`;

type TextReader = (text: string) => Document | undefined;

/** How the formats are called. */
export const FORMAT_NAMES: Readonly<Record<StoryFormat, string>> = {
  text: "plain text",
  html: "HTML",
  markdown: "Markdown",
  json: "JSON",
  xml: "XML",
  docx: "DOCX",
};

/** The reader of each format whose source is text; they get it decoded and repaired, with LF as line end. */
const TEXT_READERS: Partial<Readonly<Record<StoryFormat, TextReader>>> = { text: readPlainText };

/**
 * Reads an object in its format. Never throws; the same key, bytes and options give the same document. A key that ends in
 * `.gz` is read as what is packed in it.
 */
export function readDocument(
  key: string,
  bytes: Uint8Array,
  { contentType, maxBytes }: ReadOptions,
): Document | { readonly unread: Unread } {
  const plain = decompressed(key, bytes, maxBytes);
  if (typeof plain === "string") {
    return { unread: plain };
  }
  if (plain.length === 0) {
    return { unread: "empty" };
  }
  const detected = detectFormat(key, plain.subarray(0, DETECTED_BYTES), contentType);
  if ("unread" in detected) {
    return detected;
  }
  const read =
    detected.format === "docx"
      ? (readDocx(plain) ?? { unread: `${FORMAT_NAMES.docx}, broken or encrypted` as const })
      : readText(detected.format, plain, maxBytes);
  return isUnread(read) || hasText(read) ? read : { unread: "empty" };
}

/** A page or a DOCX of pictures can be without any. */
function hasText({ headline, blocks }: Document): boolean {
  return headline !== undefined || blocks.length > 0;
}

/** Whether an object gave no document. */
export function isUnread(read: Document | { readonly unread: Unread }): read is { readonly unread: Unread } {
  return "unread" in read;
}

function readText(format: StoryFormat, bytes: Uint8Array, maxBytes: number): ReturnType<typeof readDocument> {
  // Decompressed already: the key, which could say so, is of no more use.
  const decoded = decodeText("", bytes, maxBytes);
  if (typeof decoded === "string") {
    return { unread: decoded };
  }
  const { text } = repair(unifyLineEnds(decoded.text));
  return TEXT_READERS[format]?.(text) ?? { unread: `${FORMAT_NAMES[format]}, not read yet` };
}
