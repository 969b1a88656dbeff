import { unmarkedUtf16 } from "../encoding/charset/unmarked.ts";
import type { StoryFormat } from "./document.ts";
import { type Detected, isFormat, kindByKey, kindByType, type UnreadKind } from "./names.ts";
import { kindByBytes } from "./signatures.ts";
import { isStoryRoot } from "./xml/xml-story.ts";

/** How much of an object decides its format. */
export const DETECTED_BYTES = 1024;

/** What a file with this suffix holds cannot be a story, even if it is text: an error page in place of a picture. */
const NEVER_STORIES: readonly (StoryFormat | UnreadKind)[] = [
  "PDF, not read",
  "image",
  "audio or video",
  "archive",
  "script or style sheet",
  "editor backup",
  "system file",
  "folder marker",
  "binary",
];

const JSON_START = /^(?:\[\s*)?\{\s*(?:"(?:[^"\\\n]|\\.){1,200}"\s*:|\}\s*$)/;
const HTML_START = /^<!doctype\s+html\b|^<(?:html|head|body)(?=[\s>])/i;
/** An element of HTML that holds text; its end tag must follow. */
const HTML_FRAGMENT =
  /^<(p|div|h[1-6]|article|section|main|header|table|ul|ol|blockquote|figure)(?=[\s>])[^>]{0,500}>/i;
/** Of front matter, its first line with what each of its other lines can be, and a name that it has. */
const FRONT_MATTER: readonly (readonly [mark: string, line: RegExp])[] = [
  ["---", /^\s*(?:#|$)|^\s|^- |^["']?[\p{L}_][\p{L}\d_ .-]{0,60}["']?:(?:\s|$)/u],
  ["+++", /^\s*(?:#|$|\[|\]|["'}])|^\s|^["']?[\p{L}_][\p{L}\d_.-]{0,60}["']?\s*=/u],
];
const KNOWN_NAME =
  /^["']?(?:title|headline|date|published\w*|updated|lastmod|modified|created\w*|authors?|byline|layout|slug|tags?|categor(?:y|ies)|description|summary|excerpt|lang|language|draft|status|permalink|id|type)["']?\s*[:=]/im;

/**
 * The format of an object, or why it is not read. Content decides over suffix, and suffix over content type; a text is
 * taken for markup only where nothing else could be meant. `start` is the first kilobyte, decompressed; what comes after
 * it is not looked at.
 */
export function detectFormat(key: string, start: Uint8Array, contentType = ""): Detected {
  const named = kindByKey(key);
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, DETECTED_BYTES));
  if (named === "editor backup" || named === "system file" || named === "folder marker") {
    return { unread: named };
  }
  const signed = kindByBytes(bytes);
  const kind =
    signed === undefined ? kindOfText(textOf(bytes), named, contentType) : settled(signed, named, bytes);
  return isFormat(kind) ? { format: kind } : { unread: kind };
}

/**
 * Every program of Office packs its files in the same way: where the start does not show which one it was, the suffix
 * does.
 */
function settled(
  signed: StoryFormat | UnreadKind,
  named: StoryFormat | UnreadKind | undefined,
  start: Buffer,
): StoryFormat | UnreadKind {
  if (signed === "docx" && named === "office file") {
    return start.includes("word/") ? signed : named;
  }
  return signed === "archive" && named === "docx" ? named : signed;
}

function kindOfText(
  text: string,
  named: StoryFormat | UnreadKind | undefined,
  contentType: string,
): StoryFormat | UnreadKind {
  if (named !== undefined && NEVER_STORIES.includes(named)) {
    return named;
  }
  const certain = certainFormat(text, named === "text");
  if (certain !== undefined && named !== "markdown") {
    return certain;
  }
  // Many systems export any story as `.txt`: that name says no more than none.
  const fragment = named === undefined || named === "text" ? fragmentFormat(text) : undefined;
  return fragment ?? named ?? plausible(kindByType(contentType), text) ?? "text";
}

/** The format that a text has by how it starts; of XML in a file named as text, only what is read. */
function certainFormat(text: string, isNamedText: boolean): StoryFormat | UnreadKind | undefined {
  const first = text.trimStart();
  if (first.startsWith("<")) {
    return formatOfMarkup(first, isNamedText);
  }
  if (JSON_START.test(first)) {
    return "json";
  }
  return hasFrontMatter(text) ? "markdown" : undefined;
}

/** A dash line alone can set off a note: all lines to the next one must be front matter, and name something usual. */
function hasFrontMatter(text: string): boolean {
  const [first = "", ...lines] = text.split(/\r\n?|\n/);
  const found = FRONT_MATTER.find(([mark]) => mark === first.trimEnd());
  if (found === undefined) {
    return false;
  }
  const [mark, line] = found;
  const end = lines.findIndex((other) => other.trimEnd() === mark);
  // The last line may be cut off by the end of the first kilobyte.
  const matter = lines.slice(0, end === -1 ? -1 : end);
  return matter.every((other) => line.test(other)) && KNOWN_NAME.test(matter.join("\n"));
}

function formatOfMarkup(text: string, isNamedText: boolean): StoryFormat | UnreadKind | undefined {
  const markup = withoutProlog(text);
  if (HTML_START.test(markup)) {
    return "html";
  }
  const root = /^<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})(?=[\s>/])/.exec(markup)?.[1] ?? "";
  if (root === "svg") {
    return isNamedText ? undefined : "image";
  }
  const isDeclared = text.startsWith("<?xml") && !isNamedText;
  const isNews =
    isStoryRoot(root) && (text.startsWith("<?xml") || /^<[^>]*(?:\sxmlns|\sversion=|>\s*<)/.test(markup));
  return isDeclared || isNews ? "xml" : undefined;
}

/** Markup from its first element or document type: declarations and comments can stand before it. */
function withoutProlog(text: string): string {
  let rest = text;
  for (;;) {
    const end = prologEnd(rest);
    if (end === -1) {
      return rest;
    }
    rest = rest.slice(end).trimStart();
  }
}

/** Where the declaration, comment or foreign document type ends with which the text starts; -1 if with none. */
function prologEnd(text: string): number {
  if (text.startsWith("<!--")) {
    return endAfter(text, "-->");
  }
  if (text.startsWith("<?")) {
    return endAfter(text, "?>");
  }
  return /^<!doctype\s+(?!html\b)/i.test(text) ? endAfter(text, ">") : -1;
}

function endAfter(text: string, mark: string): number {
  const at = text.indexOf(mark);
  return at === -1 ? -1 : at + mark.length;
}

/** HTML without its frame, as content systems export it. */
function fragmentFormat(text: string): StoryFormat | undefined {
  if (text.trimStart().startsWith("<!--")) {
    return "html";
  }
  const [, name] = HTML_FRAGMENT.exec(text.trimStart()) ?? [];
  const hasMore = name !== undefined && (text.match(/<\/?[a-z][a-z\d]*(?=[\s>])/gi) ?? []).length > 2;
  return name !== undefined && (text.includes(`</${name}>`) || hasMore) ? "html" : undefined;
}

/** A content type that is not refuted by how the text starts. */
function plausible(kind: StoryFormat | UnreadKind | undefined, text: string) {
  const first = text.trimStart().at(0) ?? "";
  const isRefuted = (kind === "json" && !'{["'.includes(first)) || (kind === "xml" && first !== "<");
  return isRefuted || kind === "docx" ? undefined : kind;
}

/** The start as text; what it is in other 8-bit encodings makes no difference to markup. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes.toString("utf16le", 2);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString("utf16le");
  }
  const order = unmarkedUtf16(bytes);
  return order === undefined
    ? bytes.toString("utf8").replace(/^\uFEFF/, "")
    : new TextDecoder(order).decode(bytes);
}

/** Why an object with this key is no story, whatever is in it; `undefined` if its content decides. */
export function unreadByKey(key: string): UnreadKind | undefined {
  const named = kindByKey(key);
  return named !== undefined && !isFormat(named) && NEVER_STORIES.includes(named) ? named : undefined;
}
