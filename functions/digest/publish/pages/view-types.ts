import type { FactView, RunView } from "../mail/view/view-types.ts";

/**
 * What a comparison of two versions shows, on a page or in a terminal: plain strings, lists and flags, safe and bounded.
 * No field is optional; an empty string or list prints nothing.
 */
export interface ComparisonView {
  /** Where a link leads to the story's history. */
  readonly history: string;
  /** Where a link leads to the comparison in the order of time; empty: this is it. */
  readonly inOrder: string;
  /** The headline after, cut to what a title may have. */
  readonly title: string;
  readonly versions: readonly VersionView[];
  /** `Substantive`, `No difference` */
  readonly kind: string;
  /** `2 sentences edited, 1 added, 14 unchanged; headline changed` */
  readonly verdict: string;
  /** What readers should know before they trust the rest: that these may be two stories. */
  readonly notes: readonly string[];
  readonly facts: readonly ComparedFact[];
  /** `and 12 more` */
  readonly factsMore: string;
  /** Headline and deck, then all sentences, in the order of the version after. */
  readonly blocks: readonly BlockView[];
  /** `and 312 more changes` */
  readonly blocksMore: string;
}

/** Language and direction of a story's own words; empty: those of the page. */
export interface Script {
  readonly lang: string;
  readonly dir: string;
}

/** One of the two versions. */
export interface VersionView extends Script {
  /** `Before` or `After` */
  readonly word: string;
  /** What the caller calls it, such as its file. */
  readonly name: string;
  /** `HTML, 412 words` */
  readonly about: string;
  readonly headline: string;
  /** Of the version before: the one after has another headline. */
  readonly isReworded: boolean;
}

/**
 * A changed fact with its kind: `figure`, `date`, `name`, `quotation`, `statement`; empty if its label says as much. Its parts stand in the
 * direction of its script, and so does the arrow between its values.
 */
export interface ComparedFact extends Omit<FactView, "isHero">, Script {
  readonly kind: string;
  /** A blank before `tail`, unless that begins with a mark; empty if there is none. */
  readonly gap: string;
}

/** A stretch of unchanged sentences, or one change. */
export interface BlockView extends Script {
  /** `14 sentences unchanged`, hidden until asked for; empty: shown. */
  readonly folded: string;
  /** Sentences as the version after has them; of a folded stretch none if the texts are very long. */
  readonly kept: readonly string[];
  /** Of a change: one line, or two where before and after stand one below the other. */
  readonly lines: readonly ChangeLine[];
}

/** What was done to the words of a line, of which there is a mark in the margin. */
export type ChangeSort = "edited" | "added" | "removed" | "moved";

/** One line of a change. */
export interface ChangeLine extends Script {
  readonly sort: ChangeSort;
  /** `Edited`, `Was`, `Moved from 5th to 2nd position` */
  readonly word: string;
  readonly runs: readonly RunView[];
}
