/**
 * `npm run -s bench -- [--stories N] [--latency MS] [--heap MB] [--only NAME,…]`: the cost of a run over a
 * synthetic corpus: an unchanged day, a day on which one story in a hundred changed, a baseline of at most
 * 100,000 stories, two peers over the same listing, and programs that list or compare buckets, as far as they are installed. Then
 * each CPU time as a multiple of the SDK paginator's, the cost of a day in dollars and how far one invocation gets. Every scenario runs in its
 * own process. One JSON line per figure on standard output, with its aim where it has one, and why it misses that where it does.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs, promisify } from "node:util";
import * as v from "valibot";
import { SCAN_LIMITS } from "../functions/digest/scan/limits.ts";
import { MEMORY_ENVIRONMENT } from "../infra/settings/memory-environment.ts";
import type { Measurement } from "./measures/figure.ts";
import { aimOf } from "./storage/aims.ts";
import { bundleWorker } from "./storage/bundle.ts";
import { bucketOf } from "./storage/corpus.ts";
import { costFigures, type Day } from "./storage/cost.ts";
import { isInstalled, PROGRAMS, runProgram } from "./storage/programs.ts";

const run = promisify(execFile);
const MEGABYTE = 1024 * 1024;

/** A baseline reads every story: a million would take an hour and show the same. */
const MAX_BASELINE = 100_000;
/** Sizes of the cost table; those above `--stories` are scaled up from the largest measured. */
const COST_SIZES = [1_000, 100_000, 1_000_000, 10_000_000];
/** Heap in megabytes for the edition of a day with ten thousand changes, the most that an edition holds. 80 suffice, 72 do not. */
const EDITION_HEAP = 96;
/** Compressed text of a story in the packs. */
const PACKED_BYTES = 800;
/** Scan time in an invocation of 15 minutes, without the reserve of `scan/limits.ts`. */
const SCAN_SECONDS = 780;

const Measured = v.object({
  requests: v.record(v.string(), v.number()),
  wallMs: v.number(),
  cpuMicroseconds: v.number(),
  peakBytes: v.number(),
  scanMs: v.optional(v.number()),
  snapshotBytes: v.optional(v.number()),
  readBytes: v.optional(v.number()),
});

type Measured = v.InferOutput<typeof Measured>;

/** Scenarios that begin with a state. */
const OURS = ["first unchanged", "unchanged", "changed"];

const { values } = parseArgs({
  options: {
    stories: { type: "string", default: "100000" },
    latency: { type: "string", default: "20" },
    heap: { type: "string", default: "64" },
    only: {
      type: "string",
      default:
        "first unchanged,unchanged,changed,changed at the end,SDK paginator,one JSON snapshot,programs,baseline,cost",
    },
  },
});
const stories = Number(values.stories);
const only = new Set(values.only.split(","));
const worker = bundleWorker(join(import.meta.dirname, "storage/worker.ts"));
const days: Day[] = [];
/** The scenarios reported so far: microseconds of CPU a story, and of how many stories. */
const reported = new Map<string, { readonly cpu: number; readonly count: number }>();

await withServer(async (endpoint) => {
  await seed(stories, endpoint);
  for (const name of ["unchanged", "changed"].filter((each) => only.has(each))) {
    const measured = await measure(name, stories, endpoint);
    report(name, stories, measured);
    if (name === "changed") {
      days.push(dayOf(stories, measured));
    }
  }
  if (only.has("SDK paginator")) {
    report("SDK paginator", stories, await measure("SDK paginator", stories, endpoint));
  }
  if (only.has("one JSON snapshot")) {
    await measure("one JSON snapshot", stories, endpoint);
    report("one JSON snapshot", stories, await measure("one JSON snapshot", stories, endpoint));
  }
  if (only.has("programs")) {
    await runPrograms(stories, endpoint);
  }
});
if (only.has("changed at the end")) {
  await withServer(async (endpoint) => {
    await measure("seed", stories, endpoint);
    await measure("first unchanged", stories, endpoint);
    report("changed at the end", stories, await measure("changed at the end", stories, endpoint));
  });
}
if (only.has("baseline")) {
  const count = Math.min(stories, MAX_BASELINE);
  await withServer(async (endpoint) => report("baseline", count, await measure("baseline", count, endpoint)));
}
reportMultiples();
if (only.has("cost")) {
  for (const size of COST_SIZES.filter((each) => each < stories)) {
    await withServer(async (endpoint) => {
      await measure("seed", size, endpoint);
      await measure("first unchanged", size, endpoint);
      days.push(dayOf(size, await measure("changed", size, endpoint)));
    });
  }
  costFigures(
    days.toSorted((a, b) => a.stories - b.stories),
    COST_SIZES,
  ).forEach(print);
}

