import { readFileSync } from "node:fs";
import { IS_INSTALLED } from "../infra/installed.ts";
import { type Command, MISUSED, runCommand } from "./runner/command.ts";
import { type CommandName, OVERVIEW } from "./runner/usage.ts";

const NEEDED_NODE = 24;

/** Loaded when they are asked for: each brings a part of the code that the others do not need. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  digest: async () => (await import("./digest.ts")).digest,
  invoke: async () => (await import("./invoke.ts")).invoke,
  inbox: async () => (await import("./inbox.ts")).inbox,
  preview: async () => (await import("./preview.ts")).preview,
  read: async () => (await import("./read.ts")).read,
  compare: async () => (await import("./compare.ts")).compare,
  demo: async () => (await import("./demo.ts")).demo,
  doctor: async () => (await import("../infra/doctor.ts")).doctor,
};

/** Runs the command named first with the arguments after it. */
export async function main([name = "", ...args]: readonly string[]): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < NEEDED_NODE) {
    refuse(`Node ${NEEDED_NODE} or newer is needed, this is ${process.versions.node}`);
  } else if (isCommand(name)) {
    await runCommand(name, await COMMANDS[name](), args);
  } else if (name === "--help") {
    console.log(OVERVIEW);
  } else if (name === "--version") {
    console.log(version());
  } else {
    refuse(
      `${name === "" ? "name a command" : `there is no command ${name}`}: ${Object.keys(COMMANDS).join(", ")} (see --help)`,
    );
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function refuse(reason: string): void {
  console.error(`late-edition: ${reason}`);
  process.exitCode = MISUSED;
}

function version(): string {
  const manifest = new URL(IS_INSTALLED ? "../../package.json" : "../package.json", import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
