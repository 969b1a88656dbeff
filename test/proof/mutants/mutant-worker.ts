import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import * as news from "../../../functions/digest/changes/news.ts";
import * as record from "../../../functions/digest/changes/record.ts";
import * as compose from "../../../functions/digest/edition/compose.ts";
import * as render from "../../../functions/digest/publish/mail/render.ts";
import * as compare from "../../../functions/digest/revision/compare.ts";
import * as story from "../../../functions/digest/story/story.ts";
import { PROJECT } from "../../support/command.ts";
import type { createWorker } from "../world/worker.ts";

/** A place in the code that differs in a mutant. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The pure functions that answer from memory (`remembered.ts`), for the mutants that do not change them; a change of what they import shows in none. */
const PURE: Readonly<Record<string, object>> = {
  "functions/digest/story/story.ts": story,
  "functions/digest/revision/compare.ts": compare,
  "functions/digest/changes/news.ts": news,
  "functions/digest/changes/record.ts": record,
  "functions/digest/edition/compose.ts": compose,
  "functions/digest/publish/mail/render.ts": render,
};

/** Bundles the worker with the changed code, so that each mutant is a separate program, but for {@link PURE}. */
export async function createMutantWorker(
  name: string,
  changes: readonly Change[],
): Promise<typeof createWorker> {
  const folder = join(PROJECT, "node_modules", ".cache", "late-edition-proof");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name.replaceAll(/\W+/g, "-")}.mjs`);
  Object.assign(globalThis, { pureOfMutants: PURE });
  await build({
    entryPoints: [join(PROJECT, "test/proof/world/worker.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
    plugins: [changeFiles(changes)],
    logLevel: "error",
  });
  const mutant: { readonly createWorker: typeof createWorker } = await import(pathToFileURL(outfile).href);
  return mutant.createWorker;
}

/** Of a file that is loaded, only one of the functions given to `onLoad` is heard: it makes all changes. */
function changeFiles(changes: readonly Change[]): Plugin {
  return {
    name: "mutant",
    setup({ onLoad }) {
      for (const [file, own] of Map.groupBy(changes, (change) => change.file)) {
        onLoad({ filter: filterOf(file) }, () => {
          const source = readFileSync(join(PROJECT, file), "utf8");
          return { contents: own.reduce(applyChange, source), loader: "ts" };
        });
      }
      for (const [file, functions] of Object.entries(PURE)) {
        const names = Object.keys(functions).join(", ");
        const contents = `export const { ${names} } = globalThis.pureOfMutants["${file}"];`;
        onLoad({ filter: filterOf(file) }, () => ({ contents, loader: "ts" }));
      }
    },
  };
}

function filterOf(file: string): RegExp {
  return new RegExp(`${file.replaceAll(/[./-]/g, "\\$&")}$`);
}

function applyChange(source: string, { file, from, to }: Change): string {
  const parts = source.split(from);
  if (parts.length !== 2) {
    throw new Error(`cannot change ${file}: it contains ${parts.length - 1} times: ${from}`);
  }
  return parts.join(to);
}
