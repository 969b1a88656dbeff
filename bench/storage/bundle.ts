import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { PLAIN_OPTIONS } from "../../infra/bundling/options.ts";
import { precompileTemplates } from "../../templates/precompile.ts";

/**
 * Bundles the worker as the stack bundles the function, into a folder that lasts as long as this process, and
 * returns its path. Run from sources, the worker would carry Node's type stripping and every module's text: 40
 * MB more than on Lambda.
 */
export function bundleWorker(): string {
  precompileTemplates();
  const folder = mkdtempSync(join(tmpdir(), "late-edition-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true }));
  const outfile = join(folder, "worker.mjs");
  const entryPoints = [join(import.meta.dirname, "worker.ts")];
  buildSync({ ...PLAIN_OPTIONS, entryPoints, outfile, write: true });
  return outfile;
}
