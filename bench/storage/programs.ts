import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

/** A program that many use to list or compare buckets, and what it is called with. */
interface Program {
  readonly command: string;
  /** The exit code that means no failure, besides 0. */
  readonly endsWith?: number;
  /** Arguments for a bucket of day 1 and one of the day to compare it with. */
  arguments(bucket: string, other: string): readonly string[];
}

/** How often the memory of a process is looked at. */
const LOOK_MS = 50;
const KILOBYTE = 1024;
const MICROSECONDS = 1_000_000;

/** Its remote `bench` comes from the environment; its own retries and logs stay as they are. */
const RCLONE = { command: "rclone" } as const;

/** All of them only look: none keeps anything, reads a story or tells what changed in it. */
export const PROGRAMS: Readonly<Record<string, Program>> = {
  "rclone lsf -R": { ...RCLONE, arguments: (bucket) => ["lsf", "-R", `bench:${bucket}`] },
  "rclone lsf -R --fast-list": {
    ...RCLONE,
    arguments: (bucket) => ["lsf", "-R", "--fast-list", `bench:${bucket}`],
  },
  "rclone check": {
    ...RCLONE,
    endsWith: 1,
    arguments: (bucket, other) => ["check", `bench:${bucket}`, `bench:${other}`],
  },
  "aws s3 ls --recursive": {
    command: "aws",
    arguments: (bucket) => ["s3", "ls", "--recursive", `s3://${bucket}`],
  },
};

/** What a program took. */
export interface ProgramRun {
  /** Lines of its output. */
  readonly lines: number;
  readonly cpuMicroseconds: number;
  readonly wallMs: number;
  /** Of the process itself; 0 where `/proc` is missing. */
  readonly peakBytes: number;
}

/** Whether a program is on the PATH: npm installs none of them. */
export function isInstalled({ command }: Program): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** Runs a program against an endpoint; the processor time is what the shell counts for it. Throws if it fails. */
export async function runProgram(
  program: Program,
  { endpoint, bucket, other }: { readonly endpoint: string; readonly bucket: string; readonly other: string },
): Promise<ProgramRun> {
  const startedAt = performance.now();
  const shell = spawn(
    "bash",
    [
      "-c",
      `TIMEFORMAT='cpu %U %S'; time { "$@" 2>/dev/null & echo "pid $!" >&2; wait $!; }`,
      "bash",
      program.command,
    ].concat(program.arguments(bucket, other)),
    { env: environmentFor(endpoint), stdio: ["ignore", "pipe", "pipe"] },
  );
  let [lines, peakBytes, cpuMicroseconds] = [0, 0, 0];
  let pid: string | undefined;
  const look = setInterval(() => {
    peakBytes = Math.max(peakBytes, pid === undefined ? 0 : peakOf(pid));
  }, LOOK_MS);
  createInterface(shell.stdout).on("line", () => {
    lines += 1;
  });
  createInterface(shell.stderr).on("line", (line) => {
    const [what, ...values] = line.split(" ");
    pid = what === "pid" ? values[0] : pid;
    if (what === "cpu") {
      cpuMicroseconds = values.reduce((sum, seconds) => sum + Number(seconds) * MICROSECONDS, 0);
    }
  });
  const [code] = await once(shell, "close");
  clearInterval(look);
  if (code !== 0 && code !== program.endsWith) {
    throw new Error(
      `${program.command} ended with ${code}: run it by hand against the listing server to see why`,
    );
  }
  return { lines, cpuMicroseconds, wallMs: performance.now() - startedAt, peakBytes };
}

/** The endpoint has no TLS, and rclone fails where a CA bundle is named. */
function environmentFor(endpoint: string): NodeJS.ProcessEnv {
  const { AWS_CA_BUNDLE: _, ...environment } = process.env;
  const keys = { AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local", AWS_REGION: "eu-central-1" };
  return {
    ...environment,
    ...keys,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ENDPOINT_URL: endpoint,
    RCLONE_CONFIG_BENCH_TYPE: "s3",
    RCLONE_CONFIG_BENCH_PROVIDER: "Minio",
    RCLONE_CONFIG_BENCH_ENDPOINT: endpoint,
    RCLONE_CONFIG_BENCH_REGION: "eu-central-1",
    RCLONE_CONFIG_BENCH_ENV_AUTH: "true",
  };
}

function peakOf(pid: string): number {
  try {
    const [, kilobytes = "0"] =
      /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * KILOBYTE;
  } catch {
    return 0;
  }
}
