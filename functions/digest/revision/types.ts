import type { FactChange } from "../facts/types.ts";
import type { CosmeticReason } from "../text/fold.ts";

/** How much a revision matters to a reader. */
export type RevisionKind = "cosmetic" | "minor" | "substantive" | "rewritten";

/** A run of words. Kept and removed runs, joined, are the text before; kept and added runs the text after. */
export interface WordChange {
  readonly type: "kept" | "removed" | "added";
  readonly text: string;
}

/**
 * The sentences on each side of a split or merge. Joined, with a space where the script has one between sentences, they
 * equal `before` and `after`.
 */
export interface EditParts {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * One sentence-level operation. Positions count sentences from 0 over the whole body. `words` is absent if the sentences
 * have too little in common for a readable inline diff: show both instead.
 */
export type Edit =
  | { readonly edit: "kept"; readonly before: string; readonly after: string }
  | {
      readonly edit: "edited";
      readonly before: string;
      readonly after: string;
      readonly words?: readonly WordChange[];
      /** Only for a split or merge. */
      readonly parts?: EditParts;
    }
  | { readonly edit: "added"; readonly after: string }
  | { readonly edit: "removed"; readonly before: string }
  | {
      readonly edit: "moved";
      readonly before: string;
      readonly after: string;
      readonly from: number;
      readonly to: number;
      readonly words?: readonly WordChange[];
    };

/** Number of sentences before and after, and of edits of each type. */
export interface RevisionCounts {
  readonly before: number;
  readonly after: number;
  readonly kept: number;
  readonly edited: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
}

/** The difference between two versions of a story. */
export interface Revision {
  readonly kind: RevisionKind;
  /** In the order of the story after; a removed sentence keeps its old position. Includes kept sentences. */
  readonly edits: readonly Edit[];
  readonly facts: readonly FactChange[];
  readonly headlineChange?: { readonly before: string; readonly after: string };
  /** A deck in other words; empty where a version has none. */
  readonly deckChange?: { readonly before: string; readonly after: string };
  /** Only for a cosmetic revision, and then never empty. */
  readonly cosmetic?: readonly CosmeticReason[];
  readonly counts: RevisionCounts;
  /** The stories were too large or too different to compare in detail; the edits are coarser than usual. */
  readonly truncated: boolean;
}
