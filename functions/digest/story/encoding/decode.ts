import { isAscii, isUtf8 } from "node:buffer";
import { gunzipSync } from "node:zlib";
import type { Story, UnreadableReason } from "../types.ts";
import { windows1252Character } from "./codepages.ts";

/** A text has no more control characters than this share; more make it binary. */
export const MAX_CONTROL_SHARE = 0.05;

/** A decoded text: without its byte order mark, otherwise unchanged. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Story["encoding"];
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
 * The text in unpacked bytes, or the reason they have none. A byte order mark decides; next comes strict UTF-8, then
 * windows-1252, which accepts any bytes. Linear in the bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText | UnreadableReason {
  const decoded = decodeBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return reasonUnreadable(decoded.text) ?? decoded;
}

/** Where a page declares its character set: in the first kilobyte, HTML Standard, "Specifying the character encoding". */
const DECLARED_CHARSET = /<(?:meta[^>]{0,200}charset|\?xml[^>]{0,60}encoding) ?= ?["']?([\w-]{2,40})/i;
const DECLARATION_LENGTH = 2_048;

/**
 * The same text by the character set that the source declares, where its bytes are no UTF-8 and the declared one is
 * known; otherwise as it was decoded.
 */
export function decodeDeclared(bytes: Uint8Array, decoded: DecodedText): DecodedText {
  const declared = DECLARED_CHARSET.exec(decoded.text.slice(0, DECLARATION_LENGTH))?.[1]?.toLowerCase();
  if (decoded.encoding !== "windows-1252" || declared === undefined) {
    return decoded;
  }
  try {
    const decoder = new TextDecoder(declared);
    return decoder.encoding === "utf-8"
      ? decoded
      : { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return decoded;
  }
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
  const utf8 = isUtf8(bytes) ? bytes : beforeCutCharacter(bytes);
  if (utf8 !== undefined) {
    return { text: withoutMark(utf8.toString("utf8")), encoding: "utf-8" };
  }
  return { text: windows1252(bytes), encoding: "windows-1252" };
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

/** The UTF-16 of each byte. */
const WINDOWS_1252 = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 ? byte : windows1252Character(byte).charCodeAt(0),
);

function windows1252(bytes: Buffer): string {
  const units = Buffer.alloc(2 * bytes.length);
  for (let index = 0; index < bytes.length; index += 1) {
    units.writeUInt16LE(WINDOWS_1252[bytes[index] ?? 0] ?? 0, 2 * index);
  }
  return units.toString("utf16le");
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
