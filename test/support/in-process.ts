import { vi } from "vitest";
import { main } from "../../local/main.ts";
import type { Desk, DigestAnswer } from "./command.ts";

export interface Place {
  /** The folder that it is called in. */
  readonly cwd?: string;
  /** Its whole environment; absent: that of the tests. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What shows progress is taken down with its errors, or not at all. */
  readonly hasProgress?: boolean;
}

/** Runs a command in this process, which saves the start of another. */
export async function runInProcess(
  args: readonly string[],
  { cwd, env = process.env, hasProgress = true }: Place = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const { exitCode, env: envBefore } = process;
  const cwdBefore = process.cwd();
  let [stdout, stderr] = ["", ""];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line) => {
      stdout += `${line}\n`;
    }),
    vi.spyOn(console, "error").mockImplementation((line) => {
      stderr += `${line}\n`;
    }),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      stderr += hasProgress ? text : "";
      return true;
    }),
  ];
  try {
    process.exitCode = 0;
    process.env = { ...env };
    process.chdir(cwd ?? cwdBefore);
    await main(args);
    return { code: Number(process.exitCode), stdout, stderr };
  } finally {
    process.exitCode = exitCode;
    process.env = envBefore;
    process.chdir(cwdBefore);
    for (const spy of spies) {
      spy.mockRestore();
    }
  }
}

/** `npm run digest` on a desk, in this process. */
export async function digestInProcess(
  desk: Desk,
  slot: string,
  ...more: readonly string[]
): Promise<DigestAnswer> {
  const { code, stdout, stderr } = await runInProcess(["digest", ...desk.argsOf(slot, ...more)]);
  if (code !== 0) {
    throw new Error(`npm run digest ended with ${code}: ${stderr}`);
  }
  return JSON.parse(stdout);
}
