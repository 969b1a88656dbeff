import type { Story } from "../story/types.ts";

/** A figure without a mark of its own that opens a paragraph: "31 Speaker, I wish …". */
const OPENING_NUMBER = /^(\d{1,3}) (?=["“„«‘(]?\p{Lu})/u;
/** Paragraphs in a row that are numbered on; fewer may count something. */
const MIN_NUMBERED = 3;

/**
 * Returns a sentence without the number of its paragraph, if both versions number theirs: as minutes and speeches do, with a
 * bare figure. Linear.
 */
export function withoutRunningNumber(before: Story, after: Story): (sentence: string) => string {
  return isNumbered(before) && isNumbered(after)
    ? (sentence) => sentence.replace(OPENING_NUMBER, "")
    : (sentence) => sentence;
}

/** Returns a paragraph of a story without its number, if the story numbers its paragraphs so. Linear. */
export function withoutOwnNumber(story: Story): (paragraph: string) => string {
  return withoutRunningNumber(story, story);
}

/** Whether three paragraphs, of those that open with a figure, count up one by one. */
function isNumbered({ paragraphs }: Story): boolean {
  let [last, run] = [Number.NaN, 0];
  for (const paragraph of paragraphs) {
    const number = Number(OPENING_NUMBER.exec(paragraph)?.[1] ?? Number.NaN);
    if (!Number.isNaN(number)) {
      run = number === last + 1 ? run + 1 : 1;
      last = number;
    }
    if (run >= MIN_NUMBERED) {
      return true;
    }
  }
  return false;
}
