import { describe, expect, it } from "vitest";
import type { ByteRange, ObjectStore } from "../../../../functions/digest/ports.ts";
import type { PackPlace } from "../../../../functions/digest/snapshot/entry.ts";
import { readTogether } from "../../../../functions/digest/snapshot/read-together.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { fc } from "../../../support/laws.ts";

const KB = 1024;

/** A store with two packs of two megabytes each, whose bytes tell their place, and what is asked of it. */
async function packs(): Promise<{ readonly store: ObjectStore; readonly asked: string[] }> {
  const memory = createMemoryStore({ bucket: "state" });
  for (const pack of ["a", "b"]) {
    const bytes = Buffer.alloc(2 * KB * KB);
    for (let at = 0; at < bytes.length; at += 4) {
      bytes.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at);
    }
    await memory.write(pack, bytes);
  }
  const asked: string[] = [];
  const store: ObjectStore = {
    ...memory,
    read: async (key, range) => {
      asked.push(`${key} ${range?.offset}+${range?.length}`);
      return await memory.read(key, range);
    },
  };
  return { store, asked };
}

const place = (pack: string, offset: number, length: number): PackPlace => ({ pack, offset, length });

async function bytesAt(store: ObjectStore, { pack, ...range }: PackPlace): Promise<string> {
  return Buffer.from((await store.read(pack, range))?.bytes ?? []).toString("hex");
}

describe("frames that are read together", () => {
  it("come with one request, which the first of them makes", async () => {
    const { store, asked } = await packs();
    const places = [place("a", 3_000, 500), place("a", 1_000, 2_000), place("a", 3_500, 10)];
    const together = readTogether(store, places);
    expect(asked).toEqual([]);
    const read = await Promise.all(places.map((each) => bytesAt(together, each)));
    expect(asked).toEqual(["a 1000+2510"]);
    expect(read).toEqual(await Promise.all(places.map((each) => bytesAt(store, each))));
  });

  it("keep nothing of what lies between them", async () => {
    const { store } = await packs();
    const places = [place("a", 0, 10), place("a", 100 * KB, 20)];
    const together = readTogether(store, places);
    const read = await Promise.all(places.map(({ pack, ...range }) => together.read(pack, range)));
    expect(read.map((stored) => stored?.bytes.buffer.byteLength)).toEqual([10, 20]);
  });

  it("are handed out once, so that nothing keeps them", async () => {
    const { store, asked } = await packs();
    const together = readTogether(store, [place("a", 0, 10), place("a", 10, 10)]);
    const once = await bytesAt(together, place("a", 10, 10));
    expect(await bytesAt(together, place("a", 10, 10))).toBe(once);
    expect(asked).toEqual(["a 0+20", "a 10+10"]);
  });

  it.each<[string, readonly PackPlace[], readonly string[]]>([
    ["in other packs", [place("a", 0, 10), place("b", 10, 10)], ["a 0+10", "b 10+10"]],
    ["128 kB apart", [place("a", 0, 10), place("a", 10 + 128 * KB, 10)], [`a 0+${20 + 128 * KB}`]],
    [
      "further apart",
      [place("a", 0, 10), place("a", 11 + 128 * KB, 10)],
      ["a 0+10", `a ${11 + 128 * KB}+10`],
    ],
    [
      "more than a request may bring",
      [place("a", 0, 600 * KB), place("a", 600 * KB, 600 * KB)],
      [`a 0+${600 * KB}`, `a ${600 * KB}+${600 * KB}`],
    ],
    ["that nobody had named", [], ["a 5+5"]],
  ])("are not those %s, unless they are near", async (_, places, expected) => {
    const { store, asked } = await packs();
    const together = readTogether(store, places);
    for (const each of places.length === 0 ? [place("a", 5, 5)] : places) {
      await bytesAt(together, each);
    }
    expect(asked).toEqual(expected);
  });

  it.each<[string, (range: ByteRange | undefined) => "fails" | "is gone" | "is cut" | "works"]>([
    ["fails", (range) => (range?.length === 30 ? "fails" : "works")],
    ["finds nothing", (range) => (range?.length === 30 ? "is gone" : "works")],
    ["brings less", (range) => (range?.length === 30 ? "is cut" : "works")],
  ])("are asked for one by one if the request %s", async (_, outcome) => {
    const { store, asked } = await packs();
    const failing: ObjectStore = {
      ...store,
      async read(key, range) {
        const stored = await store.read(key, range);
        switch (outcome(range)) {
          case "fails":
            throw new Error("the network is gone");
          case "is gone":
            return undefined;
          case "is cut":
            return stored && { ...stored, bytes: stored.bytes.subarray(1) };
          default:
            return stored;
        }
      },
    };
    const places = [place("a", 0, 10), place("a", 10, 10), place("a", 20, 10)];
    const together = readTogether(failing, places);
    const read = await Promise.all(places.map((each) => bytesAt(together, each)));
    expect(asked).toEqual(["a 0+30", "a 0+10", "a 10+10", "a 20+10"]);
    expect(read).toEqual(await Promise.all(places.map((each) => bytesAt(store, each))));
  });

  it("say why one of them cannot be read, whoever else asks", async () => {
    const { store } = await packs();
    const broken: ObjectStore = { ...store, read: () => Promise.reject(new Error("access denied")) };
    const places = [place("a", 0, 10), place("a", 10, 10)];
    const together = readTogether(broken, places);
    for (const each of places) {
      await expect(bytesAt(together, each)).rejects.toThrow("access denied");
    }
  });

  it("are those that one would read alone, wherever they lie, and cost no request more", async () => {
    const { store, asked } = await packs();
    const offset = fc.integer({ min: 0, max: 2 * KB * KB - 30_000 });
    const places = fc.array(
      fc.record({ pack: fc.constantFrom("a", "b"), offset, length: fc.integer({ min: 1, max: 30_000 }) }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(places, async (all) => {
        asked.length = 0;
        const together = readTogether(store, all);
        const read = await Promise.all(all.map((each) => bytesAt(together, each)));
        expect(asked.length).toBeLessThanOrEqual(all.length);
        expect(read).toEqual(await Promise.all(all.map((each) => bytesAt(store, each))));
      }),
      { numRuns: 100 },
    );
  });
});
