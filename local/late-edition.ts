#!/usr/bin/env node
/** The command `late-edition` of the package; in a checkout, `npm run` calls it for each of its commands. */
import "../infra/compile-cache.ts";

const { main } = await import("./main.ts");

await main(process.argv.slice(2));
