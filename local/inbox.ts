/** `npm run inbox`: the emails sent by local runs, in a browser. */
import { commandLine } from "../infra/installed.ts";
import { contactsOf, inboxOf } from "./cloud.ts";
import { startInboxServer } from "./inbox/inbox-server.ts";
import type { Command } from "./runner/command.ts";
import { parseInboxOptions, stateArguments } from "./runner/options.ts";

export const inbox: Command = async (args) => {
  const { state, port } = parseInboxOptions(args);
  const run = commandLine("digest", ...stateArguments(state));
  const server = await startInboxServer({ inbox: inboxOf(state), contacts: contactsOf(state), port, run });
  console.log(`The inbox is at ${server.url}/ (stop with Ctrl-C)`);
};
