import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why a system program cannot be used here; empty: it can. In CI it must be installed. */
export function missingProgram(program: string): string {
  const isThere = spawnSync(program, ["--version"]).error === undefined;
  return isThere || process.env.CI === "true" ? "" : `${program} is not installed`;
}

/** What a program prints for `input`; with its own home folder, so that no user settings apply. */
export function outputOf(program: string, args: readonly string[], input: Uint8Array | string): string {
  const home = mkdtempSync(join(tmpdir(), "late-edition-home-"));
  try {
    const env = { ...process.env, HOME: home, LC_ALL: "C.UTF-8" };
    const { stdout, error, status, stderr } = spawnSync(program, args, { input, env, encoding: "utf8" });
    if (error !== undefined || status !== 0) {
      throw new Error(`cannot run ${program} ${args.join(" ")}: ${error?.message ?? stderr}`, {
        cause: error,
      });
    }
    return stdout;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
