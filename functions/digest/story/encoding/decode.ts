import { isUtf8 } from "node:buffer";
import { gunzipSync } from "node:zlib";
import type { Story, UnreadableReason } from "../types.ts";
import { windows1252Character } from "./codepages.ts";

/** A text has fewer control characters. */
export const MAX_CONTROL_SHARE = 0.05;

/** A decoded text: without its byte order mark, otherwise unchanged. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Story["encoding"];
}

/**
 * The text of an object, or the reason it has none. A byte order mark decides; next comes strict UTF-8, then
 * windows-1252, which accepts any bytes. Only a key ending in `.gz` is decompressed, never beyond `maxBytes`.
 * Linear in the bytes.
 */
export function decodeText(key: string, bytes: Uint8Array, maxBytes: number): DecodedText | UnreadableReason {
  const plain = decompressed(key, bytes, maxBytes);
  if (typeof plain === "string") {
    return plain;
  }
  const decoded = decodeBytes(Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength));
  return reasonUnreadable(decoded.text) ?? decoded;
}

/** The bytes of an object, decompressed if its key ends in `.gz`; at most `maxBytes`, before and after. */
export function decompressed(
  key: string,
  bytes: Uint8Array,
  maxBytes: number,
): Uint8Array | UnreadableReason {
  if (bytes.length > maxBytes) {
    return "too large";
  }
  return key.endsWith(".gz") ? decompress(bytes, maxBytes) : bytes;
}

function decompress(bytes: Uint8Array, maxOutputLength: number): Uint8Array | UnreadableReason {
  try {
    return gunzipSync(bytes, { maxOutputLength });
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? "too large" : "broken gzip";
  }
}

function decodeBytes(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: utf16(bytes), encoding: "utf-16" };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    return { text: utf16(even.swap16()), encoding: "utf-16" };
  }
  if (isUtf8(bytes)) {
    return { text: withoutMark(bytes.toString("utf8")), encoding: "utf-8" };
  }
  return { text: windows1252(bytes), encoding: "windows-1252" };
}

/** Replaces unpaired surrogates with U+FFFD: such a text could be neither hashed nor emailed. */
function utf16(bytes: Buffer): string {
  return withoutMark(bytes.toString("utf16le")).toWellFormed();
}

function windows1252(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replaceAll(/[\u0080-\u009f]/g, (character) => windows1252Character(character.charCodeAt(0)));
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** One NUL is enough: text never contains one, and most binary formats have one in their first bytes. */
function reasonUnreadable(text: string): UnreadableReason | undefined {
  if (text.includes("\0")) {
    return "not text";
  }
  const controls = text.match(/[^\P{Cc}\t\n\f\r\u0080-\u009f]/gu)?.length ?? 0;
  if (controls > text.length * MAX_CONTROL_SHARE) {
    return "not text";
  }
  return /[^\s\p{C}]/u.test(text) ? undefined : "empty";
}
