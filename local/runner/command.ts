import { printable } from "../../infra/doctor/printable.ts";
import { commandLine } from "../../infra/installed.ts";
import { explainResult } from "./explain/result.ts";
import type { CommandOptions } from "./options.ts";
import { createProgress } from "./progress.ts";
import { jsonReport, plainReport } from "./report.ts";
import { runLocally } from "./run-locally.ts";
import { type CommandName, TroubleError, USAGE, UsageError } from "./usage.ts";

const FAILED = 1;
/** Exit code of a command line that cannot be run, and of any trouble of a command whose answer may be 1. */
export const MISUSED = 2;

/** What a command does with what follows its name on the command line. */
export type Command = (args: readonly string[]) => Promise<void>;

/**
 * Runs a command with its command-line arguments, or prints its help. An error becomes one line on standard
 * error and exit code 1, or 2 for a wrong command line and a {@link TroubleError}.
 */
export async function runCommand(
  name: CommandName,
  command: Command,
  args: readonly string[],
): Promise<void> {
  if (args.includes("--help")) {
    console.log(USAGE[name]);
    return;
  }
  try {
    await command(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isMisused = error instanceof UsageError;
    console.error(
      printable(`${name}: ${message}${isMisused ? ` (see ${commandLine(name, "--help")})` : ""}`),
    );
    process.exitCode = isMisused || error instanceof TroubleError ? MISUSED : FAILED;
  }
}

/** Runs the job: progress goes to standard error, only the report to standard output. */
export async function runAndReport(options: CommandOptions): Promise<void> {
  const progress = createProgress(process.stderr);
  try {
    const result = await runLocally(options, progress);
    progress.clear();
    console.log(options.isJson ? jsonReport(result) : plainReport(result, options.state));
    const why = await explainResult(result, options);
    if (why !== "") {
      console.log(`\n${why}`);
    }
  } catch (error) {
    progress.clear();
    throw error;
  }
}
