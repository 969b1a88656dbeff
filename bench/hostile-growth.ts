/**
 * `npm run -s bench:growth [-- --only STAGE] [--text NAME] [--share N]`: whether each stage of the job stays linear on hostile text up
 * to the bound of its input: the processor time of its input against that of half as much, from an eighth of the bound on, the lower
 * of up to four tries; `--share 0.25` stops at a quarter of the bound. One JSON line per stage at the end, with the text that is
 * worst in it and the one that is slowest; one line per text on the way, on the other output. A large young generation keeps the
 * collector, which has bounds of its own, out of the ratios. Ends with 1 if a ratio reaches 2.6.
 */
import { parseArgs } from "node:util";
import { type Growth, growthOf, MOST_GROWTH } from "./hostile/growth.ts";
import { materialOf } from "./hostile/material.ts";
import { STAGES } from "./hostile/stages.ts";
import { HARD_TEXTS } from "./hostile/texts.ts";

interface Measured extends Growth {
  readonly stage: string;
  readonly text: string;
}

const { values } = parseArgs({
  options: { only: { type: "string" }, text: { type: "string" }, share: { type: "string" } },
});
const share = Number(values.share ?? 1);
const stages = Object.entries(STAGES).filter(([name]) => name === (values.only ?? name));
const texts = [...HARD_TEXTS].filter(([name]) => name === (values.text ?? name));
const measured = texts.flatMap(([text, make], n) => {
  const material = materialOf(make);
  const { user, system } = process.cpuUsage();
  console.error(
    `${n + 1} of ${texts.length}: ${text}, after ${Math.round((user + system) / 1e6)} s of processor time`,
  );
  return stages.map(
    ([stage, { most, prepare }]): Measured => ({
      stage,
      text,
      ...growthOf((size) => prepare(material(size)), most * share),
    }),
  );
});
for (const [stage] of stages) {
  report(
    stage,
    measured.filter((each) => each.stage === stage),
  );
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
