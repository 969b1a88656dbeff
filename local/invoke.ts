/** `npm run invoke -- events/scheduled.json`: the function with an event from a file. */
import { type Command, runAndReport } from "./runner/command.ts";
import { parseInvokeOptions } from "./runner/options.ts";

export const invoke: Command = (args) => runAndReport(parseInvokeOptions(args));
