/**
 * What `npm run` starts in a checkout. JavaScript, so that an old Node can read it too: without `npm ci`, which also
 * installs Node 24, it says so in one line. The command then runs where its user called npm, so that relative paths are
 * the user's; npm itself goes to the folder of `package.json`.
 */
import { existsSync } from "node:fs";

const NEEDED_NODE = 24;

const { INIT_CWD: caller } = process.env;
const isInstalled = existsSync(new URL("../node_modules/valibot", import.meta.url));

if (!isInstalled || Number.parseInt(process.versions.node, 10) < NEEDED_NODE) {
  const found = isInstalled ? "" : "; the dependencies are not installed";
  console.error(
    `late-edition: run npm ci first, which also installs Node ${NEEDED_NODE}: this is Node ${process.versions.node}${found}`,
  );
  process.exitCode = 2;
} else {
  if (caller !== undefined && existsSync(caller)) {
    process.chdir(caller);
  }
  await import("./late-edition.ts");
}
