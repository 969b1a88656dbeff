/**
 * `node bench/storage/worker.ts SCENARIO STORIES`: one scenario against the endpoint in the environment, in its
 * own process, so that peak memory and processor time are its own. Prints one JSON line.
 */

import type { ObjectStore } from "../../functions/digest/ports.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { readHead } from "../../functions/digest/snapshot/head.ts";
import { readSnapshot } from "../../functions/digest/snapshot/snapshot.ts";
import { bucketOf } from "./corpus.ts";
import { paginate, trackInJson } from "./peers.ts";
import { countingClient, createJob, type Requests } from "./rig.ts";
import { seedState } from "./seed.ts";

const SLOTS = {
  seed: "2026-11-20T07:00:00Z",
  first: "2026-11-21T07:00:00Z",
  unchanged: "2026-11-22T07:00:00Z",
  changed: "2026-11-23T07:00:00Z",
};

const [scenario, count] = process.argv.slice(2);
const stories = Number(count);
const requests: Requests = {};
const corpus = bucketOf({ stories, day: 1 });

const SCENARIOS: Readonly<Record<string, () => Promise<object>>> = {
  seed: () => seed({ hasTexts: true }),
  "seed without texts": () => seed({ hasTexts: false }),
  "first unchanged": () => run(SLOTS.first, 1),
  unchanged: () => run(SLOTS.unchanged, 1),
  changed: () => run(SLOTS.changed, 2),
  "changed at the end": () => run(SLOTS.changed, 3),
  baseline: () => run(SLOTS.seed, 1),
  "SDK paginator": async () => ({ listed: await paginate(countingClient(requests), corpus) }),
  "one JSON snapshot": async () => {
    const { state } = createJob(corpus, requests);
    return { changed: await trackInJson(countingClient(requests), corpus, state) };
  },
};

async function seed({ hasTexts }: { readonly hasTexts: boolean }): Promise<object> {
  const job = createJob(corpus, requests);
  await seedState({ stories, day: 1 }, { slot: SLOTS.seed, hasTexts }, job);
  return { snapshotBytes: await snapshotBytes(createJob(corpus, {}).state) };
}

async function run(slot: string, day: 1 | 2 | 3): Promise<object> {
  const read = { snapshot: 0 };
  const job = createJob(bucketOf({ stories, day }), requests, read);
  let scanMs = 0;
  const startedAt = performance.now();
  const log: typeof job.log = (step) => {
    scanMs = step === "scanned" ? performance.now() - startedAt : scanMs;
  };
  const result = await runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, { ...job, log });
  const { outcome, counts } = result;
  const { state } = createJob(corpus, {});
  return {
    outcome,
    counts,
    scanMs,
    readBytes: read.snapshot,
    snapshotBytes: await snapshotBytes(state),
  };
}

/** Bytes of all parts of the current snapshot, read with requests that do not count. */
async function snapshotBytes(state: ObjectStore): Promise<number> {
  const found = await readHead(state);
  const snapshot = found.state === "current" ? await readSnapshot(state, found.head.snapshot) : undefined;
  let bytes = 0;
  for (const { key } of snapshot?.parts ?? []) {
    bytes += (await state.read(key, { offset: 0, length: 1 }))?.size ?? 0;
  }
  return bytes;
}

const startedAt = performance.now();
const startedCpu = process.cpuUsage();
const outcome = (await SCENARIOS[scenario ?? ""]?.()) ?? {};
const { user, system } = process.cpuUsage(startedCpu);
console.log(
  JSON.stringify({
    ...outcome,
    requests,
    wallMs: performance.now() - startedAt,
    cpuMicroseconds: user + system,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
process.exit();
