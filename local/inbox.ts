/** `npm run inbox`: the emails sent by local runs, in a browser. */

import { commandLine } from "../infra/installed.ts";
import { contactsOf, inboxOf, readStateOf } from "./cloud.ts";
import { openLocalArchive } from "./inbox/archive-pages.ts";
import { startInboxServer } from "./inbox/inbox-server.ts";
import type { Command } from "./runner/command.ts";
import { parseInboxOptions, stateArguments } from "./runner/options.ts";

export const inbox: Command = async (args) => {
  const { state, port } = parseInboxOptions(args);
  const run = commandLine("digest", ...stateArguments(state));
  const archive = openLocalArchive(readStateOf(state), process.env);
  const server = await startInboxServer({
    inbox: inboxOf(state),
    contacts: contactsOf(state),
    archive,
    port,
    run,
  });
  console.log(`The inbox is at ${server.url}/ (stop with Ctrl-C)`);
};
