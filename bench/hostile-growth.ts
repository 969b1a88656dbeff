/**
 * `npm run -s bench:growth [-- --only STAGE] [--text NAME] [--share N]`: whether each stage of the job stays linear on hostile text up
 * to the bound of its input: the processor time of its input against that of half as much, from an eighth of the bound on, the lower
 * of up to four tries; `--share 0.25` stops at a quarter of the bound. The texts are dealt out to one process a processor. One JSON line
 * per stage at the end, with the text that is worst in it and the one that is slowest; one line per text on the way, on the
 * other output. A large young generation keeps the collector, which has bounds of its own, out of the ratios. Ends with 1 if a ratio
 * reaches 2.6.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { MOST_GROWTH } from "./hostile/growth.ts";
import type { Measured } from "./hostile/growth-worker.ts";

const WORKER = fileURLToPath(new URL("./hostile/growth-worker.ts", import.meta.url));

const parts = availableParallelism();
const runs = Array.from({ length: parts }, (_, part) => measuredBy(part));
const measured = (await Promise.all(runs)).flat();
for (const stage of new Set(measured.map((each) => each.stage))) {
  report(
    stage,
    measured.filter((each) => each.stage === stage),
  );
}

async function measuredBy(part: number): Promise<readonly Measured[]> {
  const args = [...process.execArgv, WORKER, `${part}/${parts}`, ...process.argv.slice(2)];
  const worker = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = Array.fromAsync(worker.stdout.setEncoding("utf8"));
  const [code] = await once(worker, "close");
  if (code !== 0) {
    throw new Error(`part ${part} of the bench ended with ${code}`);
  }
  return JSON.parse((await lines).join(""));
}

function report(stage: string, ofStage: readonly Measured[]): void {
  const worst = ofStage.toSorted((a, b) => b.ratio - a.ratio)[0];
  const slowest = ofStage.toSorted((a, b) => b.ms - a.ms)[0];
  console.log(
    JSON.stringify({
      stage,
      texts: ofStage.length,
      worst: worst && { text: worst.text, ratio: Math.round(worst.ratio * 10) / 10 },
      slowest: slowest && { text: slowest.text, ms: Math.round(slowest.ms) },
    }),
  );
  process.exitCode ||= worst !== undefined && worst.ratio >= MOST_GROWTH ? 1 : 0;
}
