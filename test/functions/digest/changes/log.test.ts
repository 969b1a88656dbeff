import { expect, it } from "vitest";
import { createChangesWriter, readLog } from "../../../../functions/digest/changes/log.ts";
import { encodeBlock } from "../../../../functions/digest/snapshot/format/blocks.ts";
import { writeBlocks } from "../../../../functions/digest/snapshot/format/lines.ts";
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
  const keys = (await Array.fromAsync(readLog(store, written))).map((logged) => logged.read().key);
  expect(keys).toEqual(Array.from({ length: count }, (__, i) => `${i}.txt`));
});

/** Changes objects with these lines. */
async function logOf(...lines: readonly string[]) {
  const store = createMemoryStore();
  const block = encodeBlock(Buffer.from(lines.map((line) => `${line}\n`).join("")));
  const format = { name: "changes", version: 4, known: [4] };
  const reference = await writeBlocks(store, "changes", format, [{ bytes: block, count: lines.length }]);
  return await Array.fromAsync(readLog(store, [{ ...reference, count: lines.length }]));
}

it("parses a record only when it is asked for, and tells its kind before", async () => {
  const [broken, sound] = await logOf('{"change":"added","key":1}', JSON.stringify(record(2, "case")));
  expect([broken?.change, sound?.change]).toEqual(["added", "cosmetic"]);
  expect([broken?.readIf("cosmetic"), sound?.readIf("added")]).toEqual([undefined, undefined]);
  expect(sound?.readIf("cosmetic")).toEqual(record(2, "case"));
  expect(() => broken?.readIf("added")).toThrow("it has an invalid record");
  expect(() => broken?.read()).toThrow("deploy the code that wrote it");
});

it("tells the kind of a record that says it elsewhere than at its beginning, as former code may have written it", async () => {
  const [logged] = await logOf('{"key":"a.txt","change":"cosmetic","reason":"case"}');
  expect([logged?.change, logged?.readIf("cosmetic")?.key]).toEqual(["cosmetic", "a.txt"]);
});
