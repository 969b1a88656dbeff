import { readSentence } from "../../facts/reading/read.ts";
import type { FactKind } from "../../facts/types.ts";
import type { Story } from "../../story/types.ts";
import { withoutDirection } from "../../text/invisible.ts";
import { splitSentences } from "../../text/sentences/sentences.ts";
import { unknownNames } from "./check/names.ts";
import { turnedClaims } from "./check/polarity.ts";
import { unknownQuotations } from "./check/quotations.ts";
import { sourceOf } from "./check/source.ts";
import { unknownValues } from "./check/values.ts";

/** What a summary says and its story does not. */
export interface Unsupported {
  readonly kind: FactKind;
  /** UTF-16 offsets in the summary, half open. */
  readonly start: number;
  readonly end: number;
  /** The words there, as written. */
  readonly words: string;
}

/** Letters of a summary that are read. */
const MAX_SUMMARY_LETTERS = 5_000;
const CHECKS = [unknownValues, unknownNames, unknownQuotations, turnedClaims] as const;

/**
 * The figures, dates, names and quotations of a summary that are not in its story, and claims that the story denies or turns round, in order.
 * The summary is free text in the language of the story. An empty list does not say that the summary is right: in English, of summaries
 * that people judged wrong, fewer than half have something of this kind (docs/figures.md). Pure. Reads the first 300,000
 * letters of the story and 5,000 of the summary; linear in the story, and once more for each word that it lacks.
 */
export function checkSummary(story: Story, summary: string): Unsupported[] {
  const source = sourceOf(story);
  let from = 0;
  return splitSentences(summary.slice(0, MAX_SUMMARY_LETTERS)).flatMap((sentence) => {
    const start = Math.max(from, summary.indexOf(sentence, from));
    from = start + sentence.length;
    const plain = withoutDirection(sentence);
    const read = readSentence(plain, source.lang);
    const placeOf = placesIn(sentence, plain);
    return CHECKS.flatMap((check) => check(read, source))
      .toSorted((a, b) => a.from - b.from)
      .map(({ kind, from: first, to }) => {
        const [a, b] = [
          placeOf(read.tokens[first]?.start ?? 0),
          placeOf((read.tokens[to - 1]?.end ?? 1) - 1) + 1,
        ];
        return { kind, start: start + a, end: start + b, words: sentence.slice(a, b) };
      });
  });
}

/** Where a letter of a sentence without direction controls stands in the one with them. */
function placesIn(sentence: string, plain: string): (place: number) => number {
  if (sentence.length === plain.length) {
    return (place) => place;
  }
  const places: number[] = [];
  for (let at = 0; at < sentence.length; at++) {
    if (sentence.charCodeAt(at) === plain.charCodeAt(places.length)) {
      places.push(at);
    }
  }
  return (place) => places[place] ?? sentence.length - 1;
}
