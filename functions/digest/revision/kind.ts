import type { Weight } from "../facts/substance.ts";
import type { RevisionCounts, RevisionKind } from "./types.ts";

/** If less of the shorter body than this is found in the other, the key now holds a different text. */
const MIN_SHARED = 0.3;

/** The features that decide the kind of a revision. */
export interface KindFeatures {
  readonly counts: RevisionCounts;
  /** What the edits of sentences do at most. */
  readonly weight: Weight;
  /** Number of facts that changed, appeared or disappeared. */
  readonly facts: number;
  readonly isHeadlineChanged: boolean;
  /** The dateline, byline or deck changed. */
  readonly isMetadataChanged: boolean;
  /** The whole texts are equal, figures included, ignoring white space, typography and case. */
  readonly isSameText: boolean;
  /** An edited sentence was too long or too different to extract facts from. */
  readonly isUnread: boolean;
  /** Share of the letters of the shorter body that are in common words, 0 to 1. */
  readonly shared: number;
}

/** A row of the decision table: its condition, in words and as a test. */
export interface KindRule {
  readonly what: string;
  readonly kind: RevisionKind;
  readonly holds: (features: KindFeatures) => boolean;
}

/** The first row that holds decides the kind of a revision. docs/facts.md shows the same rows. */
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
    what: "an edited sentence says more, less or something else: two or more words, or one of a list, came or went in one place",
    kind: "substantive",
    holds: ({ counts, weight }) => counts.edited > 0 && weight === "substance",
  },
  {
    what: "a sentence was edited in more than marks and case, or moved",
    kind: "minor",
    holds: ({ counts, weight }) => counts.moved > 0 || (counts.edited > 0 && weight !== "form"),
  },
  {
    what: "the dateline, byline or deck changed",
    kind: "minor",
    holds: ({ isMetadataChanged }) => isMetadataChanged,
  },
  { what: "none of the above: boilerplate or encoding at most", kind: "cosmetic", holds: () => true },
];

/** The kind of a revision, by {@link KIND_RULES}. */
export function kindOf(features: KindFeatures): RevisionKind {
  return KIND_RULES.find(({ holds }) => holds(features))?.kind ?? "cosmetic";
}
