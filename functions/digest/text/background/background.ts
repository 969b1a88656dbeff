import { stemsOf } from "../stems.ts";
import { BACKGROUND_CLASSES, BACKGROUND_TABLE } from "./background-table.ts";

let table: ReadonlyMap<string, number> | undefined;

/**
 * The number of documents, out of `BACKGROUND_DOCUMENTS` in general language, that contain a stem; 0 for a rare one. A
 * corpus of seven stories cannot distinguish informative words from common ones; this can. The table is parsed on first
 * use (about 5 ms).
 */
export function backgroundFrequency(stem: string): number {
  table ??= readTable(BACKGROUND_TABLE);
  return table.get(stem) ?? 0;
}

function readTable(text: string): Map<string, number> {
  const frequencies = new Map<string, number>();
  let stem = "";
  for (const [, shared, rest = "", of = ""] of text.matchAll(/(\d)([^A-Z\n]*)([A-Z])/g)) {
    stem = stem.slice(0, Number(shared)) + rest;
    frequencies.set(stem, BACKGROUND_CLASSES[of.charCodeAt(0) - FIRST_CLASS] ?? 0);
  }
  return frequencies;
}

const FIRST_CLASS = "A".charCodeAt(0);

/** Whether an English word stands in texts of any kind: no name of its own. */
export function isCommonWord(word: string): boolean {
  return stemsOf(word).every((stem) => backgroundFrequency(stem) > 0);
}
