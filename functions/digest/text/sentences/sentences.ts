import { matchedBrackets } from "./brackets.ts";
import { listBreaks } from "./list-marks.ts";
import { endsSentence } from "./sentence-end.ts";

/** Characters; what is longer is no sentence, and is not compared word by word. */
export const MAX_SENTENCE_LENGTH = 20_000;

/**
 * One possible end of a sentence: stops, then the quotes and brackets that close behind them. A blank between
 * stops belongs to an ellipsis (". . ."), but a word's own stop before a spaced ellipsis stands alone. Bounded
 * runs, so that no input makes the search run long.
 */
const CANDIDATE =
  /(?<=\p{L})\.(?=(?: \.){3} \p{Lu})|[.!?…‽]+(?: \.){0,8}(?:[ \u00a0\u202f]»(?=[\s.,;:!?]|$))?["'”’»›“‘)\]]{0,8}|[。！？｡।॥؟۔։።។]+["'”’»›」』）)\]]{0,8}|\n\s*/gu;

/**
 * The sentences of a paragraph, in order; only white space between them is lost. Rules, not a model: titles and
 * initials never end one, "U.S." and "Inc." only before a word that opens one, nothing inside brackets does, the
 * members of a list in running text are sentences of their own. Linear in the length of the paragraph.
 */
export function splitSentences(paragraph: string): string[] {
  return cut(paragraph, listBreaks(paragraph))
    .flatMap((member) => cut(member, sentenceBreaks(member)))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function sentenceBreaks(text: string): number[] {
  const brackets = matchedBrackets(text);
  const breaks: number[] = [];
  let start = 0;
  for (const { 0: stops, index: stop } of text.matchAll(CANDIDATE)) {
    const end = stop + stops.length;
    if (!brackets.covers(stop, end) && endsSentence({ text, start, stop, end })) {
      breaks.push(end);
      start = end;
    }
  }
  return breaks;
}

function cut(text: string, breaks: readonly number[]): string[] {
  return [0, ...breaks].map((from, index) => text.slice(from, breaks[index]));
}
