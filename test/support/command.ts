import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { COMPILE_CACHE } from "./compile-cache.ts";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of the project in a separate process; `killAfterMs` stops it with SIGKILL. */
export async function runScript(
  script: string,
  args: readonly string[],
  killAfterMs = Number.POSITIVE_INFINITY,
): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, ...COMPILE_CACHE },
  });
  const timer = Number.isFinite(killAfterMs)
    ? setTimeout(() => child.kill("SIGKILL"), killAfterMs)
    : undefined;
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** What `npm run digest -- --json` prints. */
export interface DigestAnswer {
  readonly slot: string;
  readonly outcome: string;
  readonly counts: Edition["counts"];
  readonly out: string;
}

/** A desk: corpus, state and output in one folder, and the job that runs on them. */
export interface Desk {
  readonly corpus: string;
  readonly state: string;
  /** What follows `digest` on the command line. */
  argsOf(slot: string, ...more: readonly string[]): readonly string[];
  digest(slot: string, ...more: readonly string[]): Promise<DigestAnswer>;
  /** The same, stopped with SIGKILL. */
  kill(slot: string, afterMs: number, ...more: readonly string[]): Promise<Ended>;
  saved(answer: DigestAnswer, name: string): string;
}

/** A new desk in `folder`, with a copy of the sample corpus. */
export function createDesk(folder: string): Desk {
  cpSync(join(PROJECT, "seeds"), join(folder, "corpus"), { recursive: true });
  return openDesk(folder);
}

/** An existing desk. */
export function openDesk(folder: string): Desk {
  const [corpus, state, out] = ["corpus", "state", "out"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const argsOf: Desk["argsOf"] = (slot, ...more) => [
    ...["--corpus", corpus, "--state", state, "--out", out, "--at", slot, "--json"],
    ...more,
  ];
  return {
    corpus,
    state,
    argsOf,
    async digest(slot, ...more) {
      const { code, stdout, stderr } = await runScript("local/late-edition.ts", [
        "digest",
        ...argsOf(slot, ...more),
      ]);
      if (code !== 0) {
        throw new Error(`npm run digest ended with ${code}: ${stderr}`);
      }
      return JSON.parse(stdout);
    },
    kill: (slot, afterMs, ...more) =>
      runScript("local/late-edition.ts", ["digest", ...argsOf(slot, ...more)], afterMs),
    saved: (answer, name) => readFileSync(join(answer.out, name), "utf8"),
  };
}

/** Addresses of all emails in a desk's inbox, one per email. */
export function inboxOf(desk: Desk): readonly string[] {
  const inbox = join(desk.state, "inbox");
  return readdirSync(inbox)
    .filter((name) => !name.startsWith("."))
    .map((name) => {
      const envelope = JSON.parse(readFileSync(join(inbox, name, "envelope.json"), "utf8"));
      return String(envelope.to[0]);
    });
}
