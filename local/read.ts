/** `npm run read`: how stories are read, for whoever wonders why an email shows what it shows. */
import { readFileSync } from "node:fs";
import type { Command } from "./runner/command.ts";
import { parseReadOptions } from "./runner/options.ts";
import { describeReading, readingOf, readSettings } from "./runner/reading.ts";

export const read: Command = async (args) => {
  const { files, jsonFields, isJson } = parseReadOptions(args);
  const settings = readSettings(jsonFields);
  for (const [index, file] of files.entries()) {
    const reading = readingOf(file, bytesOf(file), settings);
    if (isJson) {
      console.log(JSON.stringify({ file, ...reading }));
    } else {
      console.log(`${index === 0 ? "" : "\n"}${describeReading(file, reading)}`);
    }
  }
};

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot read the story ${file}: ${reason}`, { cause });
  }
}
