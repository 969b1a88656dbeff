import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";
import { readGoldenRules } from "../data/data-folder.ts";
import type { Measurement } from "../measures/figure.ts";

/** How many texts are split into exactly the sentences that the rule expects. */
export function measureGoldenRules(folder: string): Measurement[] {
  const rules = readGoldenRules(folder);
  const passed = rules.filter(({ text, sentences }) => isSame(splitSentences(text), sentences));
  return [{ figure: "golden rules passed", value: passed.length, of: rules.length }];
}

function isSame(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.length === theirs.length && ours.every((sentence, index) => sentence === theirs[index]?.trim());
}
