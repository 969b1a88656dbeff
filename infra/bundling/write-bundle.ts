/** Writes the bundle of the named function to the named folder; see ../bundle.ts. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { BUNDLES } from "./options.ts";

const [name = "", outDir = ""] = process.argv.slice(2);
const bundle = Object.entries(BUNDLES).find(([known]) => known === name)?.[1];
if (bundle === undefined) {
  throw new Error(`there is no function "${name}": name one of ${Object.keys(BUNDLES).join(", ")}`);
}
mkdirSync(outDir, { recursive: true });
for (const file of (await build(bundle)).outputFiles) {
  writeFileSync(join(outDir, basename(file.path)), file.contents);
}
