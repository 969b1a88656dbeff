import { expect, test } from "vitest";
import { answerArchive } from "../../../../functions/digest/archive/answer.ts";
import { type Archive, openArchive } from "../../../../functions/digest/archive/archive.ts";
import { editionEvents } from "../../../../functions/digest/archive/histories.ts";
import { HEAD_KEY, runIdOf, runKeys } from "../../../../functions/digest/keys.ts";
import type { ByteRange, ObjectStore } from "../../../../functions/digest/ports.ts";
import { storyId } from "../../../../functions/digest/publish/wording/archive-names.ts";
import { readBrief, writeBrief } from "../../../../functions/digest/run/brief/brief-file.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { readSnapshot } from "../../../../functions/digest/snapshot/snapshot.ts";
import { createMemoryStore, type MemoryStore } from "../../../../local/stores/memory-store.ts";
import { exampleArchive } from "../../../support/archives.ts";
import { createRig, keysOf, textOf } from "../../../support/rig.ts";

const SETTINGS = {
  base: "/archive",
  origin: "https://news.example.org",
  name: "Wire Watch",
  timeZone: "UTC",
};
const { state: example } = await exampleArchive();
const CURRENT = await currentOf(example);

async function currentOf(state: ObjectStore): Promise<string> {
  const found = await readHead(state);
  return found.state === "current" ? found.head.snapshot : "";
}

/** The runs of the chain, newest first, as their snapshots say. */
async function runsOf(state: ObjectStore): Promise<readonly string[]> {
  const runs: string[] = [];
  for (let key: string | null = await currentOf(state); key !== null; ) {
    runs.push(runIdOf(key));
    key = (await readSnapshot(state, key)).parent;
  }
  return runs;
}

const RUNS = await runsOf(example);
const copy = (): MemoryStore => example.copy(() => new Date());

interface Watched {
  readonly archive: Archive;
  readonly reads: string[];
  readonly ranges: ByteRange[];
  /** Reads that were under way at one time. */
  most(): number;
}

/** An archive whose reads are watched, and may fail. */
function watched(state: ObjectStore, fails: (key: string) => boolean = () => false): Watched {
  const reads: string[] = [];
  const ranges: ByteRange[] = [];
  let [now, most] = [0, 0];
  const archive = openArchive({
    reading: {},
    state: {
      ...state,
      async read(key, range) {
        reads.push(key);
        ranges.push(...(range === undefined ? [] : [range]));
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now -= 1;
        if (fails(key)) {
          throw new Error(`cannot reach ${key}`);
        }
        return await state.read(key, range);
      },
    },
  });
  return { archive, reads, ranges, most: () => most };
}

async function page(archive: Archive, address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, SETTINGS.origin);
  const answer = await answerArchive(archive, { path: pathname, query: searchParams }, SETTINGS);
  return Buffer.from(answer?.body ?? "").toString("utf8");
}

/** Pages of each kind; those of a story without its text, which only a brief can place. */
async function pagesOf(state: ObjectStore): Promise<readonly string[]> {
  const archive = openArchive({ state, reading: {} });
  const editions = await archive.editions();
  const threads = new Set(editions.flatMap((edition) => edition.threads.map(({ id }) => id)));
  const keys = new Set(editions.flatMap(({ events }) => events.map(({ key }) => key)));
  const addresses = [
    "/",
    "/feed.atom",
    "/feed.json",
    "/search?q=the",
    "/search?q=ferry+14",
    ...editions.map(({ slot }) => `/editions/${slot.replaceAll(/[-:]/g, "")}/`),
    ...[...threads].map((id) => `/threads/${id}/`),
    ...[...keys].map((key) => `/stories/${storyId(key)}/feed.atom`),
  ];
  return await Promise.all(addresses.map((address) => page(archive, address)));
}

const PAGES = await pagesOf(example);

test("an archive opens by the head and one object an edition, side by side", async () => {
  const { archive, reads, most } = watched(example);
  expect(await archive.editions()).toHaveLength(RUNS.length);
  expect(reads.toSorted()).toEqual([HEAD_KEY, ...RUNS.map((run) => runKeys(run).archive)].toSorted());
  expect(most()).toBe(RUNS.length - 1);
});

