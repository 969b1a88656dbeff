import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { precompileTemplates } from "../templates/precompile.ts";
import { IS_INSTALLED } from "./installed.ts";

/** The folder with the bundle that came with the package; a checkout has none and makes one where it needs it. */
export const READY_BUNDLE = IS_INSTALLED ? fileURLToPath(new URL("../bundle", import.meta.url)) : undefined;

const WRITE_BUNDLE = fileURLToPath(new URL("bundling/write-bundle.ts", import.meta.url));

/**
 * Bundles the digest function for deployment: writes `index.mjs` and its source map to `outDir`, creating it if
 * needed. Takes about half a second. The same sources give the same bytes whatever `outDir` is: paths are
 * relative to the project root, so the files' hash is the hash of the code. CDK bundles synchronously and
 * esbuild runs plugins only asynchronously, so esbuild gets its own process.
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
