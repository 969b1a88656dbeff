/** Longest title line, in words, and in characters for unspaced scripts. */
const MAX_TITLE_WORDS = 14;
const MAX_TITLE_LENGTH = 120;
/** More consecutive title lines than this are a list. */
const MAX_RUN = 2;
/** Shortest lone title line that says more than a section name; in words, or characters if unspaced. */
const DECK_WORDS = 6;
const DECK_UNSPACED = 12;

const BEGINNING = /^["'“‘«„「『¿(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** "1. Bread", "a) Bread": a list marker. */
const LIST_MARK = /^\(?(?:\d{1,3}|\p{L})[.)] /u;
const ENDING = /(?:[.…。।۔,;:،؛]|[.!?。！？]["”’»」』]|["”])$/u;

/** Indices of the paragraphs that are sub-headings: title lines above prose. */
export function findHeadings(paragraphs: readonly string[]): number[] {
  const isTitle = paragraphs.map(isTitleLine);
  return [...isTitle.keys()].filter((index) => isTitle[index] === true && isAboveProse(isTitle, index));
}

/**
 * Whether the first paragraph under a given headline is its deck rather than the name of the first section:
 * it is as long as a headline, or a section name follows it.
 */
export function opensWithDeck(paragraphs: readonly string[], headings: readonly number[]): boolean {
  if (headings[0] !== 0) {
    return false;
  }
  const [first = ""] = paragraphs;
  const words = first.split(" ").length;
  const isLong = words >= DECK_WORDS || (words === 1 && first.length >= DECK_UNSPACED);
  return isLong || headings[1] === 1;
}

function isTitleLine(paragraph: string): boolean {
  return (
    paragraph.length <= MAX_TITLE_LENGTH &&
    BEGINNING.test(paragraph) &&
    paragraph.split(" ").length <= MAX_TITLE_WORDS &&
    /\p{L}/u.test(paragraph) &&
    !LIST_MARK.test(paragraph) &&
    !ENDING.test(paragraph)
  );
}

/** Whether a title line is in a run of at most two that prose follows. Looks no further than such a run. */
function isAboveProse(isTitle: readonly boolean[], index: number): boolean {
  let start = index;
  while (isTitle[start - 1] === true && index - start < MAX_RUN) {
    start--;
  }
  const length = isTitle.slice(start, start + MAX_RUN + 1).findIndex((title) => !title);
  return length !== -1 && index < start + length;
}
