import { recently } from "../once.ts";
import { matchedBrackets } from "./brackets.ts";
import { listBreaks } from "./list-marks.ts";
import { endsSentence } from "./sentence-end.ts";

/** In characters; anything longer is not a sentence, and is not compared word by word. */
export const MAX_SENTENCE_LENGTH = 20_000;

/**
 * A candidate sentence end: stops, then closing quotes and brackets. A space between stops belongs to an
 * ellipsis (". . ."), but a word's own stop before a spaced ellipsis is a candidate alone. Runs are bounded,
 * so that no input makes the search slow.
 */
const CANDIDATE =
  /(?<=\p{L})\.(?=(?: \.){3} \p{Lu})|[.!?…‽]+(?: \.){0,8}(?:[ \u00a0\u202f]»(?=[\s.,;:!?]|$))?["'”’»›“‘)\]]{0,8}|[。！？｡।॥؟۔։።។]+["'”’»›」』）)\]]{0,8}|\n\s*/gu;

/**
 * The sentences of a paragraph, in order; only white space between them is lost. Rules, not a model: a title
 * or an initial never ends one, "U.S." and "Inc." only before a word that opens one, nothing inside brackets
 * does, and the items of a list in running text are sentences of their own. Linear in the length of the
 * paragraph.
 */
export function splitSentences(paragraph: string): string[] {
  return [...sentencesOf(paragraph)];
}

/** Letters of the paragraphs whose sentences are kept: those of a few stories. */
const MAX_KEPT_SPLIT = 20_000;

const sentencesOf = recently(MAX_KEPT_SPLIT, (paragraph): readonly string[] =>
  cut(paragraph, listBreaks(paragraph))
    .flatMap((item) => cut(item, sentenceBreaks(item)))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== ""),
);

function sentenceBreaks(text: string): number[] {
  const brackets = matchedBrackets(text);
  const breaks: number[] = [];
  let start = 0;
  CANDIDATE.lastIndex = 0;
  for (let found = CANDIDATE.exec(text); found !== null; found = CANDIDATE.exec(text)) {
    const { index: stop } = found;
    const end = CANDIDATE.lastIndex;
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
