/** `npm run digest`: runs the job locally on a folder of stories. Runs on its own too: `node local/digest.ts`. */
import "../infra/compile-cache.ts";
import type { Command } from "./runner/command.ts";

// Loaded later than the cache, which keeps only what is loaded after it.
const { runAndReport, runCommand } = await import("./runner/command.ts");
const { parseDigestOptions } = await import("./runner/options.ts");

export const digest: Command = (args) => runAndReport(parseDigestOptions(args, new Date()));

if (import.meta.main) {
  await runCommand("digest", digest, process.argv.slice(2));
}
