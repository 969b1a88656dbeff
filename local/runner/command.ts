import { type CommandOptions, UsageError } from "./options.ts";
import { createProgress } from "./progress.ts";
import { jsonReport, plainReport } from "./report.ts";
import { runLocally } from "./run-locally.ts";
import { type CommandName, USAGE } from "./usage.ts";

const FAILED = 1;
const MISUSED = 2;

/**
 * Runs a command with its command-line arguments, or prints its help. An error becomes one line on standard
 * error and exit code 1, or 2 for a wrong command line.
 */
export async function runCommand(
  name: CommandName,
  command: (args: readonly string[]) => Promise<void>,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes("--help")) {
    console.log(USAGE[name]);
    return;
  }
  try {
    await command(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isMisused = error instanceof UsageError;
    console.error(`${name}: ${message}${isMisused ? ` (see npm run ${name} -- --help)` : ""}`);
    process.exitCode = isMisused ? MISUSED : FAILED;
  }
}

/** Runs the job: progress goes to standard error, only the report to standard output. */
export async function runAndReport({ isJson, ...options }: CommandOptions): Promise<void> {
  const progress = createProgress(process.stderr);
  try {
    const result = await runLocally(options, progress);
    progress.clear();
    console.log(isJson ? jsonReport(result) : plainReport(result));
  } catch (error) {
    progress.clear();
    throw error;
  }
}
