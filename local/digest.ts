/** `npm run digest`: runs the job locally on a folder of stories. */
import { type Command, runAndReport } from "./runner/command.ts";
import { parseDigestOptions } from "./runner/options.ts";

export const digest: Command = (args) => runAndReport(parseDigestOptions(args, new Date()));
