/** `npm run preview`: an edition's email in a browser, rendered again whenever a template or the code changes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isExample } from "./preview/examples.ts";
import { parsePreviewOptions } from "./preview/options.ts";
import { createRendering } from "./preview/rendering.ts";
import { startPreviewServer } from "./preview/server.ts";
import { watchPaths } from "./preview/watch.ts";
import type { Command } from "./runner/command.ts";
import { PROJECT } from "./runner/options.ts";

const WATCHED = ["templates", "functions/digest/publish", "local/preview"];

export const preview: Command = async (args) => {
  const { edition, port } = parsePreviewOptions(args);
  const folder = mkdtempSync(join(tmpdir(), "late-edition-preview-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.once("SIGINT", () => process.exit());
  process.once("SIGTERM", () => process.exit());
  const { render, forget } = createRendering(folder, edition);
  const paths = WATCHED.map((name) => join(PROJECT, name));
  const changes = watchPaths(isExample(edition) ? paths : [...paths, edition], forget);
  const server = await startPreviewServer({ first: edition, render, changes }, port);
  console.log(`The preview is at ${server.url}/ (stop with Ctrl-C)`);
};
