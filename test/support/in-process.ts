import { vi } from "vitest";
import { main } from "../../local/main.ts";

/** Runs a command in this process, which saves the start of another; what shows progress is taken down with its errors, or not at all. */
export async function runInProcess(
  args: readonly string[],
  { hasProgress = true } = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const exitCode = process.exitCode;
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
    await main(args);
    return { code: Number(process.exitCode), stdout, stderr };
  } finally {
    process.exitCode = exitCode;
    for (const spy of spies) {
      spy.mockRestore();
    }
  }
}
