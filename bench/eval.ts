/**
 * `npm run -s eval -- FOLDER [--only NAME]`: measures how well stories are read, summarised and grouped, with
 * data from a folder. One JSON line per figure on standard output.
 */
import { parseArgs } from "node:util";
import { DataError } from "./data/data-folder.ts";
import { measureAlignment } from "./figures/alignment.ts";
import { measureEncoding } from "./figures/encoding.ts";
import { measureFacts } from "./figures/facts.ts";
import { measureGold } from "./figures/gold.ts";
import { measureGoldenRules } from "./figures/golden-rules.ts";
import { measureHeadlines } from "./figures/headlines.ts";
import { measureLossyRepair } from "./figures/lossy-repair.ts";
import { measureChoices } from "./figures/model/choices.ts";
import { measureGuard } from "./figures/model/guard.ts";
import { measureHeadroom } from "./figures/model/headroom.ts";
import { measurePages } from "./figures/pages.ts";
import { measureRevisions } from "./figures/revisions.ts";
import { measureSpeed } from "./figures/speed.ts";
import { measureSummaries } from "./figures/summaries.ts";
import { measureThreads } from "./figures/threads.ts";
import type { Measure } from "./measures/figure.ts";

/** Everything that can be measured, in the order of the report; add a row for a new figure. */
const FIGURES: ReadonlyMap<string, Measure> = new Map([
  ["sentences", measureGoldenRules],
  ["encoding", measureEncoding],
  ["repair", measureLossyRepair],
  ["headlines", measureHeadlines],
  ["summaries", measureSummaries],
  ["headroom", measureHeadroom],
  ["choices", measureChoices],
  ["guard", measureGuard],
  ["threads", measureThreads],
  ["facts", measureFacts],
  ["gold", measureGold],
  ["alignment", measureAlignment],
  ["revisions", measureRevisions],
  ["pages", measurePages],
  ["speed", measureSpeed],
]);
const USAGE = `usage: npm run -s eval -- FOLDER [--only ${[...FIGURES.keys()].join("|")}]`;

try {
  const { folder, measures } = parse(process.argv.slice(2));
  for (const measure of measures) {
    for (const measured of measure(folder)) {
      console.log(JSON.stringify(measured));
    }
  }
} catch (error) {
  if (!(error instanceof DataError)) {
    throw error;
  }
  console.error(`eval: ${error.message}`);
  process.exitCode = 1;
}

function parse(args: string[]): { readonly folder: string; readonly measures: readonly Measure[] } {
  const { values, positionals } = parseStrictly(args);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new DataError(`expected one data folder, found ${positionals.length}; ${USAGE}`);
  }
  if (values.only === undefined) {
    return { folder, measures: [...FIGURES.values()] };
  }
  const measure = FIGURES.get(values.only);
  if (measure === undefined) {
    throw new DataError(`unknown figures "${values.only}"; ${USAGE}`);
  }
  return { folder, measures: [measure] };
}

function parseStrictly(args: string[]) {
  try {
    return parseArgs({ args, options: { only: { type: "string" } }, allowPositionals: true });
  } catch (cause) {
    throw new DataError(`${cause instanceof Error ? cause.message : cause}; ${USAGE}`, { cause });
  }
}
