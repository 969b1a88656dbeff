import type { Terms } from "./terms/terms.ts";

/** The significance of a change to a whole story, on the same scale as a revision; that of a new one depends on what it tells. */
export const SIGNIFICANCE = { removed: 7, returned: 7, renamed: 2 } as const;

/** Points for each doubling: of the words that are new, of the values that changed, of the reports on one event. */
const WORDS = 6;
const VALUES = 3;
const REPORTS = 6;
/** What is gone, words of tables and code, and what a new story says count a tenth of what is new in a revision. */
const LESSER = 0.1;
const NEAR_DAY = 10;
const NOTE = { correction: 20, update: 10 } as const;
const STATUS = { canceled: 100, other: 15 } as const;
const MOST = 100;

/** A term and its points. */
export interface Part {
  readonly what: string;
  readonly points: number;
}

/**
 * The significance of a revision, 0 to 100, with one decimal: the sum of its {@link partsOf}. docs/significance.md says why
 * these terms.
 */
export function significanceOf(terms: Terms): number {
  return totalOf(partsOf(terms));
}

/**
 * What the significance of a revision is made of:
 *
 * | term | points |
 * |---|---|
 * | words that are new in changed sentences; a tenth of those that are gone, or stand in tables or code | 6 for each doubling |
 * | facts that changed, numbers that are new; a tenth of the numbers that are gone | 3 for each doubling |
 * | a day from four days before the edition to two after, which the story did not name before | 10 |
 * | a new note of the editors: a correction or clarification; an update | 20; 10 |
 * | the story was killed; any other changed status | 100; 15 |
 */
export function partsOf(terms: Terms): readonly Part[] {
  const { newWords, goneWords, rowWords, values, goneNumbers, nearDay, note, status } = terms;
  const parts = [
    {
      what: listed([newWords, "new word"], [goneWords, "word gone"], [rowWords, "word in tables or code"]),
      points: doublings(newWords + LESSER * (goneWords + rowWords), WORDS),
    },
    {
      what: listed([values, "fact or new number"], [goneNumbers, "number gone"]),
      points: doublings(values + LESSER * goneNumbers, VALUES),
    },
    { what: `names ${nearDay}, as it did not before`, points: nearDay === undefined ? 0 : NEAR_DAY },
    { what: `a new ${note}`, points: note === undefined ? 0 : NOTE[note] },
    { what: `status: ${status}`, points: status === undefined ? 0 : STATUS[status] },
  ];
  return parts.filter(({ points }) => points > 0);
}

function listed(...counts: readonly (readonly [count: number, of: string])[]): string {
  const some = counts.filter(([count]) => count > 0);
  return some
    .map(([count, of]) => `${count} ${count === 1 ? of : of.replace(/word|fact|number/g, "$&s")}`)
    .join(", ");
}

/**
 * What the significance of a new story is made of; `reports` are the new stories on its event, itself included:
 *
 * | term | points |
 * |---|---|
 * | a tenth of its words, of those in tables or code a hundredth | 6 for each doubling |
 * | a day from four days before the edition to two after, in its opening | 10 |
 * | its other reports on one event | 6 for each doubling |
 */
export function addedParts({ newWords, rowWords, nearDay }: Terms, reports = 1): readonly Part[] {
  const words = listed([newWords, "word"], [rowWords, "word in tables or code"]);
  const parts = [
    {
      what: `a new story of ${words === "" ? "no words" : words}`,
      points: doublings(LESSER * (newWords + LESSER * rowWords), WORDS),
    },
    { what: `names ${nearDay}`, points: nearDay === undefined ? 0 : NEAR_DAY },
    { what: `one of ${reports} reports on one event`, points: doublings(reports - 1, REPORTS) },
  ];
  return parts.filter(({ points }, at) => at === 0 || points > 0);
}

/** The sum of some parts. */
export function totalOf(parts: readonly Part[]): number {
  return rounded(
    Math.min(
      MOST,
      parts.reduce((sum, { points }) => sum + points, 0),
    ),
  );
}

/** The points for a count: as many for 1 as for each doubling of it plus one. */
function doublings(count: number, points: number): number {
  return rounded(points * Math.log2(1 + count));
}

function rounded(points: number): number {
  return Math.round(10 * points) / 10;
}
