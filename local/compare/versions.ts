import { closeSync, openSync, readSync, statSync } from "node:fs";
import { heldBackWords } from "../../functions/digest/publish/wording/reasons.ts";
import type { ReadSettings } from "../../functions/digest/story/formats/read-document.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";

/** The story in a file, read as the job reads an object of this key; throws with what is wrong with the file. */
export function readVersion(file: string, settings: ReadSettings): Story {
  const story = parseStory(file, bytesOf(file), settings);
  if (isUnreadable(story)) {
    throw new Error(`cannot compare ${file}: ${unreadWords(story.unreadable)}`);
  }
  return story;
}

function unreadWords(reason: string): string {
  switch (reason) {
    case "empty":
      return "it is empty";
    case "too large":
      return `file too large (more than ${MAX_STORY_BYTES / 1e6} MB)`;
    default:
      return heldBackWords(reason);
  }
}

/** At most one byte more than a story may have, which says that it is too large. */
function bytesOf(file: string): Uint8Array {
  try {
    const descriptor = openSync(file, "r");
    try {
      return readUpTo(descriptor, MAX_STORY_BYTES + 1);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw new Error(`cannot read ${file}: ${problemOf(cause)}`, { cause });
  }
}

/** A pipe gives its bytes in pieces, and has no length. */
function readUpTo(descriptor: number, max: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(max);
  let length = 0;
  while (length < max) {
    const read = readSync(descriptor, bytes, length, max - length, null);
    if (read === 0) {
      break;
    }
    length += read;
  }
  return bytes.subarray(0, length);
}

const PROBLEMS = new Map([
  ["ENOENT", "it does not exist"],
  ["EISDIR", "it is a folder, expected a file"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ENOTDIR", "a part of its path is a file"],
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the disk can only be read"],
]);

/** What an error of the file system says, in words where it is a common one. */
export function problemOf(cause: unknown): string {
  const { code, message } = Object(cause);
  return PROBLEMS.get(code) ?? String(message ?? cause);
}

/** Whether two names lead to one file, over links too; `false` if one of them leads nowhere. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false, bigint: true }));
  return a !== undefined && b !== undefined && a.ino !== 0n && a.ino === b.ino && a.dev === b.dev;
}
