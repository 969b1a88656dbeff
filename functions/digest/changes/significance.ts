import type { Revision } from "../revision/types.ts";

/** A change of a story as a whole, on the same scale as a revision. */
export const SIGNIFICANCE = { removed: 50, added: 30, renamed: 5 } as const;

const FACT = 15;
const MAX_COUNTED_FACTS = 4;
const HEADLINE = 20;
const LEDE = 15;
const WHOLE_TEXT = 25;
const MOST = 100;

/**
 * How much a revision means to a reader, from 0 to 100:
 *
 * | what | points |
 * |---|---|
 * | each fact that is another, new or gone | 15, at most 60 |
 * | the headline is another | 20 |
 * | the first sentence is another | 15 |
 * | share of the sentences that changed | up to 25 |
 * | a cosmetic revision | 0 |
 */
export function significanceOf(revision: Revision): number {
  if (revision.kind === "cosmetic") {
    return 0;
  }
  const { counts, edits, facts, headlineChange } = revision;
  const changed = counts.edited + counts.added + counts.removed + counts.moved;
  const share = Math.min(1, changed / Math.max(1, counts.before, counts.after));
  const points =
    FACT * Math.min(MAX_COUNTED_FACTS, facts.length) +
    (headlineChange === undefined ? 0 : HEADLINE) +
    (edits[0] === undefined || edits[0].edit === "kept" ? 0 : LEDE) +
    Math.round(WHOLE_TEXT * share);
  return Math.min(MOST, points);
}
