/** `npm run digest`: the job on a folder of stories, entirely on this machine. */
import { type Command, runAndReport } from "./runner/command.ts";
import { parseDigestOptions } from "./runner/options.ts";

export const digest: Command = (args) => runAndReport(parseDigestOptions(args, new Date()));
