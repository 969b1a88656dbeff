/**
 * Imported first by what Node starts: keeps modules as they were compiled, types stripped, so that the next start need not
 * compile them again. A digest of the samples takes a quarter less processor time, and help half.
 *
 * The folder is in the `node_modules` that holds the package, or the checkout's own: who may write there may change the
 * code itself. Where nobody may, nothing is kept. `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
 */
import module from "node:module";
import { fileURLToPath } from "node:url";

const [, installedIn] = /^(.*\/node_modules\/)/.exec(import.meta.url) ?? [];
const MODULES = new URL(installedIn ?? "../node_modules/", import.meta.url);

// A named import would stop an old Node, which has no such function, before the command can say that it is too old.
module.enableCompileCache?.(fileURLToPath(new URL(".cache/late-edition", MODULES)));
