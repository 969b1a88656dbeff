import type { ChangeLine, ComparedFact, Script } from "../../publish/pages/view-types.ts";

/** What every page of the archive has: plain strings, safe and bounded; empty: printed nowhere. */
export interface PageView {
  readonly title: string;
  readonly home: string;
  readonly search: string;
  readonly atom: string;
}

/** An edition in the list of all. */
export interface EditionLineView {
  readonly href: string;
  /** `Friday 20 November 2026, 07:00 CET` */
  readonly time: string;
  readonly subject: string;
  /** `2 revised, 1 new` */
  readonly counts: string;
}

export interface IndexView extends PageView {
  readonly months: readonly { readonly month: string; readonly editions: readonly EditionLineView[] }[];
}

/** What happened to a story in an edition. */
export interface EventView extends Script {
  readonly time: string;
  readonly edition: string;
  readonly headline: string;
  readonly key: string;
  /** The story's page; empty on that page itself. */
  readonly story: string;
  /** `Content changed: 2 sentences edited, 1 added` */
  readonly what: string;
  /** Per cent of the sentences that were touched; 0: no bar. */
  readonly share: number;
  readonly facts: readonly ComparedFact[];
  readonly factsMore: string;
  readonly summary: string;
  readonly lines: readonly ChangeLine[];
  readonly linesMore: string;
  /** Compares with the version before; empty: there is none. */
  readonly compare: string;
  /** SHA-256 of both versions. */
  readonly hashes: readonly { readonly word: string; readonly sha256: string }[];
}

export interface EditionPageView extends PageView {
  readonly time: string;
  readonly subject: string;
  readonly counts: string;
  readonly events: readonly EventView[];
  /** Stories that are only named. */
  readonly named: readonly { readonly title: string; readonly stories: readonly NamedView[] }[];
  /** Other pages of a long edition. */
  readonly pages: readonly { readonly number: string; readonly href: string }[];
  readonly before: string;
  readonly after: string;
  readonly json: string;
  /** Of the bytes of `edition.json`. */
  readonly sha256: string;
}

export interface NamedView extends Script {
  readonly headline: string;
  readonly key: string;
  readonly href: string;
  readonly detail: string;
}

/** A value over time: `12 → 14 → 19`. */
export interface ChainView {
  readonly context: string;
  readonly values: readonly { readonly value: string; readonly day: string }[];
}

/** Events of one place in the timeline: one, or formatting changes that are folded. */
export interface TimelineItemView {
  /** `3 formatting changes`; empty: shown. */
  readonly folded: string;
  readonly events: readonly EventView[];
}

export interface StoryPageView extends PageView, Script {
  readonly headline: string;
  readonly key: string;
  /** `First seen on 12 November 2026; 4 versions; gone since 21 November 2026` */
  readonly about: string;
  /** Keys that it had before. */
  readonly earlierKeys: readonly string[];
  readonly feed: string;
  readonly chains: readonly ChainView[];
  readonly items: readonly TimelineItemView[];
  readonly comparison: string;
  readonly storyId: string;
  /** Versions to choose from, newest first. */
  readonly versions: readonly VersionChoice[];
  readonly hasChoice: boolean;
  readonly paragraphs: readonly string[];
  readonly paragraphsMore: string;
}

export interface VersionChoice {
  readonly sha256: string;
  readonly time: string;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
}

export interface ThreadPageView extends PageView {
  readonly headline: string;
  readonly events: readonly EventView[];
}

export interface SearchPageView extends PageView {
  readonly query: string;
  readonly found: string;
  readonly events: readonly EventView[];
}