test("a request asks once whether there is a new edition", async () => {
  const { archive, reads } = watched(example);
  await page(archive, "/");
  reads.length = 0;
  for (const address of ["/", "/search?q=zeppelin", "/threads/none/"]) {
    await page(archive, address);
    expect(reads.splice(0)).toEqual([HEAD_KEY]);
  }
  const [b, a] = ((await archive.trail(storyId("flash.txt")))?.versions ?? []).toReversed();
  reads.length = 0;
  await page(archive, `/compare?story=${storyId("flash.txt")}&a=${a?.sha256}&b=${b?.sha256}`);
  expect(reads).toEqual([HEAD_KEY, expect.stringContaining("/packs/"), expect.stringContaining("/packs/")]);
});

test("the history of a story reads its own bytes of editions, and none that is held", async () => {
  const { archive, reads, ranges } = watched(example);
  const trail = await archive.trail(storyId("tram.txt"));
  reads.length = 0;
  const history = await archive.history(storyId("tram.txt"));
  const sizes = trail?.events.map(({ size }) => size);
  expect(reads).toHaveLength(1 + (trail?.events.length ?? 0));
  expect(ranges.map((range) => range.length)).toEqual(sizes);
  expect(history?.events.map(({ what, headline }) => [what, headline !== ""])).toEqual(
    trail?.events.map(({ what }) => [what, true]),
  );
  await archive.edition(trail?.events[0]?.slot ?? "");
  reads.length = 0;
  await archive.tell(trail?.events.slice(0, 1) ?? []);
  expect(reads).toEqual([HEAD_KEY]);
});

test("each entry of an edition stands in the bytes that its brief names", async () => {
  const { archive } = watched(example);
  const view = await archive.now();
  const kinds = new Set<string>();
  for (const { slot, events } of await view.editions()) {
    const single = await Promise.all(events.slice(-8).map(async (event) => (await view.tell([event]))[0]));
    const whole = await openArchive({ state: example, reading: {} }).edition(slot);
    expect(single).toEqual(whole && editionEvents(whole.edition).slice(-8));
    for (const { what } of events.slice(-8)) {
      kinds.add(what);
    }
  }
  expect([...kinds]).toEqual(
    expect.arrayContaining(["revised", "added", "cosmetic", "unstable", "held back"]),
  );
});

test("requests that come while it opens share one reading", async () => {
  const { archive, reads } = watched(example);
  const answers = await Promise.all(Array.from({ length: 5 }, () => page(archive, "/")));
  expect(new Set(answers).size).toBe(1);
  expect(reads.filter((key) => key === HEAD_KEY)).toHaveLength(5);
  expect(reads).toHaveLength(5 + RUNS.length);
});

