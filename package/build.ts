/**
 * `npm run prepack`, which npm runs before it packs: makes `dist/`, the project as it is in the tarball. Modules are
 * compiled one by one, and what they read lies where it lies in a checkout, so that no path differs but in its `.js`. The
 * function's bundle takes the place of what makes it; see docs/adr/0108-a-package-beside-the-checkout.md.
 */
import { spawnSync } from "node:child_process";
import { cpSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleFunction } from "../infra/bundle.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(PROJECT, "dist");

rmSync(DIST, { recursive: true, force: true });
compile();
cpSync(join(PROJECT, "seeds"), join(DIST, "seeds"), { recursive: true });
await addTemplates();
for (const name of ["digest", "archive", "key-keeper"] as const) {
  bundleFunction(name, join(DIST, "bundle", name));
}
cpSync(join(PROJECT, "infra/archive/viewer.js"), join(DIST, "infra/archive/viewer.js"));

function compile(): void {
  const tsc = join(PROJECT, "node_modules/typescript/bin/tsc");
  const args = [tsc, "-p", join(PROJECT, "tsconfig.build.json")];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`cannot compile the package: ${stdout}`);
  }
}

/** The templates' sources, and what the compiled precompiler makes of them at its own place. */
async function addTemplates(): Promise<void> {
  const templates = join(DIST, "templates");
  cpSync(join(PROJECT, "templates"), templates, {
    recursive: true,
    filter: (path) => path.endsWith(".hbs") || statSync(path).isDirectory(),
  });
  const { precompileTemplates } = await import(pathToFileURL(join(templates, "precompile.js")).href);
  precompileTemplates();
}
