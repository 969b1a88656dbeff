import { describe, expect, it } from "vitest";
import { compareKeys } from "../../../../functions/digest/key-order.ts";
import type { ObjectStore } from "../../../../functions/digest/ports.ts";
import { cutsParts, openRange, partsWithin } from "../../../../functions/digest/scan/known-text.ts";
import { decodeEntry, type Entry } from "../../../../functions/digest/snapshot/entry.ts";
import { createPartWriter, type PartReference } from "../../../../functions/digest/snapshot/parts.ts";
import type { Bounds } from "../../../../functions/digest/snapshot/snapshot.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { anyCharacter } from "../../../support/any-character.ts";
import { fc } from "../../../support/laws.ts";

const entry = (key: string): Entry => ({
  key,
  etag: "e",
  size: 1,
  hash: "h",
  place: { pack: "p", offset: 0, length: 1 },
  firstSeen: "",
  lastChanged: "",
  earlier: [],
});

async function written(
  keys: readonly string[],
): Promise<{ store: ObjectStore; parts: readonly PartReference[] }> {
  const store = createMemoryStore();
  const writer = createPartWriter(store, (part) => `${part}`, 3);
  for (const key of keys) {
    await writer.add(entry(key));
  }
  return { store, parts: await writer.finish() };
}

async function keysWithin(
  store: ObjectStore,
  all: readonly PartReference[],
  bounds: Bounds,
): Promise<string[]> {
  const range = { index: 0, ...bounds, parts: partsWithin(all, bounds) };
  const text = (await Array.fromAsync(openRange(store, range)())).join("");
  return text === ""
    ? []
    : text
        .slice(0, -1)
        .split("\n")
        .map((line) => decodeEntry(line).key);
}

const isWithin = (key: string, { after, upTo }: Bounds): boolean =>
  (after === undefined || compareKeys(key, after) > 0) && (upTo === undefined || compareKeys(key, upTo) <= 0);

describe("openRange", () => {
  it("reads exactly the entries after one key and up to another, wherever they are in the parts", async () => {
    const key = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 3 });
    const bound = fc.option(key, { nil: undefined });
    const cases = fc.record({ keys: fc.uniqueArray(key, { maxLength: 14 }), after: bound, upTo: bound });
    const property = fc.asyncProperty(cases, async ({ keys, after, upTo }) => {
      const sorted = keys.toSorted(compareKeys);
      const { store, parts } = await written(sorted);
      const bounds = { ...(after !== undefined && { after }), ...(upTo !== undefined && { upTo }) };
      expect(await keysWithin(store, parts, bounds)).toEqual(sorted.filter((each) => isWithin(each, bounds)));
    });
    await fc.assert(property, { seed: 1, numRuns: 200 });
  });

  it("distinguishes a range that cuts parts from one of whole parts", async () => {
    const { parts } = await written(["a", "b", "c", "d", "e", "f"]);
    const cuts = (bounds: Bounds) => cutsParts({ index: 0, ...bounds, parts: partsWithin(parts, bounds) });
    expect(cuts({})).toBe(false);
    expect(cuts({ after: "c" })).toBe(false);
    expect(cuts({ upTo: "c" })).toBe(false);
    expect(cuts({ after: "cc", upTo: "z" })).toBe(false);
    expect(cuts({ after: "b" })).toBe(true);
    expect(cuts({ upTo: "d" })).toBe(true);
    expect(cuts({ after: "a", upTo: "b" })).toBe(true);
  });
});
