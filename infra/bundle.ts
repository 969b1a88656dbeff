import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { precompileTemplates } from "../templates/precompile.ts";
import { IS_INSTALLED } from "./installed.ts";

/** The folder with the bundles that came with the package, one folder each; a checkout has none and makes one where it needs it. */
const READY_BUNDLES = IS_INSTALLED ? fileURLToPath(new URL("../bundle", import.meta.url)) : undefined;

/** The digest's bundle, if it came with the package. */
export const READY_BUNDLE = READY_BUNDLES && join(READY_BUNDLES, "digest");

/** The functions that are bundled: see `bundling/options.ts`. */
export type BundledFunction = "digest" | "archive" | "key-keeper";

const WRITE_BUNDLE = fileURLToPath(new URL("bundling/write-bundle.ts", import.meta.url));

/**
 * Bundles a function for deployment: writes `index.mjs` and, for the digest, the parts that it loads, to `outDir`, creating it if needed;
 * for the two that read stories also source maps. Takes about half a second. The same sources give the same bytes whatever `outDir` is: paths are
 * relative to the project root, so the files' hash is the hash of the code. CDK bundles synchronously and
 * esbuild runs plugins only asynchronously, so esbuild gets its own process. The package copies its bundle.
 */
export function bundleFunction(name: BundledFunction, outDir: string): void {
  if (READY_BUNDLES === undefined) {
    writeBundle(name, resolve(outDir));
  } else {
    cpSync(join(READY_BUNDLES, name), outDir, { recursive: true });
  }
  openToLambda(outDir);
}

function writeBundle(name: BundledFunction, outDir: string): void {
  precompileTemplates();
  const { status, stderr, error } = spawnSync(process.execPath, [WRITE_BUNDLE, name, outDir], {
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`cannot bundle the function ${name} into ${outDir}: ${error?.message ?? stderr}`, {
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
