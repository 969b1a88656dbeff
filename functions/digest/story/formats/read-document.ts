import { hash } from "node:crypto";
import { boundMarks } from "../../text/normal-form.ts";
import type { OtherVersion } from "../encoding/charset/detect-charset.ts";
import { decodeText, unpack } from "../encoding/decode.ts";
import { repair } from "../encoding/repair.ts";
import { repairDocument } from "../encoding/repair-document.ts";
import type { MarkupParts, UnreadableReason } from "../types.ts";
import { MAX_BLOCKS } from "./block-text.ts";
import { DETECTED_BYTES, detectFormat } from "./detect.ts";
import { type Document, FORMAT_NAMES, type StoryFormat } from "./document.ts";
import { readDocx } from "./docx/docx.ts";
import { readHtmlStory } from "./html/read-html.ts";
import type { JsonFields } from "./json/json-fields.ts";
import { readJsonStory } from "./json/json-story.ts";
import { parseJson } from "./json/parse-json.ts";
import { markupPartsOf } from "./markdown/markup-parts.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { readPlainText, unifyLineEnds } from "./text/plain-text.ts";
import { readXmlStory } from "./xml/xml-story.ts";

/** How objects are read, the same for all of a deployment. */
export interface ReadSettings {
  /** Where JSON stories have their fields; without it they are found by name. */
  readonly jsonFields?: JsonFields;
}

/** What is known about one object besides its bytes. */
export interface ReadOptions extends ReadSettings {
  /** Media type, as the store has it. */
  readonly contentType?: string | undefined;
  /** Another version of the object: what evidence decides is decided for both. */
  readonly other?: OtherVersion | undefined;
  /** Reads the object as plain text, whatever it looks like: for what was archived before its format was known. */
  readonly isPlainText?: boolean;
  /** Largest object, in bytes, before and after decompression. */
  readonly maxBytes: number;
}

/** An object as it was read. */
export interface Reading {
  readonly document: Document;
  /** Of plain text the whole file, decoded and repaired. */
  readonly text?: string;
  /** See `Story.hash`. */
  readonly hash: string;
  readonly encoding: string;
  readonly repairs: number;
  /** See `Story.markup`. */
  readonly markup?: MarkupParts;
}

/** The reason an object has no document. */
export interface Unread {
  readonly unread: UnreadableReason;
}

type TextFormat = Exclude<StoryFormat, "docx">;
type TextReader = (source: string, settings: ReadSettings) => Document | UnreadableReason | undefined;

/** The reader of each format whose source is text, which they get decoded; or why it is not read. `undefined`: no story in it. */
const READERS: Readonly<Record<Exclude<TextFormat, "text">, TextReader>> = {
  html: readHtmlStory,
  markdown: readMarkdown,
  json: readJson,
  xml: readXmlStory,
};

const HASH_BYTES = 16;

/**
 * Reads an object in its format. Never throws; the same key, bytes and options give the same reading. A key ending in
 * `.gz` is read as what is packed in it. Linear in the bytes.
 */
export function readDocument(key: string, bytes: Uint8Array, options: ReadOptions): Reading | Unread {
  const source = unpack(key, bytes, options.maxBytes);
  if (typeof source === "string") {
    return { unread: source };
  }
  if (source.length === 0) {
    return { unread: "empty" };
  }
  const detected = options.isPlainText
    ? ({ format: "text" } as const)
    : detectFormat(key, source.subarray(0, DETECTED_BYTES), options.contentType);
  if ("unread" in detected) {
    return detected;
  }
  return detected.format === "docx"
    ? readBinary(source)
    : readText(source, { ...options, format: detected.format });
}

function readBinary(source: Uint8Array): Reading | Unread {
  const document = readDocx(source);
  return document === undefined
    ? { unread: "DOCX, broken or encrypted" }
    : toReading(document, { hash: hashOf(source), encoding: "utf-8" });
}

function readText(
  source: Uint8Array,
  { format, ...settings }: ReadOptions & { readonly format: TextFormat },
): Reading | Unread {
  const decoded = decodeText(source, { ...settings, isForced: settings.isPlainText ?? false });
  if (typeof decoded === "string") {
    return { unread: decoded };
  }
  const { text: decodedText, encoding, plain } = decoded;
  if (settings.isPlainText !== true && hasConflict(decodedText)) {
    return { unread: "merge conflict" };
  }
  const hash = hashOf(plain);
  const unified = boundMarks(unifyLineEnds(decodedText));
  if (format === "text") {
    const { text, repairs } = repair(unified);
    const document = readPlainText(text);
    return document.blocks.length > MAX_BLOCKS
      ? { unread: "too many paragraphs" }
      : { document, text, hash, encoding, repairs };
  }
  const document = READERS[format](unified, settings);
  const markup = format === "markdown" ? { markup: hashesOf(markupPartsOf(unified)) } : {};
  return typeof document === "object"
    ? toReading(document, { hash, encoding, ...markup })
    : { unread: document ?? `${FORMAT_NAMES[format]} without a story` };
}

/** The lines that Git sets around two versions of a passage, and the fences of code, where they are only shown. */
const CONFLICT_LINE = /^(?:<{7} (?=\S)|={7}\r?$|>{7} (?=\S)|[ \t]{0,9}(?:`{3,}|~{3,}))/gm;

/** Whether Git left two versions of a passage in a text: neither stands, and to tell both would be wrong. Linear. */
function hasConflict(text: string): boolean {
  let missing = "<=>";
  let isInCode = false;
  for (const [line] of text.includes("<<<<<<< ") ? text.matchAll(CONFLICT_LINE) : []) {
    const mark = line.trimStart().charAt(0);
    if (mark === "`" || mark === "~") {
      isInCode = !isInCode;
    } else if (!isInCode && missing.startsWith(mark)) {
      missing = missing.slice(1);
    }
  }
  return missing === "";
}

function readJson(source: string, settings: ReadSettings): ReturnType<TextReader> {
  const root = parseJson(source);
  return root === undefined ? "JSON, broken" : readJsonStory(root, settings);
}

/** A document without any text is no story, and one with too many blocks is no story that could be compared. */
function toReading(read: Document, source: Pick<Reading, "hash" | "encoding" | "markup">): Reading | Unread {
  if (read.blocks.length > MAX_BLOCKS) {
    return { unread: "too many paragraphs" };
  }
  return read.blocks.length === 0
    ? { unread: `${FORMAT_NAMES[read.format]} without a story` }
    : { ...repairDocument(read), ...source };
}

function hashesOf(parts: MarkupParts): MarkupParts {
  return {
    "front matter": textHash(parts["front matter"]),
    links: textHash(parts.links),
    images: textHash(parts.images),
    markup: textHash(parts.markup),
  };
}

/** Whether an object gave no document. */
export function isUnread(read: Reading | Unread): read is Unread {
  return "unread" in read;
}

/** The first 16 bytes of the SHA-256 of a text in UTF-8, as 22 characters of base64url. */
export function textHash(text: string): string {
  return hashOf(text);
}

function hashOf(content: Uint8Array | string): string {
  return hash("sha256", content, "buffer").subarray(0, HASH_BYTES).toString("base64url");
}
