/** `npm run read`: how stories are read, for whoever wonders why an email shows what it shows. */
import { readFileSync } from "node:fs";
import type { Document } from "../functions/digest/story/formats/document.ts";
import { isUnread, readDocument, type Unread } from "../functions/digest/story/formats/read-document.ts";
import { MAX_STORY_BYTES } from "../functions/digest/story/story.ts";
import type { Command } from "./runner/command.ts";
import { parseReadOptions } from "./runner/options.ts";
import { describeReading } from "./runner/reading.ts";

export const read: Command = async (args) => {
  const { files, isJson } = parseReadOptions(args);
  for (const [index, file] of files.entries()) {
    const reading = documentOf(file);
    if (isJson) {
      console.log(JSON.stringify({ file, ...reading }));
    } else {
      console.log(`${index === 0 ? "" : "\n"}${describeReading(file, reading)}`);
    }
  }
};

function documentOf(file: string): Document | Unread {
  const reading = readDocument(file, bytesOf(file), { maxBytes: MAX_STORY_BYTES });
  return isUnread(reading) ? reading : reading.document;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot read the story ${file}: ${reason}`, { cause });
  }
}
