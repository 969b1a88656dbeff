import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { Limits } from "../support/store-contract.ts";

/** Folder with the servers, as test/foreign/install.sh fills it; the tests of a missing server are skipped. */
const INSTALLED = process.env.FOREIGN_S3 ?? "";

/** An S3 server that is not ours. */
export interface ForeignServer {
  readonly name: string;
  /** Its program, in {@link INSTALLED}. */
  readonly program: string;
  readonly region: string;
  readonly env: Readonly<Record<string, string>>;
  args(port: number, folder: string): readonly string[];
  readonly limits: Limits;
}

/** What each cannot do is in docs/stores.md, with its cause. */
export const SERVERS: readonly ForeignServer[] = [
  {
    name: "moto 5.2.5",
    program: "moto/bin/moto_server",
    region: "eu-central-1",
    env: {},
    args: (port) => ["-H", "127.0.0.1", "-p", String(port)],
    // Its routes are regular expressions in which a dot matches no line feed: it answers 404.
    limits: { lostCharacters: /\n/ },
  },
  {
    name: "VersityGW 1.8.0, on a folder",
    program: "bin/versitygw",
    region: "us-east-1",
    env: { ROOT_ACCESS_KEY: "local", ROOT_SECRET_KEY: "local" },
    args: (port, folder) => ["--port", `127.0.0.1:${port}`, "posix", folder],
    // A key is the path of a file. Its listings do not encode keys, and XML cannot carry most control characters.
    limits: { keysAreFilePaths: true, lostCharacters: /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u },
  },
];

/** Whether the server is on this machine. */
export function isInstalled({ program }: ForeignServer): boolean {
  return INSTALLED !== "" && existsSync(join(INSTALLED, program));
}

/** A server that runs. */
export interface Running {
  readonly client: S3Client;
  stop(): Promise<void>;
}

/** Starts a server with these buckets in an empty folder. */
export async function start(server: ForeignServer, buckets: readonly string[]): Promise<Running> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "late-edition-foreign-"));
  const child = spawn(join(INSTALLED, server.program), server.args(port, folder), {
    cwd: folder,
    env: { PATH: process.env.PATH, ...server.env },
    stdio: "ignore",
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await untilItAnswers(endpoint, child);
  const client = new S3Client({ endpoint, region: server.region, forcePathStyle: true });
  for (const Bucket of buckets) {
    await client.send(new CreateBucketCommand({ Bucket, ...locationOf(server) }));
  }
  return {
    client,
    stop: async () => {
      client.destroy();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function locationOf({ region }: ForeignServer) {
  return region === "us-east-1"
    ? {}
    : { CreateBucketConfiguration: { LocationConstraint: region as "eu-central-1" } };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

const PATIENCE_MS = 60_000;

async function untilItAnswers(endpoint: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && child.exitCode === null) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  child.kill();
  throw new Error(`cannot start ${child.spawnfile}: no answer at ${endpoint}, exit code ${child.exitCode}`);
}
