/** "1.", "2)", "3.)", "b." before a word, at the start or after a space. */
const MARKER = /(?<=^|\s|[•⁃◦▪‣·-])(\d{1,3}|[a-z])(\.\)|\)|\.)(?= \p{Lu})/gu;
const BULLET = /(?<=\s)[•⁃◦▪‣]/gu;
const FIRST_BULLET = /^\s*[•⁃◦▪‣]/u;
const FIRST_MARKER = /^\s*(?:\d{1,3}|[a-z])(?:\.\)|\)|\.) /u;

/**
 * Where the items of a list in running text begin ("1. First 2. Second"), in order. Only a paragraph that
 * starts with a marker is a list, and only the next marker in sequence starts an item.
 */
export function listBreaks(paragraph: string): number[] {
  if (FIRST_BULLET.test(paragraph)) {
    return Array.from(paragraph.matchAll(BULLET), (bullet) => bullet.index).filter((at) => at > 0);
  }
  return FIRST_MARKER.test(paragraph) ? numberedBreaks(paragraph) : [];
}

function numberedBreaks(paragraph: string): number[] {
  const breaks: number[] = [];
  let expected: string | undefined;
  for (const { index, 1: value = "", 2: form = "" } of paragraph.matchAll(MARKER)) {
    if (expected === undefined || `${value}${form}` === expected) {
      breaks.push(index);
      expected = `${successor(value)}${form}`;
    }
  }
  return breaks.slice(1);
}

function successor(value: string): string {
  return /\d/.test(value) ? String(Number(value) + 1) : String.fromCodePoint((value.codePointAt(0) ?? 0) + 1);
}
