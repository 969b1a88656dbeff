import { expect, test } from "vitest";
import type { ObjectStore } from "../../../../functions/digest/ports.ts";
import { readAhead } from "../../../../functions/digest/snapshot/packs.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { createRig, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2] = SLOTS;
const BEFORE = "Harbour opens\n\nThe harbour opened on Monday with 12 boats. Nobody was hurt.\n";

/** The second day of a story, and the reads of its two texts: when each is asked for, and when the new one arrives. */
async function secondDay(after: string): Promise<readonly string[]> {
  const rig = createRig();
  await rig.put({ "a.txt": BEFORE });
  await rig.run(DAY1);
  await rig.put({ "a.txt": after });
  const reads: string[] = [];
  const corpus = listening(rig.corpus, async (key, read) => {
    reads.push(`asked for ${key}`);
    const stored = await read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    reads.push(`got ${key}`);
    return stored;
  });
  const state = listening(rig.state, async (key, read) => {
    if (key.includes("/packs/")) {
      reads.push("asked for the archived text");
    }
    return await read();
  });
  const result = await rig.run(DAY2, { corpus, state });
  expect(await factsOf(rig, result)).toEqual([["12", "13"]]);
  return reads;
}

type Read = ReturnType<ObjectStore["read"]>;

function listening(store: ObjectStore, hear: (key: string, read: () => Read) => Read): ObjectStore {
  return { ...store, read: (key, range) => hear(key, () => store.read(key, range)) };
}

async function factsOf(rig: Rig, result: Awaited<ReturnType<Rig["run"]>>) {
  const { changes } = await rig.edition(result);
  return changes.flatMap(({ revision }) => revision?.facts.map(({ before, after }) => [before, after]) ?? []);
}

test("both texts of a story with another size are asked for side by side, each once", async () => {
  expect(await secondDay(BEFORE.replace("12 boats", "13 large boats"))).toEqual([
    "asked for the archived text",
    "asked for a.txt",
    "got a.txt",
  ]);
});

test("a story of the same size may not have changed: its archived text is asked for once the new one has come", async () => {
  expect(await secondDay(BEFORE.replace("12", "13"))).toEqual([
    "asked for a.txt",
    "got a.txt",
    "asked for the archived text",
  ]);
});

test("what was read ahead in vain troubles nobody, and an error meets who reads it", async () => {
  const store = createMemoryStore();
  const broken: ObjectStore = { ...store, read: () => Promise.reject(new Error("no answer")) };
  const place = { pack: "runs/a/packs/0.zst", offset: 2, length: 3 };
  readAhead(broken, place);
  await new Promise((resolve) => setImmediate(resolve));
  const ahead = readAhead(broken, place);
  await expect(ahead.read(place.pack, { offset: 2, length: 3 })).rejects.toThrow("no answer");
});

test("other reads pass by what was read ahead", async () => {
  const store = createMemoryStore();
  await store.write("pack", Buffer.from("0123456789"));
  const ahead = readAhead(store, { pack: "pack", offset: 2, length: 3 });
  const text = async (offset: number, length: number) =>
    Buffer.from((await ahead.read("pack", { offset, length }))?.bytes ?? []).toString();
  expect([await text(2, 3), await text(2, 2), await text(3, 3)]).toEqual(["234", "23", "345"]);
});
