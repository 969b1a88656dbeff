import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureEncoding } from "../../bench/figures/encoding.ts";
import { measureHeadlines } from "../../bench/figures/headlines.ts";
import { measureLossyRepair } from "../../bench/figures/lossy-repair.ts";
import { measureSummaries } from "../../bench/figures/summaries.ts";
import { measureThreads } from "../../bench/figures/threads.ts";
import type { Measure } from "../../bench/measures/figure.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fire =
  "A fire in the harbour of Oslo killed twelve people on Monday and closed the quay to all ships. " +
  "The fire began in a warehouse full of paint and spread along the quay within minutes. " +
  `"We saw the fire from the hills," said the harbour master. ` +
  "It took sixty firefighters the whole night to bring the fire in the harbour under control.";
const quake =
  "An earthquake shook the island of Malta on Friday and damaged dozens of old houses. " +
  "The earthquake lasted half a minute and was felt as far away as the coast of Sicily. " +
  "Nobody on Malta was badly hurt, but many spent the night in the open.";

const FILES = {
  "encoding.json": [
    { kind: "repair", original: "lâ€™Ã©tÃ©", fixed: "l’été" },
    { kind: "leave alone", original: "l’été", fixed: "l’été" },
  ],
  "summaries.json": [
    {
      id: "fire",
      text: fire,
      reference: "A fire in the harbour of Oslo killed twelve people .\nThe quay is closed .",
    },
    { id: "quake", text: quake, reference: "An earthquake damaged old houses on Malta ." },
  ],
  "threads.json": [
    { id: "1", event: "1_a", text: fire },
    { id: "2", event: "1_a", text: `${fire} The quay stays closed.` },
    { id: "3", event: "1_b", text: `Earthquake damages houses on Malta May 3, 2013 ${quake}` },
    { id: "4", event: "1_b", text: quake },
  ],
};

/** What a measure says of the files above, by figure. */
function measured(measure: Measure): Record<string, number> {
  const folder = temporaryFolder();
  for (const [name, value] of Object.entries(FILES)) {
    writeFileSync(join(folder, name), JSON.stringify(value));
  }
  return Object.fromEntries(measure(folder).map(({ figure, value }) => [figure, value]));
}

test("counts encoding cases of both kinds", () => {
  expect(measured(measureEncoding)).toEqual({
    "encoding repaired": 1,
    "encoding left alone": 1,
    "encoding idempotent": 2,
  });
});

test("damages and repairs the stories, and leaves clean text alone", () => {
  expect(measured(measureLossyRepair)).toEqual({
    "lossy repair, characters right %": 100,
    "lossy repair, marks right %": 100,
    "lossy repair, lines exact %": 100,
    "lossy repair, clean English texts changed": 0,
    "lossy repair, clean French texts changed": 0,
  });
});

test("finds no orphan, and no difference where a summary is the first three sentences", () => {
  const figures = measured(measureSummaries);
  expect(figures["orphans at 3 sentences %"]).toBe(0);
  expect(figures.rouge1).toBeGreaterThan(30);
  expect(figures["rouge1 over the first three sentences"]).toBeTypeOf("number");
});

test("groups the stories of an event", () => {
  expect(measured(measureThreads)).toEqual({
    "threads B-cubed F1, 7 stories": 100,
    "threads B-cubed F1, 7 stories of three events": 100,
    "threads B-cubed F1, 20 stories": 100,
    "threads B-cubed F1, 60 stories": 100,
    "threads B-cubed F1, all stories": 100,
  });
});

test("derives a headline from the body of the one story with a title", () => {
  const figures = measured(measureHeadlines);
  expect(figures["headline against its title, rouge1"]).toBeGreaterThan(20);
  expect(figures["headline against its first highlight, rouge1"]).toBeGreaterThan(50);
});
