import type { Document } from "./formats/document.ts";
import { isUnread, type ReadOptions, readDocument } from "./formats/read-document.ts";
import { readFrame } from "./frame/frame.ts";
import type { Story, Unreadable } from "./types.ts";

/** Largest story, in bytes, before and after decompression: about 800,000 words. */
export const MAX_STORY_BYTES = 5_000_000;

/** How an object is read. */
export type ParseOptions = Omit<ReadOptions, "maxBytes">;

/**
 * The story in the bytes of an object, or the reason it cannot be read; a text stands for its bytes in UTF-8. Never throws;
 * the same key, content and options always give the same story. Linear in the bytes; a caller reads at most
 * {@link MAX_STORY_BYTES} + 1 of them.
 */
export function parseStory(
  key: string,
  content: Uint8Array | string,
  options: ParseOptions = {},
): Story | Unreadable {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const reading = readDocument(key, bytes, { ...options, maxBytes: MAX_STORY_BYTES });
  if (isUnread(reading)) {
    return { key, unreadable: reading.unread };
  }
  const { document, text, ...source } = reading;
  return { key, format: document.format, ...readFrame(document), text: text ?? textOf(document), ...source };
}

/** All that a document says, in one text: what is compared to see whether only its form changed. */
function textOf({ headline = "", deck = "", byline = "", blocks, doubtful = [] }: Document): string {
  const parts = [headline, deck, byline, ...blocks.map((block) => block.text), ...doubtful];
  return parts.filter((part) => part !== "").join("\n");
}

/** Whether an object could not be read as a story. */
export function isUnreadable(parsed: Story | Unreadable): parsed is Unreadable {
  return "unreadable" in parsed;
}
