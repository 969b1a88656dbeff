import type { RevisionCounts, RevisionKind } from "./types.ts";

/** With less than this in common, the shorter body is not found again in the other: another text under the same key. */
export const MIN_SHARED = 0.3;

/** What decides about the kind of a revision. */
export interface Evidence {
  readonly counts: RevisionCounts;
  /** Facts that changed, appeared or disappeared in the sentences. */
  readonly facts: number;
  readonly isHeadlineChanged: boolean;
  /** Dateline or byline read differently. */
  readonly isFrameChanged: boolean;
  /** The whole texts, with their figures, are equal but for white space, typography and case. */
  readonly isSameText: boolean;
  /** An edited sentence was too long or too different to be read for facts. */
  readonly isUnread: boolean;
  /** Share of the letters of the shorter body that stand in common words, 0 to 1. */
  readonly shared: number;
}

/**
 * The kind of a revision. The first row that holds decides.
 *
 * | what | kind |
 * |---|---|
 * | the whole text is the same but for typography, white space, case | cosmetic |
 * | less than 30 % of the shorter body is in the other | rewritten |
 * | a fact changed; a sentence added or removed; another headline; an edit past the bounds of reading | substantive |
 * | a sentence edited or moved; another dateline or byline | minor |
 * | nothing of all that: furniture or encoding at most | cosmetic |
 */
export function kindOf(evidence: Evidence): RevisionKind {
  const { counts, facts, isSameText, shared } = evidence;
  if (isSameText) return "cosmetic";
  if (counts.before > 0 && counts.after > 0 && shared < MIN_SHARED) return "rewritten";
  if (facts > 0 || counts.added + counts.removed > 0) return "substantive";
  if (evidence.isHeadlineChanged || evidence.isUnread) return "substantive";
  return counts.edited + counts.moved > 0 || evidence.isFrameChanged ? "minor" : "cosmetic";
}
