import { expect, it } from "vitest";
import { createChangesWriter, readChanges } from "../../../../functions/digest/changes/log.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";

const record = (i: number, reason: string) => ({ change: "cosmetic", key: `${i}.txt`, reason }) as const;

it.each([
  ["by number", 4_500, "case", [2_000, 2_000, 500]],
  ["by size", 9, "x".repeat(1024 * 1024), [4, 4, 1]],
])("splits records into objects of limited size, %s", async (_, count, reason, sizes) => {
  const store = createMemoryStore();
  const writer = createChangesWriter(store, (object) => `${object}`);
  for (let i = 0; i < count; i++) {
    await writer.add(record(i, reason));
  }
  const written = await writer.finish();
  expect(written.map((reference) => reference.count)).toEqual(sizes);
  const keys = (await Array.fromAsync(readChanges(store, written))).map(({ key }) => key);
  expect(keys).toEqual(Array.from({ length: count }, (__, i) => `${i}.txt`));
});
