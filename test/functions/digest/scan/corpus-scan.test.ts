import { expect, it } from "vitest";
import type { ScanLimits } from "../../../../functions/digest/scan/limits.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { openParts } from "../../../../functions/digest/snapshot/parts.ts";
import { readSnapshot } from "../../../../functions/digest/snapshot/snapshot.ts";
import { createRig, keysOf, SLOTS, textOf } from "../../../support/rig.ts";

const [DAY1, DAY2] = SLOTS;

const story = (number: number, figure: number): string =>
  `Report ${number} from the harbour\n\nThe mayor said that ${figure} houses stand empty in street ${number}.`;

/** Everything in the state bucket after a baseline and an edited day, scanned within these limits. */
async function stateAfter(changed: Partial<ScanLimits>): Promise<ReadonlyMap<string, string>> {
  const rig = createRig();
  const limits = { ...rig.job.limits, ...changed };
  const keys = Array.from({ length: 60 }, (_, i) => `s/${String(i).padStart(3, "0")}.txt`);
  await rig.put(Object.fromEntries(keys.map((key, i) => [key, story(i, i)])));
  await rig.run(DAY1, { limits });
  await rig.put({ "s/003.txt": story(3, 99), "s/0035.txt": story(35, 1), "s/041.txt": story(41, 99) });
  await rig.corpus.remove("s/020.txt");
  await rig.put({ "a.txt": story(20, 20) });
  await rig.run(DAY2, { limits });
  const state = new Map<string, string>();
  for (const key of await keysOf(rig.state)) {
    state.set(
      key,
      key.endsWith(".zst")
        ? Buffer.from(await bytesOf(rig.state, key)).toString("hex")
        : await textOf(rig.state, key),
    );
  }
  return state;
}

async function bytesOf({ read }: Parameters<typeof textOf>[0], key: string): Promise<Uint8Array> {
  return (await read(key))?.bytes ?? new Uint8Array();
}

it("writes the same bytes at any concurrency", async () => {
  const one = await stateAfter({ ranges: 1 });
  expect([...one.keys()].filter((key) => key.includes("/parts/")).length).toBeGreaterThan(15);
  for (const limits of [
    { ranges: 4 },
    { ranges: 50, writing: 50 },
    { ranges: 50, writing: 1 },
    { ranges: 50, writing: 1, concurrency: 1 },
    { ranges: 50, writing: 3, concurrency: 1 },
  ]) {
    expect(await stateAfter(limits), JSON.stringify(limits)).toEqual(one);
  }
});

it.each([1, 2, 5])("holds the entries of %i ranges with changes at a time, and no more", async (writing) => {
  const rig = createRig();
  const keys = Array.from({ length: 60 }, (_, i) => `s/${String(i).padStart(3, "0")}.txt`);
  await rig.put(Object.fromEntries(keys.map((key, i) => [key, story(i, i)])));
  await rig.run(DAY1);
  await rig.put(Object.fromEntries(keys.map((key, i) => [key, story(i, i + 1)])));
  let held = 0;
  let most = 0;
  const state: typeof rig.state = {
    ...rig.state,
    async write(key, ...rest) {
      const isPart = key.includes("/parts/");
      held += isPart ? 1 : 0;
      most = Math.max(most, held);
      // As many turns of the event loop as the other ranges may need to come as far: no clock.
      for (let turn = 0; isPart && turn < 500 && held < writing; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      const written = await rig.state.write(key, ...rest);
      held -= isPart ? 1 : 0;
      return written;
    },
  };
  const limits = { ...rig.job.limits, ranges: 15, concurrency: 60, writing };
  expect(await rig.run(DAY2, { state, limits })).toMatchObject({ outcome: "sent" });
  expect(most).toBe(writing);
});

it("rewrites a part with its unchanged entries copied verbatim", async () => {
  const rig = createRig();
  const keys = ['a "quoted".txt', "b\n.txt", "c.txt", "d 😀.txt"];
  await rig.put(Object.fromEntries(keys.map((key, i) => [key, story(i, i)])));
  await rig.run(DAY1);
  const before = await linesOf(rig);
  await rig.put({ "c.txt": story(2, 77) });
  await rig.run(DAY2);
  const after = await linesOf(rig);
  expect(after).toHaveLength(before.length);
  expect(after.map((line, i) => line === before[i])).toEqual([true, true, false, true]);
});

/** The lines of the current snapshot. */
async function linesOf({ state }: ReturnType<typeof createRig>): Promise<readonly string[]> {
  const found = await readHead(state);
  const { parts } = await readSnapshot(state, found.state === "current" ? found.head.snapshot : "");
  const text = await Array.fromAsync(openParts(state, parts)());
  return text.join("").trimEnd().split("\n");
}

it("stops the whole scan if one range fails, and commits nothing", async () => {
  const rig = createRig();
  await rig.put(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, story(i, i)])));
  await rig.run(DAY1);
  const head = await textOf(rig.state, "head.json");
  const corpus: typeof rig.corpus = {
    ...rig.corpus,
    list: (range) => {
      if ((range.after ?? "") > "2") {
        throw new Error("cannot list: the network is gone");
      }
      return rig.corpus.list(range);
    },
  };
  await expect(rig.run(DAY2, { corpus })).rejects.toThrow("the network is gone");
  expect(await textOf(rig.state, "head.json")).toBe(head);
});
