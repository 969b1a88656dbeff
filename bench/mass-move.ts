/**
 * `npm run -s bench:move -- [--stories N]`: what it costs to match N removed with N added stories (100,000 by default):
 * moved as they were, moved and edited, and other stories altogether. One JSON line per case; CPU time and
 * the largest heap seen at a read are those of gathering the records, with the bench's own keys in it, in a heap of 256 MB.
 */
import { parseArgs } from "node:util";
import { type Gathered, gatherRecords } from "../functions/digest/changes/gather.ts";
import { type ChangesReference, createChangesWriter } from "../functions/digest/changes/log.ts";
import { identityOf } from "../functions/digest/changes/matching/identity.ts";
import type { ChangeRecord } from "../functions/digest/changes/schema.ts";
import type { ByteRange } from "../functions/digest/ports.ts";
import type { PackPlace } from "../functions/digest/snapshot/entry.ts";
import { compress } from "../functions/digest/snapshot/format/frames.ts";
import { createPackWriter, MAX_PACK_BYTES } from "../functions/digest/snapshot/packs.ts";
import { isUnreadable, parseStory } from "../functions/digest/story/story.ts";
import type { Story } from "../functions/digest/story/types.ts";
import { createMemoryStore } from "../local/stores/memory-store.ts";

const SLOT = "2026-11-21T07:00:00Z";
const WORDS = 60;
const VOCABULARY = 4_000;
const MEGABYTE = 1024 * 1024;

const { values } = parseArgs({ options: { stories: { type: "string", default: "100000" } } });
const stories = Number(values.stories);

/** A number far from those of the numbers beside it (the last steps of MurmurHash3; Austin Appleby, public domain). */
function scatter(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** The text of a story; the seed and the place of a word decide the word. */
function textOf(seed: number, isEdited: boolean): string {
  const words = Array.from({ length: WORDS }, (_, at) => {
    const isOther = isEdited && at === seed % WORDS;
    return `w${scatter(scatter(seed) + at + (isOther ? WORDS : 0)) % VOCABULARY}`;
  });
  return `Report ${words.slice(0, 4).join(" ")}\n\nThe ${words.join(" ")}.`;
}

function storyOf(key: string, text: string): Story {
  const story = parseStory(key, text);
  if (isUnreadable(story)) {
    throw new Error(`cannot read ${key}: ${story.unreadable}`);
  }
  return story;
}

function recordOf(change: "added" | "removed", story: Story, place: PackPlace): ChangeRecord {
  const { key, headline, hash } = story;
  const common = { key, headline, summary: [], hash, firstSeen: SLOT, significance: 30 };
  const match = { ...identityOf(story), place };
  return change === "added"
    ? { change, ...common, text: headline, reading: {}, match }
    : { change, ...common, lastChanged: SLOT, earlier: [], match };
}

const store = createMemoryStore();

async function write(
  name: string,
  seedOf: (at: number) => number,
  isEdited: boolean,
): Promise<readonly ChangesReference[]> {
  const packs = createPackWriter(store, (pack) => `${name}/pack-${pack}`, MAX_PACK_BYTES);
  const changes = createChangesWriter(store, (object) => `${name}/changes-${object}`);
  for (let at = 0; at < stories; at += 1) {
    const text = textOf(seedOf(at), isEdited);
    const key = `${name}/${String(at).padStart(7, "0")}.txt`;
    const place = await packs.add(compress(Buffer.from(text)));
    await changes.add(recordOf(name === "old" ? "removed" : "added", storyOf(key, text), place));
  }
  await packs.finish();
  return await changes.finish();
}

async function measure(name: string, references: readonly ChangesReference[]): Promise<void> {
  const options = {
    slot: SLOT,
    limit: 10_000,
    acceptRemovals: ["old/"],
    storiesBefore: stories,
    stopped: [],
    maxStops: 2,
    weighRemovals: async () => () => 0,
    reading: {},
    maxCompared: 1_000,
    under: <T>(_: string, act: () => Promise<T>) => act(),
    remembered: { reference: null, days: 90 },
    absentKey: "absent",
  };
  const started = process.cpuUsage();
  let [heap, reads] = [0, 0];
  const watched = {
    ...store,
    async read(key: string, range?: ByteRange) {
      heap = Math.max(heap, process.memoryUsage().heapUsed);
      reads += 1;
      return await store.read(key, range);
    },
  };
  const { counts }: Gathered = await gatherRecords(watched, references, options);
  const { user, system } = process.cpuUsage(started);
  const figures = {
    cpuSeconds: Math.round((user + system) / 1e5) / 10,
    heapMb: Math.round(heap / MEGABYTE),
    reads,
  };
  const { added, removed, renamed } = counts;
  console.log(JSON.stringify({ case: name, stories, ...figures, added, removed, renamed }));
}

const old = await write("old", (at) => at, false);
await measure("nothing added", old);
await measure("moved", [...old, ...(await write("as-it-was", (at) => at, false))]);
await measure("moved and edited", [...old, ...(await write("edited", (at) => stories - 1 - at, true))]);
await measure("other stories", [...old, ...(await write("other", (at) => stories + at, false))]);
