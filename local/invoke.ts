/** `npm run invoke -- events/scheduled.json`: the function with an event from a file. */
import { runAndReport, runCommand } from "./runner/command.ts";
import { parseInvokeOptions } from "./runner/options.ts";

await runCommand("invoke", (args) => runAndReport(parseInvokeOptions(args)));
