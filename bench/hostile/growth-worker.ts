/** `growth-worker K/N [options of bench:growth]`: measures every Nth text from the Kth on. Prints one JSON array, and says what it has measured. */
import { parseArgs } from "node:util";
import { type Growth, growthOf } from "./growth.ts";
import { materialOf } from "./material.ts";
import { STAGES } from "./stages.ts";
import { HARD_TEXTS } from "./texts.ts";

/** How a stage grows on a text. */
export interface Measured extends Growth {
  readonly stage: string;
  readonly text: string;
}

const { values, positionals } = parseArgs({
  options: { only: { type: "string" }, text: { type: "string" }, share: { type: "string" } },
  allowPositionals: true,
});
const [part = 0, parts = 1] = (positionals[0] ?? "").split("/").map(Number);
const share = Number(values.share ?? 1);
const texts = [...HARD_TEXTS].filter(([name]) => name === (values.text ?? name));
const own = texts.map((text, n) => ({ text, n })).filter(({ n }) => n % parts === part);
console.log(JSON.stringify(own.flatMap(({ text, n }) => measure(text, n))));

function measure([text, make]: (typeof texts)[number], n: number): readonly Measured[] {
  const material = materialOf(make);
  const measured = Object.entries(STAGES)
    .filter(([stage]) => stage === (values.only ?? stage))
    .map(([stage, { most, prepare }]) => ({
      stage,
      text,
      ...growthOf((size) => prepare(material(size)), most * share),
    }));
  const ratios = measured.map(({ stage, ratio }) => `${stage} ${ratio.toFixed(1)}`);
  const { user, system } = process.cpuUsage();
  const seconds = Math.round((user + system) / 1e6);
  console.error(`${n + 1} of ${texts.length}, ${seconds} s of processor time: ${text}: ${ratios.join(", ")}`);
  return measured;
}
