import { repairText } from "../../functions/digest/story/encoding/repair.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";
import { compareMarks, damage, typeset } from "../data/damage.ts";
import { readEventStories, readSummaries } from "../data/data-folder.ts";
import { FRENCH_SENTENCES } from "../data/french.ts";
import type { Measurement } from "../measures/figure.ts";
import { rounded } from "../measures/mean.ts";

const SENTENCES_A_LINE = 2;
/** Traces of wrong decoding: a text with them was damaged from the start and is not clean. */
const DAMAGED = /[ÂÃâ¬\ufffd]/;
/**
 * Single and double quotation marks are indistinguishable once both are a bare â: such stories have no right
 * answer.
 */
const SINGLE_QUOTES = /(?:^|[\s(“"])['‘`]\s?\p{L}/u;

/**
 * How much repair recovers of text whose C1 bytes were dropped, and what it does to undamaged text. English
 * news, two sentences per line, with straight quotes typeset so that there are marks to lose; lines without
 * marks do not count.
 */
export function measureLossyRepair(folder: string): Measurement[] {
  const stories = readSummaries(folder).filter(({ text }) => !DAMAGED.test(text));
  const sure = stories.filter(({ text }) => !SINGLE_QUOTES.test(text));
  const recoveries = sure.flatMap(({ text }) => recover(linesOf(typeset(text))));
  const marks = recoveries.reduce((sum, { marks }) => sum + marks, 0);
  const right = recoveries.reduce((sum, { marksRight }) => sum + marksRight, 0);
  const letters = recoveries.reduce((sum, { length }) => sum + length, 0);
  const exact = recoveries.filter(({ isExact }) => isExact).length;
  const english = [...stories, ...readEventStories(folder)].map(({ text }) => text);
  return [
    {
      figure: "lossy repair, characters right %",
      value: percent(letters - marks + right, letters),
      of: letters,
    },
    { figure: "lossy repair, marks right %", value: percent(right, marks), of: marks },
    {
      figure: "lossy repair, lines exact %",
      value: percent(exact, recoveries.length),
      of: recoveries.length,
    },
    changes(
      "English",
      english.filter((text) => !DAMAGED.test(text)).flatMap((text) => [text, typeset(text)]),
    ),
    changes("French", [...FRENCH_SENTENCES, FRENCH_SENTENCES.join("\n")]),
  ];
}

function recover(lines: readonly string[]) {
  const repaired = repairText(damage(lines.join("\n"))).split("\n");
  return lines
    .map((line, index) => ({ ...compareMarks(line, repaired[index] ?? ""), length: line.length }))
    .filter(({ marks }) => marks > 0);
}

function linesOf(text: string): string[] {
  const sentences = splitSentences(text.replaceAll(/\s+/g, " "));
  return sentences.flatMap((_, index) =>
    index % SENTENCES_A_LINE === 0 ? [sentences.slice(index, index + SENTENCES_A_LINE).join(" ")] : [],
  );
}

function changes(language: string, texts: readonly string[]): Measurement {
  const changed = texts.filter((text) => repairText(text) !== text).length;
  return { figure: `lossy repair, clean ${language} texts changed`, value: changed, of: texts.length };
}

function percent(part: number, whole: number): number {
  return rounded((100 * part) / Math.max(1, whole));
}
