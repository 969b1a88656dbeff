/**
 * `npm run -s bench -- [--stories N] [--latency MS] [--heap MB]`: what a run costs over a synthetic corpus: an unchanged
 * day, a day on which one story in a hundred changed, a baseline of at most 100,000 stories, and the SDK's own paginator
 * over the same listing. Every scenario has a process of its own. One JSON line a figure on standard output.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs, promisify } from "node:util";
import * as v from "valibot";
import type { Measurement } from "./figure.ts";

const run = promisify(execFile);
const MAX_BASELINE = 100_000;
const MEGABYTE = 1024 * 1024;

const Measured = v.object({
  requests: v.record(v.string(), v.number()),
  wallMs: v.number(),
  cpuMicroseconds: v.number(),
  peakBytes: v.number(),
  scanMs: v.optional(v.number()),
  snapshotBytes: v.optional(v.number()),
});

const { values } = parseArgs({
  options: {
    stories: { type: "string", default: "100000" },
    latency: { type: "string", default: "20" },
    heap: { type: "string", default: "256" },
  },
});
const stories = Number(values.stories);

interface Scenario {
  readonly name: string;
  readonly stories: number;
  /** Only the unchanged day: elsewhere a cap would measure the comparison of stories. */
  readonly isCapped: boolean;
}

await withServer(async (endpoint) => {
  await measure({ name: "seed", stories, isCapped: false }, endpoint);
  for (const name of ["unchanged", "changed", "peer"]) {
    report(name, stories, await measure({ name, stories, isCapped: name === "unchanged" }, endpoint));
  }
});
await withServer(async (endpoint) => {
  const count = Math.min(stories, MAX_BASELINE);
  report("baseline", count, await measure({ name: "baseline", stories: count, isCapped: false }, endpoint));
});

/** A listing server with an empty state bucket, as long as the work takes. */
async function withServer(work: (endpoint: string) => Promise<void>): Promise<void> {
  const file = join(import.meta.dirname, "listing-server.ts");
  const server = spawn(process.execPath, [file, values.latency], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [endpoint] = await once(createInterface(server.stdout), "line");
    await work(String(endpoint));
  } finally {
    server.kill();
  }
}

async function measure(
  { name, stories: count, isCapped }: Scenario,
  endpoint: string,
): Promise<v.InferOutput<typeof Measured>> {
  const file = join(import.meta.dirname, "storage", "worker.ts");
  const heap = isCapped ? [`--max-old-space-size=${values.heap}`] : [];
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  };
  const { stdout } = await run(process.execPath, [...heap, file, name, String(count)], { env });
  return v.parse(Measured, JSON.parse(stdout));
}

function report(name: string, count: number, measured: v.InferOutput<typeof Measured>): void {
  const { requests, snapshotBytes, scanMs } = measured;
  const figures: readonly (Measurement | undefined)[] = [
    { figure: `${name}: CPU, µs a story`, value: round(measured.cpuMicroseconds / count) },
    { figure: `${name}: peak RSS, MB`, value: round(measured.peakBytes / MEGABYTE) },
    { figure: `${name}: wall time, s`, value: round(measured.wallMs / 1_000) },
    scanMs === undefined ? undefined : { figure: `${name}: scan of it, s`, value: round(scanMs / 1_000) },
    snapshotBytes === undefined
      ? undefined
      : { figure: `${name}: snapshot, bytes a story`, value: round(snapshotBytes / count) },
    ...Object.entries(requests).map(([operation, value]) => ({
      figure: `${name}: ${operation.replace(/Command$/, "")} requests`,
      value,
    })),
  ];
  for (const figure of figures.filter((each) => each !== undefined)) {
    console.log(JSON.stringify({ ...figure, stories: count }));
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
