import { fold } from "../text/fold.ts";
import { termsOfWord } from "../text/scripts.ts";

/** Words of a run; a sentence whose every run stood in a text stood there itself, whatever it was joined to or cut from. */
const RUN = 3;
/** Letters of the text that are read. */
const MAX_SAID_LETTERS = 1_000_000;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Whether a sentence stands in the text of these, but for marks, case and line breaks, and wherever they end; one of two words says
 * nothing that could be new. Linear in both; the text is read on first use.
 */
export function hasSaid(sentences: readonly string[]): (sentence: string) => boolean {
  let runs: ReadonlySet<string> | undefined;
  return (sentence) => {
    runs ??= new Set(runsOf(sentences.join(" ").slice(0, MAX_SAID_LETTERS)));
    return new Set(runsOf(sentence)).isSubsetOf(runs);
  };
}

function runsOf(text: string): readonly string[] {
  const words = (fold(text).match(WORD) ?? []).flatMap(termsOfWord);
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" "));
}
