import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
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
 * esbuild runs plugins only asynchronously, so esbuild gets its own process. The package copies its bundle.
 */
export function bundleDigest(outDir: string): void {
  if (READY_BUNDLE === undefined) {
    writeBundle(resolve(outDir));
  } else {
    cpSync(READY_BUNDLE, outDir, { recursive: true });
  }
  openToLambda(outDir);
}

function writeBundle(outDir: string): void {
  precompileTemplates();
  const { status, stderr, error } = spawnSync(process.execPath, [WRITE_BUNDLE, outDir], {
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`cannot bundle the function into ${outDir}: ${error?.message ?? stderr}`, {
      cause: error,
    });
  }
}

/**
 * Lets everybody read the files of a folder, whatever the umask. CDK keeps their modes in the archive that it uploads, and
 * Lambda runs the function as another user: of files that only their owner may read, it could load none.
 */
export function openToLambda(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}
