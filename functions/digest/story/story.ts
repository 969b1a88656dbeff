import { createHash } from "node:crypto";
import { decodeText } from "./encoding/decode.ts";
import { repair } from "./encoding/repair.ts";
import { readPlainText, unifyLineEnds } from "./formats/plain-text.ts";
import { readFrame } from "./frame/frame.ts";
import type { Story, Unreadable } from "./types.ts";

/** Largest story, in bytes, before and after decompression: about 800,000 words. */
export const MAX_STORY_BYTES = 5_000_000;

const HASH_BYTES = 16;

/**
 * The story in the bytes of an object, or the reason it cannot be read. Never throws; the same key and bytes
 * always give the same story. Linear in the bytes; a caller reads at most {@link MAX_STORY_BYTES} + 1 of
 * them.
 */
export function parseStory(key: string, bytes: Uint8Array): Story | Unreadable {
  const decoded = decodeText(key, bytes, MAX_STORY_BYTES);
  if (typeof decoded === "string") {
    return { key, unreadable: decoded };
  }
  const { text, repairs } = repair(unifyLineEnds(decoded.text));
  return {
    key,
    ...readFrame(readPlainText(text)),
    text,
    hash: textHash(decoded.text),
    encoding: decoded.encoding,
    repairs,
  };
}

/** Whether an object could not be read as a story. */
export function isUnreadable(parsed: Story | Unreadable): parsed is Unreadable {
  return "unreadable" in parsed;
}

/** The first 16 bytes of the SHA-256 of a text in UTF-8, as 22 characters of base64url. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest().subarray(0, HASH_BYTES).toString("base64url");
}