/** Runs the work against a listing server with an empty state bucket. */
async function withServer(work: (endpoint: string) => Promise<void>): Promise<void> {
  const file = join(import.meta.dirname, "storage/listing-server.ts");
  const server = spawn(process.execPath, [file, values.latency], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [endpoint] = await once(createInterface(server.stdout), "line");
    await work(String(endpoint));
  } finally {
    server.kill();
  }
}

/** The state of a corpus that was seen twice: the second run is the first that can tell what is unchanged. */
async function seed(count: number, endpoint: string): Promise<void> {
  if (!OURS.some((name) => only.has(name))) {
    return;
  }
  await measure(only.has("changed") ? "seed" : "seed without texts", count, endpoint);
  const measured = await measure("first unchanged", count, endpoint);
  if (only.has("first unchanged")) {
    report("first unchanged", count, measured);
  }
}

/** The programs in their own time, with a bucket and with that of the day on which one in a hundred differs. */
async function runPrograms(count: number, endpoint: string): Promise<void> {
  const [bucket, other] = ([1, 2] as const).map((day) => bucketOf({ stories: count, day }));
  for (const [name, program] of Object.entries(PROGRAMS)) {
    if (isInstalled(program)) {
      const measured = await runProgram(program, { endpoint, bucket: String(bucket), other: String(other) });
      report(name, count, { ...measured, requests: {} });
    } else {
      console.error(`${name}: skipped, as ${program.command} is not on the PATH`);
    }
  }
}

/** The limit of the heap in megabytes: `--heap` on a day without an edition; the peers have V8's default. */
function heapLimit(name: string): number | undefined {
  if (!isOurs(name)) {
    return undefined;
  }
  return name.endsWith("unchanged") ? Number(values.heap) : EDITION_HEAP;
}

function heapFlags(name: string): readonly string[] {
  const megabytes = heapLimit(name);
  return megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`, "--max-semi-space-size=4"];
}

function isOurs(name: string): boolean {
  return /changed|baseline/.test(name);
}

async function measure(name: string, count: number, endpoint: string): Promise<Measured> {
  const env = {
    ...process.env,
    ...(isOurs(name) && MEMORY_ENVIRONMENT),
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  };
  const { stdout } = await run(process.execPath, [...heapFlags(name), worker, name, String(count)], { env });
  return v.parse(Measured, JSON.parse(stdout));
}

function report(name: string, count: number, measured: Measured): void {
  const { requests, snapshotBytes, scanMs } = measured;
  const secondsAStory = secondsOf(measured) / count;
  reported.set(name, { cpu: measured.cpuMicroseconds / count, count });
  const figures: readonly (readonly [string, number | undefined])[] = [
    ["CPU, µs per story", measured.cpuMicroseconds / count],
    ["peak RSS, MB", measured.peakBytes / MEGABYTE],
    ["limit of the heap, MB", heapLimit(name)],
    ["wall time, s", measured.wallMs / 1_000],
    ["scan of it, s", scanMs === undefined ? undefined : scanMs / 1_000],
    ["bytes of snapshot read", measured.readBytes],
    ["snapshot, bytes per story", snapshotBytes === undefined ? undefined : snapshotBytes / count],
    [`stories in ${SCAN_SECONDS} s`, snapshotBytes && Math.floor(SCAN_SECONDS / secondsAStory)],
    ...Object.entries(requests).map(
      ([operation, value]) => [`${operation.replace(/Command$/, "")} requests`, value] as const,
    ),
  ];
  for (const [figure, value] of figures) {
    if (value !== undefined) {
      printFigure(`${name}: ${figure}`, value, count);
    }
  }
}

/** The same work as multiples of what the SDK takes to list: a machine that is slow today is slow for both. */
function reportMultiples(): void {
  const listing = reported.get("SDK paginator");
  for (const [name, { cpu, count }] of reported) {
    if (listing !== undefined && name !== "SDK paginator") {
      printFigure(`${name}: CPU, of the SDK paginator's`, cpu / listing.cpu, count);
    }
  }
}

/**
 * Seconds that a run takes on one vCPU: its processor time, or its waiting time for responses if that is
 * longer. Not the wall time, which depends on what else this machine is doing.
 */
function secondsOf({ cpuMicroseconds, requests }: Measured): number {
  const lists = (requests.ListObjectsV2Command ?? 0) / SCAN_LIMITS.ranges;
  const reads = (requests.GetObjectCommand ?? 0) / SCAN_LIMITS.concurrency;
  return Math.max(cpuMicroseconds / 1_000_000, ((lists + reads) * Number(values.latency)) / 1_000);
}

function dayOf(count: number, measured: Measured): Day {
  const stateBytes = (measured.snapshotBytes ?? 0) + count * PACKED_BYTES;
  return { stories: count, requests: measured.requests, seconds: secondsOf(measured), stateBytes };
}

function printFigure(figure: string, value: number, stories: number): void {
  print({ figure, value: round(value), stories, ...aimOf(figure, stories, round(value)) });
}

function print(measurement: Measurement): void {
  console.log(JSON.stringify(measurement));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
