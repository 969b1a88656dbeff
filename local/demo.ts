/** `npm run demo`: four days of a news desk in ten seconds. */
import { join } from "node:path";
import { runDemo } from "./demo/run-demo.ts";
import type { Command } from "./runner/command.ts";
import { parseDemoOptions } from "./runner/options.ts";

export const demo: Command = async (args) => {
  const { state, out } = parseDemoOptions(args);
  await runDemo({ state: join(state, "demo"), out: join(out, "demo") }, (text) => console.log(text));
};
