import { STATUS } from "../revision/frame-changes.ts";
import type { Revision } from "../revision/types.ts";

/** The significance of a change to a whole story, on the same scale as a revision. */
export const SIGNIFICANCE = { removed: 40, added: 30, returned: 15, renamed: 5 } as const;

const FACT = 15;
const MAX_COUNTED_FACTS = 4;
const STATUS_CHANGE = 15;
const HEADLINE = 20;
const LEDE = 15;
const WHOLE_TEXT = 25;
const MOST = 100;

/**
 * The importance of a revision to a reader, from 0 to 100:
 *
 * | change | points |
 * |---|---|
 * | the story was killed: its status is now `canceled` | 100 |
 * | any other changed status, as of a draft that was published | 15 more |
 * | each changed, new or removed fact | 15, at most 60 |
 * | changed headline | 20 |
 * | changed first sentence | 15 |
 * | share of changed sentences | up to 25 |
 * | cosmetic revision | 0 |
 */
export function significanceOf(revision: Revision): number {
  if (revision.kind === "cosmetic") {
    return 0;
  }
  const { counts, edits, facts, headlineChange } = revision;
  const changed = counts.edited + counts.added + counts.removed + counts.moved;
  const share = Math.min(1, changed / Math.max(1, counts.before, counts.after));
  const points =
    statusPoints(facts) +
    FACT * Math.min(MAX_COUNTED_FACTS, facts.length) +
    (headlineChange === undefined ? 0 : HEADLINE) +
    (edits[0] === undefined || edits[0].edit === "kept" ? 0 : LEDE) +
    Math.round(WHOLE_TEXT * share);
  return Math.min(MOST, points);
}

function statusPoints(facts: Revision["facts"]): number {
  const status = facts.find(({ kind, context }) => kind === "name" && context === STATUS);
  if (status === undefined) {
    return 0;
  }
  return status.after === "canceled" ? MOST : STATUS_CHANGE;
}
