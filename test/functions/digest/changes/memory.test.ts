import { expect, it } from "vitest";
import { openMemory } from "../../../../functions/digest/changes/memory.ts";
import type { RemovedRecord } from "../../../../functions/digest/changes/schema.ts";
import { type AbsentReference, readAbsent } from "../../../../functions/digest/snapshot/absent.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";

const MAX_ABSENT = 65_536;

const removed = (key: string): RemovedRecord => ({
  change: "removed",
  key,
  headline: key,
  summary: [],
  hash: key,
  firstSeen: "2026-11-19T07:00:00Z",
  lastChanged: "2026-11-19T07:00:00Z",
  significance: 50,
  earlier: [],
});

it.each([
  [MAX_ABSENT - 3, ["a", "b", "c", "d"]],
  [MAX_ABSENT - 1, ["c", "d"]],
  [MAX_ABSENT, ["d"]],
])("forgets those gone longest first, with all of a slot: %i more are gone", async (gone, expected) => {
  const state = createMemoryStore();
  let reference: AbsentReference | null = null;
  const run = async (slot: string, key: string, count: number, keys: readonly string[]): Promise<void> => {
    const memory = await openMemory({ reference, days: 90, slot, state, key, returned: [], gone: count });
    for (const each of keys) {
      await memory.add(removed(each));
    }
    reference = await memory.finish();
  };
  await run("2026-11-20T07:00:00Z", "one", 2, ["a", "b"]);
  await run("2026-11-21T07:00:00Z", "two", 1, ["c"]);
  await run("2026-11-22T07:00:00Z", "three", gone, ["d"]);
  const kept = await Array.fromAsync(readAbsent(state, reference));
  expect(kept.map(({ key }) => key)).toEqual(expected);
});
