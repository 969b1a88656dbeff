/**
 * `npm run -s bench:growth [-- --only STAGE] [--text NAME] [--share N]`: whether each stage of the job stays linear on hostile text up
 * to the bound of its input: the processor time of its input against that of half as much, from an eighth of the bound on, the lower
 * of up to three tries; `--share 0.25` stops at a quarter of the bound. One JSON line per stage, with the text that is
 * worst in it and the one that is slowest. A large young generation keeps the collector, which has bounds of its own, out of the ratios. Ends with 1 if a ratio reaches 2.6.
 */
import { parseArgs } from "node:util";
import { type Growth, growthOf, MOST_GROWTH } from "./hostile/growth.ts";
import { STAGES } from "./hostile/stages.ts";
import { HARD_TEXTS } from "./hostile/texts.ts";

const { values } = parseArgs({
  options: { only: { type: "string" }, text: { type: "string" }, share: { type: "string" } },
});
const share = Number(values.share ?? 1);
for (const [name, stage] of Object.entries(STAGES).filter(([each]) => each === (values.only ?? each))) {
  const measured = [...HARD_TEXTS]
    .filter(([text]) => text === (values.text ?? text))
    .map(([text, make]) => ({ text, ...growthOf((size) => stage.prepare(make, size), stage.most * share) }));
  report(name, measured);
}

function report(stage: string, measured: readonly (Growth & { readonly text: string })[]): void {
  const worst = measured.toSorted((a, b) => b.ratio - a.ratio)[0];
  const slowest = measured.toSorted((a, b) => b.ms - a.ms)[0];
  console.log(
    JSON.stringify({
      stage,
      texts: measured.length,
      worst: worst && { text: worst.text, ratio: Math.round(worst.ratio * 10) / 10 },
      slowest: slowest && { text: slowest.text, ms: Math.round(slowest.ms) },
    }),
  );
  process.exitCode ||= worst !== undefined && worst.ratio >= MOST_GROWTH ? 1 : 0;
}
