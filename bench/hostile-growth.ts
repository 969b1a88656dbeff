/**
 * `npm run -s bench:growth [-- --only STAGE] [--text NAME] [--share N]`: whether each stage of the job stays linear on hostile text up
 * to the bound of its input: the processor time of a text against that of one half as long, the least of several runs
 * each; `--share 0.25` stops at a quarter of the bound. One JSON line per stage, with the text that is worst in it. Ends with 1 if a ratio reaches 2.6.
 */
import { parseArgs } from "node:util";
import { STAGES, type Stage } from "./hostile/stages.ts";
import { HARD_TEXTS } from "./hostile/texts.ts";

/** Twice the text, and what caches and the collector add to it. */
const MOST_GROWTH = 2.6;
/** Less is noise. */
const MIN_MS = 40;
const RUNS = 2;
/** A ratio that is too high is measured again before it counts. */
const TRIES = 3;

interface Growth {
  readonly text: string;
  readonly ratio: number;
  readonly ms: number;
}

const { values } = parseArgs({
  options: { only: { type: "string" }, text: { type: "string" }, share: { type: "string" } },
});
const share = Number(values.share ?? 1);
for (const [name, stage] of Object.entries(STAGES).filter(([each]) => each === (values.only ?? each))) {
  const measured = [...HARD_TEXTS]
    .filter(([text]) => text === (values.text ?? text))
    .map(([text, make]) => ({ text, ...growthOf(stage, make) }));
  report(name, measured);
}

function report(stage: string, measured: readonly Growth[]): void {
  const worst = measured.toSorted((a, b) => b.ratio - a.ratio)[0];
  const slowest = measured.toSorted((a, b) => b.ms - a.ms)[0];
  const shown = { stage, texts: measured.length, worst: rounded(worst), slowest: rounded(slowest) };
  console.log(JSON.stringify(shown));
  process.exitCode ||= worst !== undefined && worst.ratio >= MOST_GROWTH ? 1 : 0;
}

function rounded(growth: Growth | undefined) {
  return (
    growth && { text: growth.text, ratio: Math.round(growth.ratio * 10) / 10, ms: Math.round(growth.ms) }
  );
}

function growthOf(stage: Stage, make: (letters: number) => string): Omit<Growth, "text"> {
  let least = { ratio: Number.POSITIVE_INFINITY, ms: Number.POSITIVE_INFINITY };
  for (let attempt = 0; attempt < TRIES && least.ratio >= MOST_GROWTH; attempt += 1) {
    const half = timeOf(stage, make, (stage.most * share) / 2);
    const whole = timeOf(stage, make, stage.most * share);
    const ratio = whole < MIN_MS ? 0 : whole / Math.max(half, MIN_MS / 4);
    least = ratio < least.ratio ? { ratio, ms: whole } : least;
  }
  return least;
}

/** Milliseconds of processor time. */
function timeOf({ prepare }: Stage, make: (letters: number) => string, letters: number): number {
  const act = prepare(make, letters);
  let least = act === undefined ? 0 : Number.POSITIVE_INFINITY;
  for (let run = 0; act !== undefined && run < RUNS; run += 1) {
    const start = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
