import { describe, expect, it } from "vitest";
import { decodeEntry, type Entry, encodeEntry } from "../../../../functions/digest/snapshot/entry.ts";
import { compress } from "../../../../functions/digest/snapshot/format/frames.ts";
import { createPackWriter, readPacked } from "../../../../functions/digest/snapshot/packs.ts";
import { createPartWriter, readPart } from "../../../../functions/digest/snapshot/parts.ts";
import { planRanges } from "../../../../functions/digest/snapshot/snapshot.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { anyCharacter } from "../../../support/any-character.ts";
import { fc } from "../../../support/laws.ts";

function entry(key: string, changes: Partial<Entry> = {}): Entry {
  return {
    key,
    etag: "e",
    size: 10,
    hash: "h",
    place: { pack: "p", offset: 1, length: 2 },
    firstSeen: "2026-11-20T07:00:00Z",
    lastChanged: "2026-11-20T07:00:00Z",
    earlier: [],
    ...changes,
  };
}

describe("an entry", () => {
  it("is read back as it was written, whatever its key", () => {
    const text = fc.string({ unit: anyCharacter });
    const entries = fc.record({
      key: text,
      etag: text,
      size: fc.nat(),
      hash: text,
      place: fc.record({ pack: text, offset: fc.nat(), length: fc.nat() }),
      firstSeen: text,
      lastChanged: text,
      earlier: fc.array(fc.record({ hash: text, since: text })),
      held: fc.option(fc.record({ reason: text, etag: text, hash: text, since: text }), { nil: undefined }),
      missing: fc.option(fc.record({ since: text, seen: text }), { nil: undefined }),
    });
    fc.assert(
      fc.property(entries, ({ held, missing, ...rest }) => {
        const written: Entry = { ...rest, ...(held && { held }), ...(missing && { missing }) };
        expect(decodeEntry(encodeEntry(written))).toEqual(written);
        expect(encodeEntry(written)).not.toContain("\n");
      }),
      { seed: 1 },
    );
  });
});

describe("createPartWriter", () => {
  it.each([
    [0, []],
    [1, [1]],
    [4, [4]],
    [5, [3, 2]],
    [7, [4, 3]],
    [8, [4, 4]],
    [9, [4, 3, 2]],
    [13, [4, 4, 3, 2]],
  ])("cuts %i entries into parts of at most four, the last two evenly: %j", async (count, sizes) => {
    const store = createMemoryStore();
    const writer = createPartWriter(store, (part) => `parts/${part}`, 4);
    const entries = Array.from({ length: count }, (_, i) => entry(`key-${String(i).padStart(3, "0")}`));
    for (const each of entries) {
      await writer.add(each);
    }
    const parts = await writer.finish();
    expect(parts.map((part) => part.count)).toEqual(sizes);
    const read = await Promise.all(parts.map((part) => readPart(store, part)));
    expect(read.flat()).toEqual(entries);
    expect(parts.map(({ first, last }) => [first, last])).toEqual(
      read.map((part) => [part.at(0)?.key, part.at(-1)?.key]),
    );
  });
});

describe("readPart", () => {
  it("refuses a part whose bytes are not those that were written", async () => {
    const store = createMemoryStore();
    const writer = createPartWriter(store, () => "part", 4);
    await writer.add(entry("a"));
    const [part] = await writer.finish();
    const bytes = Buffer.from((await store.read("part"))?.bytes ?? []);
    bytes[10] = 255 - (bytes[10] ?? 0);
    await store.write("part", bytes);
    await expect(part && readPart(store, part)).rejects.toThrow(/SHA-256.*restore/);
    await store.remove("part");
    await expect(part && readPart(store, part)).rejects.toThrow(/s3:\/\/memory\/part: it is gone/);
  });
});

describe("a pack", () => {
  it("gives every text back, across packs, and each frame by its own", async () => {
    const store = createMemoryStore();
    const packs = createPackWriter(store, (pack) => `packs/${pack}`, 100);
    const texts = Array.from({ length: 12 }, (_, i) => `story ${i} ${"x".repeat(i * 7)} ${i * i}`);
    const places = [];
    for (const text of texts) {
      places.push(await packs.add(compress(Buffer.from(text))));
    }
    await packs.finish();
    const read = await Promise.all(places.map((place) => readPacked(store, place, 1_000)));
    expect(read.map((bytes) => Buffer.from(bytes).toString())).toEqual(texts);
    expect(new Set(places.map(({ pack }) => pack)).size).toBeGreaterThan(2);
  });

  it("refuses a damaged frame, a missing pack and more than is asked for", async () => {
    const store = createMemoryStore();
    const packs = createPackWriter(store, () => "pack", 1_000_000);
    const place = await packs.add(compress(Buffer.from("a text of some length".repeat(20))));
    await packs.finish();
    await expect(readPacked(store, place, 10)).rejects.toThrow("damaged");
    const bytes = Buffer.from((await store.read("pack"))?.bytes ?? []);
    bytes[20] = 255 - (bytes[20] ?? 0);
    await store.write("pack", bytes);
    await expect(readPacked(store, place, 1_000)).rejects.toThrow("damaged");
    await store.remove("pack");
    await expect(readPacked(store, place, 1_000)).rejects.toThrow("gone");
  });
});

describe("planRanges", () => {
  const part = (first: string, last: string, count: number) => ({
    key: first,
    sha256: "",
    first,
    last,
    count,
  });

  it("has one range over everything before the first snapshot", () => {
    expect(planRanges([], 4)).toEqual([{ index: 0, parts: [] }]);
  });

  it("cuts the key space behind the last key of each part, and leaves both ends open", () => {
    const parts = [part("b", "d", 4), part("f", "h", 3), part("m", "x", 4)];
    expect(planRanges(parts, 4)).toEqual([
      { index: 0, upTo: "d", parts: [parts[0]] },
      { index: 1, after: "d", upTo: "h", parts: [parts[1]] },
      { index: 2, after: "h", parts: [parts[2]] },
    ]);
  });

  it("lets small neighbours share a range", () => {
    const parts = [part("a", "b", 1), part("c", "d", 1), part("e", "f", 4)];
    expect(planRanges(parts, 4).map((range) => range.parts.length)).toEqual([2, 1]);
  });
});
