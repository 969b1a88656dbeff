/** `npm run read`: how stories are read, for whoever wonders why an email shows what it shows. */
import { readFileSync } from "node:fs";
import { parseJsonFields } from "../functions/digest/story/formats/json/json-fields.ts";
import type { ReadSettings } from "../functions/digest/story/formats/read-document.ts";
import type { Command } from "./runner/command.ts";
import { parseReadOptions } from "./runner/options.ts";
import { describeReading, readingOf } from "./runner/reading.ts";
import { UsageError } from "./runner/usage.ts";

export const read: Command = async (args) => {
  const { files, jsonFields, isJson } = parseReadOptions(args);
  const settings = settingsOf(jsonFields);
  for (const [index, file] of files.entries()) {
    const reading = readingOf(file, bytesOf(file), settings);
    if (isJson) {
      console.log(JSON.stringify({ file, ...reading }));
    } else {
      console.log(`${index === 0 ? "" : "\n"}${describeReading(file, reading)}`);
    }
  }
};

function settingsOf(jsonFields: string): ReadSettings {
  try {
    return { jsonFields: parseJsonFields(jsonFields) };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot read the story ${file}: ${reason}`, { cause });
  }
}
