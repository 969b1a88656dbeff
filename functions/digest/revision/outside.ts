import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";
import { splitSentences } from "../text/sentences/sentences.ts";
import type { Body } from "./tables/grid.ts";

/** A shorter sentence is known outside a story only as a whole line: it may be part of any other. */
const MIN_PASSAGE = 40;
/** Currencies and shares are no marks: "$40 million", "€40 million". */
const NO_WORD = /[^\p{L}\p{M}\p{N}\p{Sc}%‰]+/gu;

type Pair<T> = readonly [before: T, after: T];

/**
 * Two bodies without the sentences that crossed the border of their story: that one version has within it and the other only
 * outside, as a menu or a notice. They stand in both, so that neither came nor went; where a story of a page begins and ends is
 * decided for each version by itself. What a version says twice, in its story and in a teaser of it, is the story's. Linear.
 */
export function withoutOutside([before, after]: Pair<Story>, [a, b]: Pair<Body>): Pair<Body> {
  const [outsideBefore, outsideAfter] = [outsideOf(before), outsideOf(after)];
  return [
    withoutCrossed(a, b, { own: outsideBefore, other: outsideAfter }),
    withoutCrossed(b, a, { own: outsideAfter, other: outsideBefore }),
  ];
}

/** Whether a version says something outside its story; `undefined` if it says nothing there. */
type Outside = ((sentence: string) => boolean) | undefined;

/** A body without what the other one lacks, and only the other version has outside. */
function withoutCrossed(
  body: Body,
  otherBody: Body,
  { own, other }: { readonly own: Outside; readonly other: Outside },
): Body {
  if (other === undefined) {
    return body;
  }
  const known = new Set(otherBody.sentences);
  const kept = [...body.sentences.keys()].filter((n) => {
    const sentence = body.sentences[n] ?? "";
    return known.has(sentence) || body.cells[n] !== undefined || !other(sentence) || own?.(sentence) === true;
  });
  return kept.length === body.sentences.length
    ? body
    : { sentences: kept.map((n) => body.sentences[n] ?? ""), cells: kept.map((n) => body.cells[n]) };
}

/** The lines outside a story, and their longer sentences; they are read when the first sentence is looked for. */
function outsideOf({ boilerplate, doubtful = [], outside = [] }: Story): Outside {
  const lines = [...boilerplate, ...doubtful, ...outside];
  if (lines.length === 0) {
    return undefined;
  }
  let read: ReadonlySet<string> | undefined;
  return (sentence) => {
    read ??= new Set(lines.flatMap((line) => [wordsOf(line), ...passagesOf(line)]));
    return read.has(wordsOf(sentence));
  };
}

function passagesOf(line: string): readonly string[] {
  return splitSentences(line)
    .map(wordsOf)
    .filter(({ length }) => length >= MIN_PASSAGE);
}

function wordsOf(text: string): string {
  return fold(text).replaceAll(NO_WORD, " ").trim();
}
