import type { FactChange } from "../facts/types.ts";
import type { CosmeticReason } from "../text/fold.ts";

/** How much a revision means to a reader; DESIGN.md's words. */
export type RevisionKind = "cosmetic" | "minor" | "substantive" | "rewritten";

/** A run of words; kept + removed rebuilds the text before, kept + added the text after. */
export interface WordChange {
  readonly type: "kept" | "removed" | "added";
  readonly text: string;
}

/**
 * The sentences of a side each, where one became more or more became one; joined, with a blank where the script puts
 * one between sentences, they are `before` and `after`.
 */
export interface EditParts {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * One sentence-level operation. Positions count sentences from 0 over the whole body. `words` is absent where
 * too little is common for a weave to be read: show both sentences instead.
 */
export type Edit =
  | { readonly edit: "kept"; readonly before: string; readonly after: string }
  | {
      readonly edit: "edited";
      readonly before: string;
      readonly after: string;
      readonly words?: readonly WordChange[];
      /** Only where the sentence was split, or was merged of several. */
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

/** Sentences before and after, and how many edits of each sort. */
export interface RevisionCounts {
  readonly before: number;
  readonly after: number;
  readonly kept: number;
  readonly edited: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
}

/** Before and after of one story, compared. */
export interface Revision {
  readonly kind: RevisionKind;
  /** In the order of the story after; a removed sentence stands where it stood. Includes the kept ones. */
  readonly edits: readonly Edit[];
  readonly facts: readonly FactChange[];
  readonly headlineChange?: { readonly before: string; readonly after: string };
  /** Only of a cosmetic revision, never empty then. */
  readonly cosmetic?: readonly CosmeticReason[];
  readonly counts: RevisionCounts;
  /** The stories were too large or too different to compare finely; the edits are coarser than usual. */
  readonly truncated: boolean;
}
