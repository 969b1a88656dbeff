/** `npm run digest`: runs the job locally on a folder of stories. Runs on its own too: `node local/digest.ts`. */
import { type Command, runAndReport, runCommand } from "./runner/command.ts";
import { parseDigestOptions } from "./runner/options.ts";

export const digest: Command = (args) => runAndReport(parseDigestOptions(args, new Date()));

if (import.meta.main) {
  await runCommand("digest", digest, process.argv.slice(2));
}
