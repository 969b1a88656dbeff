/** Writes the digest function's bundle to the named folder; see ../bundle.ts. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { BUNDLE_OPTIONS } from "./options.ts";

const [outDir = ""] = process.argv.slice(2);
const { outputFiles } = await build(BUNDLE_OPTIONS);
mkdirSync(outDir, { recursive: true });
for (const file of outputFiles) {
  writeFileSync(join(outDir, basename(file.path)), file.contents);
}
