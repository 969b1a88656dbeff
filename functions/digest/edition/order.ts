import { compareKeys } from "../snapshot/key-order.ts";
import type { EditionRecord } from "./record.ts";
import type { EditionRevision } from "./schema.ts";

/** The order of the mail: what readers must not miss comes first, notes come last. */
const PLACES = {
  revised: 0,
  added: 1,
  reverted: 2,
  renamed: 3,
  removed: 4,
  "held back": 5,
  cosmetic: 6,
} as const satisfies Record<EditionRecord["change"], number>;

/** Orders records for the edition: by change, revisions by significance, then by key; a total order. */
export function compareRecords(a: EditionRecord, b: EditionRecord): number {
  return (
    PLACES[a.change] - PLACES[b.change] || significanceOf(b) - significanceOf(a) || compareKeys(a.key, b.key)
  );
}

function significanceOf(record: EditionRecord): number {
  return "revision" in record ? significance(record.revision) : 0;
}

const WEIGHTS = {
  cosmetic: 0,
  minor: 0,
  substantive: 100,
  rewritten: 150,
} as const satisfies Record<EditionRevision["kind"], number>;

/**
 * How much a revision means, one number: 100 for a substantive one and 150 for a rewritten one, 50 for another
 * headline, 20 a changed fact (five count), 1 a percent of the sentences that changed.
 */
export function significance(revision: EditionRevision): number {
  const { counts } = revision;
  const changed = counts.edited + counts.added + counts.removed + counts.moved;
  const share = Math.min(1, changed / Math.max(1, counts.before, counts.after));
  const headline = revision.headlineChange === undefined ? 0 : 50;
  return (
    WEIGHTS[revision.kind] + headline + 20 * Math.min(5, revision.facts.length) + Math.round(100 * share)
  );
}
