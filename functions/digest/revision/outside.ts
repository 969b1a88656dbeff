import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";
import { once } from "../text/once.ts";
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
  const [outsideBefore, outsideAfter] = [linesOutside(before), linesOutside(after)];
  return [
    withoutCrossed(a, b, { own: outsideBefore, other: outsideAfter }),
    withoutCrossed(b, a, { own: outsideAfter, other: outsideBefore }),
  ];
}

function linesOutside({ boilerplate, doubtful = [], outside = [] }: Story): ReadonlySet<string> {
  return new Set([...boilerplate, ...doubtful, ...outside]);
}

/** A body without what the other one lacks, and only the other version has outside: in none of the lines of both. */
function withoutCrossed(
  body: Body,
  otherBody: Body,
  { own, other }: { readonly own: ReadonlySet<string>; readonly other: ReadonlySet<string> },
): Body {
  const others = other.difference(own);
  if (others.size === 0) {
    return body;
  }
  const known = new Set(otherBody.sentences);
  const [isOutside, isOutsideOwn] = [searchIn(others), searchIn(own)];
  const isKept = (sentence: string, n: number) =>
    known.has(sentence) || body.cells[n] !== undefined || !isOutside(sentence) || isOutsideOwn(sentence);
  const kept = [...body.sentences.keys()].filter((n) => isKept(body.sentences[n] ?? "", n));
  return kept.length === body.sentences.length
    ? body
    : { sentences: kept.map((n) => body.sentences[n] ?? ""), cells: kept.map((n) => body.cells[n]) };
}

/** Whether lines, or the longer sentences in them, say a sentence; they are read when the first is looked for. */
function searchIn(lines: ReadonlySet<string>): (sentence: string) => boolean {
  const said = once(() => new Set([...lines].flatMap((line) => [wordsOf(line), ...passagesOf(line)])));
  return (sentence) => said().has(wordsOf(sentence));
}

function passagesOf(line: string): readonly string[] {
  return splitSentences(line)
    .map(wordsOf)
    .filter(({ length }) => length >= MIN_PASSAGE);
}

function wordsOf(text: string): string {
  return fold(text).replaceAll(NO_WORD, " ").trim();
}
