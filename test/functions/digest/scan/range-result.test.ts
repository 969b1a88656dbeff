import { expect, it } from "vitest";
import { CorruptStateError } from "../../../../functions/digest/errors.ts";
import {
  readRangeResult,
  type ScannedRange,
  writeRangeResult,
} from "../../../../functions/digest/scan/range-result.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";

const KEY = "runs/r/ranges/0.json";
const RESULT = {
  parts: [{ key: "runs/r/parts/0.zst", sha256: "ab", first: "a", last: "m\n😀", count: 3 }],
  changes: [{ key: "runs/r/changes/0.ndjson.zst", sha256: "cd", count: 1 }],
};

it.each<readonly [string, ScannedRange]>([
  ["a whole range over everything", { bounds: {}, result: { parts: [], changes: [] } }],
  ["a range between two keys", { bounds: { after: "a", upTo: "m\n😀" }, result: RESULT }],
  ["a range that was stopped", { bounds: { after: "a" }, result: { ...RESULT, upTo: "m\n😀" } }],
])("is read back as written: %s", async (_, scanned) => {
  const store = createMemoryStore();
  await writeRangeResult(store, KEY, scanned);
  expect(await readRangeResult(store, KEY)).toEqual(scanned);
});

it.each([
  ["missing", undefined],
  ["truncated", '{"version":1,'],
  ["of a newer version", JSON.stringify({ version: 2, result: RESULT })],
  ["without its parts", JSON.stringify({ version: 1, result: { changes: [] } })],
])("throws if it is %s", async (_, content) => {
  const store = createMemoryStore();
  if (content !== undefined) {
    await store.write(KEY, Buffer.from(content));
  }
  await expect(readRangeResult(store, KEY)).rejects.toThrow(CorruptStateError);
});
