import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";
import type { Body } from "./tables/grid.ts";

/** A shorter sentence is known outside a story only as a whole line: it may be part of any other. */
const MIN_PASSAGE = 40;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

type Pair<T> = readonly [before: T, after: T];

/**
 * Two bodies without the sentences that only one of them has and that the other version says outside its story: they stand in
 * both, so that neither came nor went. Where a story of a page begins and ends is decided for each version by itself. Linear.
 */
export function withoutOutside([before, after]: Pair<Story>, [a, b]: Pair<Body>): Pair<Body> {
  return [withoutKnown(a, b, after), withoutKnown(b, a, before)];
}

/** A body without what `other` lacks but has outside its body. */
function withoutKnown(body: Body, otherBody: Body, other: Story): Body {
  const outside = outsideOf(other);
  if (outside.length === 0) {
    return body;
  }
  const known = new Set(otherBody.sentences);
  const isOutside = within(outside);
  const kept = [...body.sentences.keys()].filter((n) => {
    const sentence = body.sentences[n] ?? "";
    return known.has(sentence) || body.cells[n] !== undefined || !isOutside(sentence);
  });
  return kept.length === body.sentences.length
    ? body
    : { sentences: kept.map((n) => body.sentences[n] ?? ""), cells: kept.map((n) => body.cells[n]) };
}

function outsideOf({ boilerplate, doubtful = [], outside = [] }: Story): readonly string[] {
  return [...boilerplate, ...doubtful, ...outside];
}

/** A test for sentences that are among some lines: whole ones, or passages of them. The lines are read when it is first used. */
function within(lines: readonly string[]): (sentence: string) => boolean {
  let read: { readonly whole: ReadonlySet<string>; readonly all: string } | undefined;
  return (sentence) => {
    read ??= readLines(lines);
    const words = wordsOf(sentence);
    return read.whole.has(words) || (words.length >= MIN_PASSAGE && read.all.includes(` ${words} `));
  };
}

function readLines(lines: readonly string[]) {
  const folded = lines.map(wordsOf);
  return { whole: new Set(folded), all: ` ${folded.join(" | ")} ` };
}

function wordsOf(text: string): string {
  return fold(text).replaceAll(NO_WORD, " ").trim();
}
