/**
 * `npm run -s bench:lambda`: size and cold load of the function's bundle, next to a bundle of only the two AWS
 * clients that it uses, made in the same run by the same esbuild. One JSON line per figure.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { BUNDLES, PLAIN_OPTIONS } from "../infra/bundling/options.ts";
import { precompileTemplates } from "../templates/precompile.ts";
import type { Measurement } from "./measures/figure.ts";

/** Alternates loads, so that other work on the machine affects both bundles alike. */
const LOADS = 15;

const BARE = `
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, PutObjectTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import { GetAccountCommand, ListContactsCommand, SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
new S3Client({});
new SESv2Client({});
export const commands = [GetObjectCommand, ListObjectsV2Command, PutObjectCommand, PutObjectTaggingCommand, GetAccountCommand, ListContactsCommand, SendEmailCommand];
`;

const ENVIRONMENT = {
  CORPUS_BUCKET: "corpus",
  STATE_BUCKET: "state",
  SENDER: "desk@example.org",
  RECIPIENTS: "you@example.org",
  AWS_REGION: "eu-central-1",
};

interface Bundle {
  readonly name: string;
  readonly code: Uint8Array;
  readonly metafile: Metafile;
}

/** The function, the bare clients, and what only a run that asks a model loads. */
async function bundles(): Promise<readonly [Bundle, Bundle, Bundle]> {
  const [handler, model] = BUNDLES.digest;
  const stdin = { contents: BARE, resolveDir: PLAIN_OPTIONS.absWorkingDir };
  return [
    await bundle("function", handler),
    await bundle("bare clients", { ...PLAIN_OPTIONS, stdin }),
    await bundle("model, loaded on demand", model),
  ];
}

async function bundle(name: string, options: BuildOptions & { readonly write: false }): Promise<Bundle> {
  const { outputFiles, metafile } = await build({ ...options, sourcemap: false, metafile: true });
  return { name, code: codeOf(outputFiles), metafile };
}

function codeOf(files: readonly { readonly contents: Uint8Array }[]): Uint8Array {
  return files[0]?.contents ?? new Uint8Array();
}

/** Bytes by room of the function or by package, largest first. */
function rooms({ outputs }: Metafile): readonly (readonly [string, number])[] {
  const sizes = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      sizes.set(roomOf(path), (sizes.get(roomOf(path)) ?? 0) + bytesInOutput);
    }
  }
  return [...sizes].toSorted(([, a], [, b]) => b - a);
}

function roomOf(path: string): string {
  const [, scope = "", name = ""] = /node_modules\/(?:(@[^/]+)\/)?([^/]+)/.exec(path) ?? [];
  if (name !== "") {
    return scope === "@aws-sdk" || scope === "@smithy" || scope === "@aws" ? "AWS SDK" : scope || name;
  }
  return path.split("/").slice(0, 3).join("/").replace("functions/digest/", "");
}

/** Milliseconds of processor time that a fresh process takes to load a module. */
function loadMs(file: string): number {
  const script = `const before = process.cpuUsage(); await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
    env: ENVIRONMENT,
  });
  if (status !== 0) {
    throw new Error(`cannot load ${file}: ${stderr}`);
  }
  return Number(stdout);
}

/** Prints a figure with three decimals. */
function print(figure: string, value: number): void {
  console.log(JSON.stringify({ figure, value: Math.round(value * 1000) / 1000 } satisfies Measurement));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function measureLoads(folder: string, made: readonly Bundle[]): void {
  const times = new Map(made.map(({ name }) => [name, [] as number[]]));
  for (const [at, { code }] of made.entries()) {
    writeFileSync(join(folder, `${at}.mjs`), code);
  }
  for (let load = 0; load < LOADS; load += 1) {
    for (const [at, { name }] of made.entries()) {
      times.get(name)?.push(loadMs(join(folder, `${at}.mjs`)));
    }
  }
  const [own = Number.NaN, bare = Number.NaN, model = Number.NaN] = made.map(({ name }) =>
    median(times.get(name) ?? []),
  );
  print("cold load of the function, CPU ms", own);
  print("cold load of bare clients, CPU ms", bare);
  print("cold load, of bare clients", own / bare);
  print("load of the model, only when it is asked, CPU ms", model);
}

precompileTemplates();
const made = await bundles();
for (const { name, code } of made) {
  print(`${name}, minified kB`, code.length / 1000);
  print(`${name}, gzip kB`, gzipSync(code, { level: 9 }).length / 1000);
}
for (const [room, bytes] of rooms(made[0].metafile)) {
  print(`in the function: ${room}, kB`, bytes / 1000);
}
const folder = mkdtempSync(join(tmpdir(), "late-edition-bench-"));
try {
  measureLoads(folder, made);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
