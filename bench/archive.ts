/**
 * `npm run -s bench:archive -- [--editions N,…] [--changes N] [--delay MS]`: what it takes to open the archive of so many editions (365 and
 * 3,650) of so many changes (50) with so many milliseconds a GET (20), and to answer requests once it is open. One JSON line per
 * figure; memory is what is in use after a collection, in the heap and in buffers, without the store's own.
 */
import { parseArgs } from "node:util";
import { answerArchive } from "../functions/digest/archive/answer.ts";
import { type Archive, openArchive } from "../functions/digest/archive/archive.ts";
import { storyId } from "../functions/digest/publish/wording/archive-names.ts";
import { makeTopics } from "../test/support/topics.ts";
import { type CountingStore, longArchive } from "./archive/long-archive.ts";
import type { Measurement } from "./measures/figure.ts";

const SETTLE_MS = 200;
const MEGABYTE = 1024 * 1024;
/** A topic whose words are looked for in all that editions tell. */
const TOPICS = makeTopics({ name: "desk", words: ["zeppelin", "report"] });
const SETTINGS = {
  base: "/archive",
  origin: "https://news.example.org",
  name: "Late Edition",
  timeZone: "UTC",
  topics: async () => TOPICS,
};
/** Stories that are told every day: two versions of one are compared, the page of the other is asked for. */
const [COMPARED, STORY] = [storyId("desk/7/report.txt"), storyId("desk/8/report.txt")];

const { values } = parseArgs({
  options: {
    editions: { type: "string", default: "365,3650" },
    changes: { type: "string", default: "50" },
    delay: { type: "string", default: "20" },
  },
});
const [changes, delay] = [Number(values.changes), Number(values.delay)];

for (const editions of values.editions.split(",").map(Number)) {
  await measure(editions);
}

async function measure(editions: number): Promise<void> {
  const store = await longArchive({ editions, changes, delay });
  const before = await memoryInUse();
  const archive = openArchive({ state: store.state, reading: {} });
  const page = async (name: string, address: string) => {
    const { wall, cpu } = await timed(() => answer(archive, address));
    report(`${name}, s`, wall, editions);
    report(`${name}, CPU s`, cpu, editions);
    report(`${name}, GETs`, store.reads(), editions);
  };
  await page("list, cold", "/");
  const memory = async (when: string) => {
    const now = await memoryInUse();
    report(`heap ${when}, MB`, (now.heap - before.heap) / MEGABYTE, editions);
    report(`buffers ${when}, MB`, (now.buffers - before.buffers) / MEGABYTE, editions);
  };
  await memory("once it is open");
  await page("list", "/");
  await page("comparison", await comparison(archive, store, editions));
  await page("another comparison", await comparison(archive, store, editions - 3));
  await page("edition", `/editions/${(await archive.editions())[1]?.slot.replaceAll(/[-:]/g, "")}/`);
  store.reads();
  await page("search", "/search?q=report+euros");
  await page("feed", "/feed.atom");
  await page("feed of a topic", "/topics/desk/feed.atom");
  await page("page of a topic", "/topics/desk/");
  await page("story", `/stories/${STORY}/`);
  await page("story again", `/stories/${STORY}/`);
  await page("feed of a story", `/stories/${STORY}/feed.atom`);
  await memory("after all pages");
}

/** The address of a comparison of two days' versions. */
async function comparison(archive: Archive, store: CountingStore, day: number): Promise<string> {
  const versions = (await archive.history(COMPARED))?.versions ?? [];
  store.reads();
  const [a, b] = versions.slice(day - 2, day).map(({ sha256 }) => sha256);
  return `/compare?story=${COMPARED}&a=${a}&b=${b}`;
}

async function answer(archive: Archive, address: string): Promise<void> {
  const { pathname, searchParams } = new URL(address, SETTINGS.origin);
  const answered = await answerArchive(archive, { path: pathname, query: searchParams }, SETTINGS);
  if (answered === undefined) {
    throw new Error(`the archive has nothing at ${address}`);
  }
}

/** Seconds. */
async function timed(act: () => Promise<void>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1_000, cpu: (user + system) / 1_000_000 };
}

/** Buffers are freed some time after the collection that finds them unused. */
async function memoryInUse(): Promise<{ readonly heap: number; readonly buffers: number }> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed, buffers: external };
}

function report(figure: string, value: number, editions: number): void {
  const measurement: Measurement = { figure, value: Math.round(value * 100) / 100, editions, changes };
  console.log(JSON.stringify(measurement));
}
