/** Longest title line, in words, and in characters for scripts that are written without blanks. */
const MAX_TITLE_WORDS = 14;
const MAX_TITLE_LENGTH = 120;
/** More title lines than this, one behind the other, are a list. */
const MAX_RUN = 2;
/** From how many words on (or characters without blanks) a lone title line says more than a section's name. */
const DECK_WORDS = 6;
const DECK_UNSPACED = 12;

const BEGINNING = /^["'“‘«„「『¿(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** "1. Bread", "a) Bread": the mark of a list. */
const LIST_MARK = /^\(?(?:\d{1,3}|\p{L})[.)] /u;
const ENDING = /(?:[.…。।۔,;:،؛]|[.!?。！？]["”’»」』]|["”])$/u;

/** Which paragraphs are sub-headings: title lines above prose. */
export function findHeadings(paragraphs: readonly string[]): number[] {
  const isTitle = paragraphs.map(isTitleLine);
  return [...isTitle.keys()].filter((index) => isTitle[index] === true && isAboveProse(isTitle, index));
}

/**
 * Whether the first paragraph under a given headline is its deck, and not the name of the first section: it says as
 * much as a headline does, or a section's name follows it.
 */
export function opensWithDeck(paragraphs: readonly string[], headings: readonly number[]): boolean {
  const [first = ""] = paragraphs;
  const words = first.split(" ").length;
  const isLong = words >= DECK_WORDS || (words === 1 && first.length >= DECK_UNSPACED);
  return headings[0] === 0 && (isLong || headings[1] === 1);
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

/** In a run of at most two title lines that prose follows. Looks no further than the run may be long. */
function isAboveProse(isTitle: readonly boolean[], index: number): boolean {
  let start = index;
  while (isTitle[start - 1] === true && index - start < MAX_RUN) {
    start--;
  }
  const length = isTitle.slice(start, start + MAX_RUN + 1).findIndex((title) => !title);
  return length !== -1 && index < start + length;
}
