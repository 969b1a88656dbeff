import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, buildSync } from "esbuild";
import { precompileTemplates } from "../templates/precompile.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * How the function is bundled. The AWS SDK is in it: the one of the Lambda runtime changes without a deployment
 * and loads more slowly. The source map carries positions, not sources: half the size, and a stack trace names
 * file and line all the same.
 */
const OPTIONS = {
  absWorkingDir: ROOT,
  entryPoints: ["functions/digest/handler.ts"],
  outfile: "index.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
} as const satisfies BuildOptions;

/**
 * Bundles the digest function as it is deployed: `index.mjs` and its source map in `outDir`, which is made when
 * it is not there. About a third of a second; the same sources give the same bytes, whatever `outDir` is: the
 * files are named by the project's root, so their hash is the hash of the code.
 */
export function bundleDigest(outDir: string): void {
  precompileTemplates();
  const { outputFiles } = buildSync({ ...OPTIONS, write: false });
  mkdirSync(outDir, { recursive: true });
  for (const file of outputFiles) {
    writeFileSync(join(outDir, basename(file.path)), file.contents);
  }
}
