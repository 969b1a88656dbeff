import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { PLAIN_OPTIONS } from "../../infra/bundling/options.ts";
import { precompileTemplates } from "../../templates/precompile.ts";

/**
 * Bundles a worker as the stack bundles the function, into a folder that lasts as long as this process, and
 * returns its path. Run from sources, the worker would carry Node's type stripping and every module's text: 40
 * MB more than on Lambda.
 */
export function bundleWorker(worker: string): string {
  precompileTemplates();
  const folder = mkdtempSync(join(tmpdir(), "late-edition-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true }));
  buildSync({ ...PLAIN_OPTIONS, entryPoints: { worker }, outdir: folder, write: true });
  return join(folder, "worker.mjs");
}
