import { COUNTER_FORMS } from "./counter-forms.ts";
import { isCredit } from "./credit.ts";
import { hasForm } from "./line-form.ts";
import { lineWords, wordsOf } from "./line-words.ts";
import { ONE_SITE, opensAsPageLine, PAGE_FORMS } from "./page-forms.ts";
import { isRelatedHeading, isRelatedLink } from "./related.ts";
import { STAMP_FORMS } from "./stamp-forms.ts";
import { TIME_UNITS, TIME_WORDS } from "./times.ts";
import { isNotice } from "./walls.ts";

/**
 * What a line is that is no part of the story it stands in.
 *
 * | class | for example |
 * |---|---|
 * | stamp | "Last updated: 20 November 2026, 14:05", "12 minutes ago" |
 * | counter | "1,204 views", "5 min read", "PDF, 234 KB, 12 pages" |
 * | credit | "Photo: Ann Cole/Coast Wire", "Getty Images" |
 * | page line | "Share this story", "Advertisement", "Keywords: harbour, fares", a rule of dashes |
 * | related heading, related | "Most read", and the titles under it; "Read more: Ferries return" |
 * | notice | "We use cookies to improve your experience.", "Already a subscriber? Log in." |
 */
export type LineClass =
  | "stamp"
  | "counter"
  | "credit"
  | "page line"
  | "related heading"
  | "related"
  | "notice";

/** A rule of dashes, stars or the like; not of pictographs, which may be all a line says. */
const RULE = /^[\p{P}\p{Sm}\p{Sk}\s]{1,400}$/u;
/** What is left of words whose characters were lost: "?? ????", "“??”", "“”". */
const LOST = /\?\s?\?|^["“„«‘][\s?]*["”“»’]$/u;

/** The class of a line by its whole form, whatever stands around it; `undefined` of a line of the story. Linear. */
export function classOf(line: string): LineClass | undefined {
  if (RULE.test(line) && !LOST.test(line)) {
    return "page line";
  }
  return isCredit(line) ? "credit" : (classOfWords(line) ?? classOfOpening(line));
}

/** The forms of which every word is known. */
const FORMS = [
  ["stamp", STAMP_FORMS],
  ["counter", COUNTER_FORMS],
  ["page line", PAGE_FORMS],
] as const;

const isKnown = wordsOf([
  ...FORMS.flatMap(([, forms]) => forms.flatMap(({ heads, fill }) => [heads, fill])),
  TIME_WORDS,
  TIME_UNITS,
]);

function classOfWords(line: string): LineClass | undefined {
  if (isRelatedHeading(line)) {
    return "related heading";
  }
  const words = lineWords(line, isKnown);
  if (words === undefined || words.length === 0) {
    return undefined;
  }
  return FORMS.find(([, forms]) => forms.some((form) => hasForm(words, form)))?.[0];
}

/** Whether a line is the name of a site, as on a button. */
export function isSiteName(line: string): boolean {
  const words = lineWords(line, isKnown);
  return words !== undefined && words.length > 0 && hasForm(words, ONE_SITE);
}

function classOfOpening(line: string): LineClass | undefined {
  if (isRelatedLink(line)) {
    return "related";
  }
  if (opensAsPageLine(line)) {
    return "page line";
  }
  return isNotice(line) ? "notice" : undefined;
}
