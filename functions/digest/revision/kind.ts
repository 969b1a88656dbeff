import type { RevisionCounts, RevisionKind } from "./types.ts";

/** With less than this in common, the shorter body is not found again in the other: another text under the same key. */
const MIN_SHARED = 0.3;

/** What decides about the kind of a revision. */
export interface Evidence {
  readonly counts: RevisionCounts;
  /** Facts that changed, appeared or disappeared in the sentences. */
  readonly facts: number;
  readonly isHeadlineChanged: boolean;
  /** Dateline, byline or deck read differently. */
  readonly isFrameChanged: boolean;
  /** The whole texts, with their figures, are equal but for white space, typography and case. */
  readonly isSameText: boolean;
  /** An edited sentence was too long or too different to be read for facts. */
  readonly isUnread: boolean;
  /** Share of the letters of the shorter body that stand in common words, 0 to 1. */
  readonly shared: number;
}

/** One row of the rule: what must hold, in words and as a test. */
export interface KindRule {
  readonly what: string;
  readonly kind: RevisionKind;
  readonly holds: (evidence: Evidence) => boolean;
}

/** What decides about the kind of a revision: the first row that holds. docs/facts.md shows the same rows. */
export const KIND_RULES: readonly KindRule[] = [
  {
    what: "the whole text is the same but for encoding, typography, white space and case",
    kind: "cosmetic",
    holds: ({ isSameText }) => isSameText,
  },
  {
    what: "less than 30 % of the shorter body is found in the other",
    kind: "rewritten",
    holds: ({ counts, shared }) => counts.before > 0 && counts.after > 0 && shared < MIN_SHARED,
  },
  { what: "a fact changed, appeared or disappeared", kind: "substantive", holds: ({ facts }) => facts > 0 },
  {
    what: "a sentence was added or removed",
    kind: "substantive",
    holds: ({ counts }) => counts.added + counts.removed > 0,
  },
  {
    what: "the headline says something else",
    kind: "substantive",
    holds: ({ isHeadlineChanged }) => isHeadlineChanged,
  },
  {
    what: "an edited sentence is too long or too different to be read",
    kind: "substantive",
    holds: ({ isUnread }) => isUnread,
  },
  {
    what: "a sentence was edited or moved",
    kind: "minor",
    holds: ({ counts }) => counts.edited + counts.moved > 0,
  },
  {
    what: "the dateline, byline or deck changed",
    kind: "minor",
    holds: ({ isFrameChanged }) => isFrameChanged,
  },
  { what: "none of the above: boilerplate or encoding at most", kind: "cosmetic", holds: () => true },
];

/** The kind of a revision by {@link KIND_RULES}. */
export function kindOf(evidence: Evidence): RevisionKind {
  return KIND_RULES.find(({ holds }) => holds(evidence))?.kind ?? "cosmetic";
}
