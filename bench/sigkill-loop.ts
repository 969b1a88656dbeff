import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killTrials } from "../test/support/kill-trials.ts";

/**
 * Stops `npm run digest` with SIGKILL at random moments, and has the next run finish it:
 * `node bench/sigkill-loop.ts [runs] [seed]`. Exits with 1 if an edition differed or an email was missing or
 * sent twice.
 */
const [runs = "100", seed = "20261120"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "late-edition-sigkill-"));
let killed = 0;
let inWindow = 0;
const broken: string[] = [];
try {
  for await (const trial of killTrials(folder, Number(runs), Number(seed))) {
    killed += trial.isKilled ? 1 : 0;
    inWindow += trial.inWindow;
    if (!trial.isSameEdition || trial.mailed.join() !== trial.expected.join()) {
      broken.push(trial.name);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const figure = { figure: "runs stopped with SIGKILL", value: killed, of: Number(runs), seed: Number(seed) };
console.log(JSON.stringify({ ...figure, inWindow, broken: broken.length }));
for (const name of broken) {
  console.error(name);
}
process.exitCode = broken.length === 0 ? 0 : 1;
