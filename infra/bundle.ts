import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { precompileTemplates } from "../templates/precompile.ts";
import { IS_INSTALLED } from "./installed.ts";

/** The folder with the bundle that came with the package; a checkout has none and makes one where it needs it. */
export const READY_BUNDLE = IS_INSTALLED ? fileURLToPath(new URL("../bundle", import.meta.url)) : undefined;

const WRITE_BUNDLE = fileURLToPath(new URL("bundling/write-bundle.ts", import.meta.url));

/**
 * Bundles the digest function as it is deployed: `index.mjs` and its source map in `outDir`, which is made when
 * it is not there. About half a second; the same sources give the same bytes, whatever `outDir` is: the files are
 * named by the project's root, so their hash is the hash of the code. CDK waits for a bundle without a promise, and
 * esbuild has plugins with promises only, so it runs in a process of its own.
 */
export function bundleDigest(outDir: string): void {
  precompileTemplates();
  const { status, stderr, error } = spawnSync(process.execPath, [WRITE_BUNDLE, resolve(outDir)], {
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`cannot bundle the function into ${outDir}: ${error?.message ?? stderr}`, {
      cause: error,
    });
  }
}
