/** `npm run digest`: the job on a folder of stories, entirely on this machine. */
import { runAndReport, runCommand } from "./runner/command.ts";
import { parseDigestOptions } from "./runner/options.ts";

await runCommand("digest", (args) => runAndReport(parseDigestOptions(args, new Date())));
