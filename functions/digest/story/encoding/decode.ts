import { isAscii, isUtf8 } from "node:buffer";
import { gunzipSync } from "node:zlib";
import type { Story, UnreadableReason } from "../types.ts";
import { decodeAs } from "./charset/decode-as.ts";
import { detectCharset, type OtherVersion } from "./charset/detect-charset.ts";
import { NEARLY_ALL, readNearlyUtf8, SOME } from "./charset/nearly-utf8.ts";
import { readIso2022, unmarkedUtf16 } from "./charset/unmarked.ts";

/** A text has no more control characters than this share; more make it binary. */
export const MAX_CONTROL_SHARE = 0.05;

/** A decoded text: without its byte order mark, otherwise unchanged. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Story["encoding"];
  /**
   * The text by byte order mark, UTF-8 or windows-1252 alone: what is hashed, whatever else is known about the charset. Of UTF-8 its
   * bytes, which need not be made again.
   */
  readonly plain: string | Uint8Array;
}

/** What is known about the charset of an object beside its bytes. */
export interface DecodeOptions {
  /** Media type, as the store has it. */
  readonly contentType?: string | undefined;
  /** Another version of the object, read alike. */
  readonly other?: OtherVersion | undefined;
  /** Reads what is in no known charset as windows-1252. */
  readonly isForced?: boolean;
}

/**
 * The bytes of an object, or the reason it has none. Only a key ending in `.gz` is decompressed, never beyond
 * `maxBytes`.
 */
export function unpack(key: string, bytes: Uint8Array, maxBytes: number): Uint8Array | UnreadableReason {
  if (bytes.length > maxBytes) {
    return "too large";
  }
  return key.endsWith(".gz") ? decompress(bytes, maxBytes) : bytes;
}

/**
 * The text in unpacked bytes, or the reason they have none. A byte order mark decides; next comes strict UTF-8, then the
 * charset that the bytes and their declaration speak for. Linear in the bytes.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText | UnreadableReason {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { text, encoding, utf8 } = decodeBytes(buffer);
  const plain = utf8 ?? text;
  const sevenBit = encoding === "utf-8" ? readIso2022(text) : undefined;
  if (sevenBit !== undefined) {
    return { text: sevenBit, encoding: "iso-2022-jp", plain };
  }
  const reason = reasonUnreadable(text);
  if (reason !== undefined || encoding !== "windows-1252") {
    return reason ?? { text, encoding, plain };
  }
  return decodeLegacy(buffer, text, options) ?? "unknown encoding";
}

/** The text in bytes that are no UTF-8, or not throughout. */
function decodeLegacy(bytes: Buffer, plain: string, options: DecodeOptions): DecodedText | undefined {
  const nearly = readNearlyUtf8(bytes, NEARLY_ALL);
  if (nearly !== undefined) {
    return { text: nearly, encoding: "utf-8", plain };
  }
  const declared = declaredCharset(plain, options.contentType);
  const charset = detectCharset(bytes, { declared, other: options.other });
  if (charset !== undefined) {
    const text = charset === "windows-1252" ? plain : decodeAs(bytes, charset);
    return { text, encoding: charset, plain };
  }
  const mixed = readNearlyUtf8(bytes, SOME);
  if (mixed !== undefined) {
    return { text: mixed, encoding: "utf-8", plain };
  }
  return options.isForced === true ? { text: plain, encoding: "windows-1252", plain } : undefined;
}

/** Where a page declares its character set: in the first kilobyte, HTML Standard, "Specifying the character encoding". */
const DECLARED_CHARSET = /<(?:meta[^>]{0,200}charset|\?xml[^>]{0,60}encoding) ?= ?["']?([\w-]{2,40})/i;
const DECLARATION_LENGTH = 2_048;
const CHARSET_OF_TYPE = /;\s{0,9}charset\s{0,9}=\s{0,9}"?([\w-]{2,40})/i;

function declaredCharset(text: string, contentType = ""): string | undefined {
  const inText = DECLARED_CHARSET.exec(text.slice(0, DECLARATION_LENGTH));
  return (inText ?? CHARSET_OF_TYPE.exec(contentType.slice(0, DECLARATION_LENGTH)))?.[1]?.toLowerCase();
}

function decompress(bytes: Uint8Array, maxOutputLength: number): Uint8Array | UnreadableReason {
  try {
    return gunzipSync(bytes, { maxOutputLength });
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? "too large" : "broken gzip";
  }
}

function decodeBytes(bytes: Buffer): Omit<DecodedText, "plain"> & { readonly utf8?: Uint8Array } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: utf16(bytes), encoding: "utf-16" };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: utf16(swapped(bytes)), encoding: "utf-16" };
  }
  const order = unmarkedUtf16(bytes);
  if (order !== undefined) {
    return { text: utf16(order === "utf-16le" ? bytes : swapped(bytes)), encoding: "utf-16" };
  }
  const whole = isUtf8(bytes) ? bytes : beforeCutCharacter(bytes);
  if (whole !== undefined) {
    const utf8 = afterMark(whole);
    return { text: utf8.toString("utf8"), encoding: "utf-8", utf8 };
  }
  return { text: decodeAs(bytes, "windows-1252"), encoding: "windows-1252" };
}

const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf);

function afterMark(utf8: Buffer): Buffer {
  const isMarked = utf8.subarray(0, UTF8_MARK.length).equals(UTF8_MARK);
  return isMarked ? utf8.subarray(UTF8_MARK.length) : utf8;
}

/** The first byte of a character beyond ASCII in UTF-8 is not below this, the others not below that. */
const UTF8 = { first: 0xc0, other: 0x80, longest: 4 } as const;

/**
 * UTF-8 that was cut off within its last character, without what is left of that. There must be another character beyond
 * ASCII: the last letter of a text in windows-1252 looks the same.
 */
function beforeCutCharacter(bytes: Buffer): Buffer | undefined {
  const start = Math.max(0, bytes.length - UTF8.longest + 1);
  const at = bytes.subarray(start).findLastIndex((byte) => byte >= UTF8.first);
  const whole = bytes.subarray(0, start + at);
  const isCut = at !== -1 && bytes.subarray(start + at).every((byte) => byte >= UTF8.other);
  return isCut && !isAscii(whole) && isUtf8(whole) ? whole : undefined;
}

/** Replaces unpaired surrogates with U+FFFD: such a text could be neither hashed nor emailed. */
function utf16(bytes: Buffer): string {
  return withoutMark(bytes.toString("utf16le")).toWellFormed();
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
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
