import { fold } from "../text/fold.ts";
import { once } from "../text/once.ts";
import { hasUnspaced, termsOfWord } from "../text/scripts.ts";

/** Words of a run; a sentence whose every run stood in a text stood there itself, whatever it was joined to or cut from. */
const RUN = 3;
/** Letters of the text that are read. */
const MAX_SAID_LETTERS = 1_000_000;
/** Words of a text that is searched as it stands: less work than to list the runs of it, as few sentences are sought. */
const MAX_SEARCHED_WORDS = 3_000;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Whether a sentence stands in the text of these, but for marks, case and line breaks, and wherever they end; one of two words says
 * nothing that could be new. Linear in both; the text is read on first use.
 */
export function hasSaid(sentences: readonly string[]): (sentence: string) => boolean {
  const stands = once(() => runSearch(wordsOf(sentences.join(" ").slice(0, MAX_SAID_LETTERS))));
  return (sentence) => runsOf(wordsOf(sentence)).every(stands());
}

function runSearch(words: readonly string[]): (run: string) => boolean {
  if (words.length > MAX_SEARCHED_WORDS) {
    const runs = new Set(runsOf(words));
    return (run) => runs.has(run);
  }
  const text = ` ${words.join(" ")} `;
  return (run) => text.includes(` ${run} `);
}

function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  const words = folded.match(WORD) ?? [];
  return hasUnspaced(folded) ? words.flatMap(termsOfWord) : words;
}

function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" "));
}