test("a reading that fails fails those that share it, and no request after them", async () => {
  let isDown = true;
  const { archive, reads } = watched(example, (key) => isDown && key === runKeys(RUNS[3] ?? "").archive);
  const answers = await Promise.allSettled([page(archive, "/"), page(archive, "/"), page(archive, "/")]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(reads.filter((key) => key === runKeys(RUNS[0] ?? "").archive)).toHaveLength(1);
  isDown = false;
  expect(await page(archive, "/")).toBe(PAGES[0]);
});

test("one that fails later leaves what was known before", async () => {
  const rig = createRig();
  await rig.put({
    "pier.txt": "Pier opens\n\nThe pier of Velm opened to ships on Monday after nine years.\n",
  });
  await rig.run("2026-11-20T07:00:00Z");
  let isDown = false;
  const { archive, reads } = watched(rig.state, (key) => isDown && key.endsWith("archive.zst"));
  expect(await archive.editions()).toHaveLength(1);
  await rig.run("2026-11-21T07:00:00Z");
  isDown = true;
  await expect(archive.editions()).rejects.toThrow("cannot reach");
  isDown = false;
  reads.length = 0;
  expect(await archive.editions()).toHaveLength(2);
  expect(reads).toHaveLength(2);
});

test("a view stays as it was when another edition is committed", async () => {
  const rig = createRig();
  await rig.put({
    "pier.txt": "Pier opens\n\nThe pier of Velm opened to ships on Monday after nine years.\n",
  });
  await rig.run("2026-11-20T07:00:00Z");
  const archive = openArchive({ state: rig.state, reading: {} });
  const view = await archive.now();
  await rig.run("2026-11-21T07:00:00Z");
  expect(await view.editions()).toHaveLength(1);
  expect(await (await archive.now()).editions()).toHaveLength(2);
});

test.each([
  ["all briefs are gone, as before version 0.3", RUNS],
  ["the newest is gone", RUNS.slice(0, 1)],
  ["some are gone", [RUNS[1] ?? "", RUNS[4] ?? ""]],
])("its pages are the same if %s", async (_, gone) => {
  const state = copy();
  for (const run of gone) {
    await state.remove(runKeys(run).archive);
  }
  expect(await pagesOf(state)).toEqual(PAGES);
});

test("its pages are the same whatever runs a brief names behind its parent", async () => {
  const state = copy();
  const [newest = "", parent = "", ...others] = RUNS;
  const lists = [[parent], [parent, others.at(-1) ?? "", others[0] ?? ""], [parent, "no-run-at-all"]];
  for (const earlier of lists) {
    const { archive } = runKeys(newest);
    const file = await readBrief(state, archive);
    if (file === undefined) {
      throw new Error("the newest edition has no brief");
    }
    await writeBrief(state, archive, { brief: file.brief, details: file.details(), earlier });
    expect(await pagesOf(state)).toEqual(PAGES);
  }
});

test("a damaged brief is named, with what to do", async () => {
  const state = copy();
  const { archive } = runKeys(RUNS[2] ?? "");
  await state.write(archive, Buffer.from("not a brief"));
  await expect(openArchive({ state, reading: {} }).editions()).rejects.toThrow(
    `cannot use s3://state/${archive}: it is not what the archive keeps of an edition; restore it from an earlier version`,
  );
});

test("editions that are no more in the chain, after a head was lost, are left out", async () => {
  const state = createMemoryStore({ bucket: "state" });
  for (const key of await keysOf(example)) {
    await state.write(key, (await example.read(key))?.bytes ?? new Uint8Array());
  }
  const archive = openArchive({ state, reading: {} });
  expect(await archive.editions()).toHaveLength(RUNS.length);
  const head = JSON.parse(await textOf(state, HEAD_KEY));
  const earlier = runKeys(RUNS[2] ?? "").snapshot;
  await state.write(HEAD_KEY, Buffer.from(JSON.stringify({ ...head, snapshot: earlier })));
  expect((await archive.editions()).map(({ stored }) => stored)).toEqual(
    RUNS.slice(2).map((run) => runKeys(run).edition),
  );
  await state.write(HEAD_KEY, Buffer.from(JSON.stringify({ ...head, snapshot: CURRENT })));
  expect(await archive.editions()).toHaveLength(RUNS.length);
});

test("two stories that had one key at the end have a history each", async () => {
  const rig = createRig();
  const days = [
    {
      "a.txt":
        "Old mill burns\n\nThe old mill of Velm burned down on Monday night. Nobody was hurt in the fire.\n",
    },
    {
      "b.txt":
        "Old mill burns\n\nThe old mill of Velm burned down on Monday night. Nobody was hurt in the fire.\n",
    },
    {},
    {
      "c.txt":
        "New school opens\n\nA school for two hundred pupils opened in Kell on Friday after long delays.\n",
    },
    {
      "b.txt":
        "New school opens\n\nA school for two hundred pupils opened in Kell on Friday after long delays.\n",
    },
  ];
  for (const [at, stories] of days.entries()) {
    for (const key of await keysOf(rig.corpus)) {
      await rig.corpus.remove(key);
    }
    await rig.put({
      "stays.txt": "Tide tables\n\nThe tide tables of Kell are printed once a year.\n",
      ...stories,
    });
    await rig.run(`2026-11-2${at}T07:00:00Z`);
  }
  const archive = await openArchive({ state: rig.state, reading: {} }).now();
  const [mill, school] = [await archive.history(storyId("a.txt")), await archive.history(storyId("c.txt"))];
  expect([mill?.key, school?.key]).toEqual(["b.txt", "b.txt"]);
  expect([mill?.headline, school?.headline]).toEqual(["Old mill burns", "New school opens"]);
});
