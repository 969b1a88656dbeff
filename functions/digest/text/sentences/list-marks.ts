/** "1.", "2)", "3.)", "b." before a word, at the start or behind a blank. */
const MARK = /(?<=^|\s|[•⁃◦▪‣·-])(\d{1,3}|[a-z])(\.\)|\)|\.)(?= \p{Lu})/gu;
const BULLET = /(?<=\s)[•⁃◦▪‣]/gu;
const FIRST_BULLET = /^\s*[•⁃◦▪‣]/u;
const FIRST_MARK = /^\s*(?:\d{1,3}|[a-z])(?:\.\)|\)|\.) /u;

/**
 * Where the members of a list in running text begin ("1. First 2. Second"), in order. Only a paragraph that
 * starts with a mark is a list, and only the mark that comes next in it starts a member.
 */
export function listBreaks(paragraph: string): number[] {
  if (FIRST_BULLET.test(paragraph)) {
    return Array.from(paragraph.matchAll(BULLET), (bullet) => bullet.index).filter((at) => at > 0);
  }
  return FIRST_MARK.test(paragraph) ? numberedBreaks(paragraph) : [];
}

function numberedBreaks(paragraph: string): number[] {
  const breaks: number[] = [];
  let expected: string | undefined;
  for (const { index, 1: value = "", 2: form = "" } of paragraph.matchAll(MARK)) {
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
