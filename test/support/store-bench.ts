import { expect } from "vitest";
import type {
  KeyRange,
  ListedObject,
  ObjectStore,
  WriteCondition,
  WriteResult,
} from "../../functions/digest/ports.ts";

/** A store under test. */
export interface Subject {
  readonly store: ObjectStore;
  /** Prefix of every key in the suite; empty if the suite has the bucket to itself. */
  readonly prefix: string;
  tags(key: string): Promise<Readonly<Record<string, string>> | undefined>;
  close(): Promise<void>;
}

/** A store under test with the few calls that the contract uses; keys are without the prefix. */
export interface StoreBench {
  at(key: string): string;
  put(key: string, text: string, condition?: WriteCondition): Promise<WriteResult>;
  /** Writes and returns the etag. */
  written(key: string, text: string): Promise<string>;
  textOf(key: string): Promise<string | undefined>;
  list(range: KeyRange): Promise<readonly (readonly ListedObject[])[]>;
  keys(range: KeyRange): Promise<readonly string[]>;
}

export const encode = (text: string) => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
export const inByteOrder = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** `subject` is opened after the tests are declared, so it is looked up on each call. */
export function storeBench(subject: () => Subject): StoreBench {
  const at = (key: string) => `${subject().prefix}${key}`;
  const put: StoreBench["put"] = (key, text, condition) =>
    subject().store.write(at(key), encode(text), condition);
  const list: StoreBench["list"] = ({ prefix = "", ...bounds }) =>
    Array.fromAsync(subject().store.list({ ...bounds, prefix: at(prefix) }));
  return {
    at,
    put,
    list,
    textOf: async (key) => decode((await subject().store.read(at(key)))?.bytes),
    async written(key, text) {
      const result = await put(key, text);
      return result.outcome === "written" ? result.etag : expect.fail(`${key} was not written`);
    },
    keys: async (range) => (await list(range)).flat().map(({ key }) => key),
  };
}

const BATCH = 50;

export async function inBatches<T>(
  values: readonly T[],
  work: (value: T) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < values.length; i += BATCH) {
    await Promise.all(values.slice(i, i + BATCH).map(work));
  }
}

/** Keys that a store, its protocol or a file system could lose, change or reorder. */
export const ODD_KEYS: readonly (readonly [what: string, key: string])[] = [
  ["spaces", " two  spaces "],
  ["a plus", "a+b"],
  ["percent signs", "100%25 %2e%2e"],
  ["a newline", "line\nbreak\r\n"],
  ["control characters", "bell\u0007escape\u001bdelete\u007f"],
  ["a parent folder", "../../outside.txt"],
  ["dots alone", "a/../b/./.."],
  ["a leading slash", "/rooted.txt"],
  ["empty segments", "a//b///c/"],
  ["a hidden file", ".hidden/.file"],
  ["markup", `<key a="1">&amp;'</key>`],
  ["a query", "what?x-id=1&list-type=2#part"],
  ["backslashes", "a\\b\\..\\c"],
  ["capitals that differ", "Story.TXT"],
  ["capitals that differ, in small letters", "story.txt"],
  ["a name reserved by Windows", "con"],
  ["a trailing dot", "ends."],
  ["composed letters", "caf\u00e9"],
  ["decomposed letters", "cafe\u0301"],
  ["an emoji", "news 📰.txt"],
  ["the last character before the surrogates", "\ud7ff"],
  ["a full-width letter", "\uff21"],
  ["an astral letter", "\u{1d400}"],
  ["the last code point", "\u{10ffff}"],
];
