import { readPassage } from "../../facts/passages.ts";
import type { Story } from "../../story/types.ts";
import { lengthOf } from "../../text/length.ts";
import { nearDayIn, numbersOfNearDays } from "./near-days.ts";
import type { Terms } from "./terms.ts";

/** Letters with which a story opens: a day is looked for there, as what matters stands first. */
const OPENING = 1_000;
const SENTENCE_END = /(?<=[^\p{N}][.!?…]\s|[。！？])(?=\P{Ll})/u;
/** A character of a script without spaces is half a word. */
const CHARACTERS = 2;

/** The terms of a new story: how much it says, and the day near the edition that it opens with. Linear. */
export function termsOfNew(story: Story, slot: string): Terms {
  const { headline, deck, paragraphs, kinds, rows, lang } = story;
  const isRow = (at: number) => rows?.has(at) === true || kinds?.[at] === "code";
  const prose = paragraphs.filter((_, at) => !isRow(at));
  const numbers = numbersOfNearDays(slot);
  const moments = openingOf([headline, deck ?? "", ...prose])
    .flatMap((part) => (numbers.test(part) ? part.split(SENTENCE_END) : []))
    .filter((passage) => numbers.test(passage))
    .map((passage) => readPassage(passage, lang))
    .flatMap((read) => (read.words.length <= read.moments.length ? [] : read.moments));
  const nearDay = nearDayIn(moments, slot);
  return {
    newWords: wordsIn(prose),
    goneWords: 0,
    rowWords: wordsIn(paragraphs.filter((_, at) => isRow(at))),
    values: 0,
    goneNumbers: 0,
    ...(nearDay !== undefined && { nearDay }),
  };
}

function wordsIn(paragraphs: readonly string[]): number {
  const { words = 0, characters = 0 } = lengthOf(paragraphs);
  return words + Math.round(characters / CHARACTERS);
}

/** The first lines, up to so many letters. */
function openingOf(lines: readonly string[]): readonly string[] {
  let left = OPENING;
  return lines.map((line) => {
    const part = line.slice(0, Math.max(0, left));
    left -= line.length;
    return part;
  });
}
