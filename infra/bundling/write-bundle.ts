/** Writes the bundle of the named function to the named folder; see ../bundle.ts. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { BUNDLES } from "./options.ts";

const [name = "", outDir = ""] = process.argv.slice(2);
const options = Object.entries(BUNDLES).find(([known]) => known === name)?.[1];
if (options === undefined) {
  throw new Error(`there is no function "${name}": name one of ${Object.keys(BUNDLES).join(", ")}`);
}
const { outputFiles = [] } = await build(options);
mkdirSync(outDir, { recursive: true });
for (const file of outputFiles) {
  writeFileSync(join(outDir, basename(file.path)), file.contents);
}
