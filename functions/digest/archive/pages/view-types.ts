import type { ChangeLine, ComparedFact, Script } from "../../publish/pages/view-types.ts";

/** What every page of the archive has: plain strings, safe and bounded; empty: printed nowhere. */
export interface PageView {
  readonly title: string;
  /** What the digest is called. */
  readonly name: string;
  readonly home: string;
  readonly search: string;
  /** What the search field holds. */
  readonly query: string;
  readonly atom: string;
  /** Feeds of topics. */
  readonly topicFeeds: readonly { readonly title: string; readonly atom: string }[];
}

/** A list of what a long page tells, with links within it; none on a short one. */
export interface ContentsView {
  readonly entries: readonly JumpView[];
  /** `and 12 more` */
  readonly more: string;
}

export interface JumpView extends Script {
  readonly href: string;
  /** A headline or a day. */
  readonly words: string;
  /** `12 → 14 people died` */
  readonly detail: string;
}

export interface SectionLink {
  readonly href: string;
  readonly words: string;
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
  readonly jsonFeed: string;
  /** Feeds of the weeks; empty: no topic asks for weeks. */
  readonly weekAtom: string;
  readonly weekJsonFeed: string;
  readonly topics: readonly TopicLineView[];
}

/** A topic in the list of all. */
export interface TopicLineView {
  readonly title: string;
  readonly href: string;
  readonly atom: string;
  readonly jsonFeed: string;
}

/** What a topic has of an edition. */
export interface TopicEditionView extends EditionLineView {
  readonly contents: ContentsView;
}

export interface TopicPageView extends PageView {
  /** The topic's title. */
  readonly heading: string;
  /** `In 9 of the last 40 editions, as the topic is set now` */
  readonly about: string;
  /** Newest first. */
  readonly editions: readonly TopicEditionView[];
  readonly feed: string;
  readonly jsonFeed: string;
}

/** What happened to a story in an edition. */
export interface HappenedView extends Script {
  /** `Content changed: 2 sentences edited, 1 added` */
  readonly what: string;
  /** `7%: 17 of 240 sentences edited, added or removed`; empty: no sentence was. */
  readonly share: string;
  /** The same in per cent, at least 1, for a bar. */
  readonly bar: number;
  readonly facts: readonly ComparedFact[];
  readonly factsMore: string;
  readonly summary: string;
  /** How the summary came about, if a model made it; or empty. */
  readonly summaryNote: string;
  readonly lines: readonly ChangeLine[];
  readonly linesMore: string;
  /** Compares with the version before; empty: there is none. */
  readonly compare: string;
  /** SHA-256 of both versions. */
  readonly hashes: readonly { readonly word: string; readonly sha256: string }[];
}

/** An event below the headline of its story, which leads to the story's page. */
export interface ToldView extends HappenedView {
  readonly headline: string;
  readonly key: string;
  readonly story: string;
}

/** An event away from its edition. */
export interface EventView extends ToldView {
  readonly time: string;
  readonly edition: string;
}

/** An event in its edition. */
export interface EditionEventView extends ToldView {
  /** Named in links to it. */
  readonly id: string;
  /** In a week: `First seen on Tuesday, changed on Friday`. */
  readonly days: string;
  /** The thread, if it has other stories. */
  readonly thread: string;
}

/** An event in the timeline of its story. */
export interface MomentView extends HappenedView {
  /** Named in links to it; empty: an event before has the same time. */
  readonly id: string;
  readonly time: string;
  readonly edition: string;
}

export interface EditionPageView extends PageView {
  readonly time: string;
  /** `edition` or `week` */
  readonly span: string;
  /** The week that the edition ended; from a week's page, the edition. */
  readonly beside: readonly SectionLink[];
  /** `2 revised, 1 new`, or that nothing changed. */
  readonly verdict: string;
  readonly contents: ContentsView;
  /** Whether the contents are short enough to stand open. */
  readonly isContentsOpen: boolean;
  readonly events: readonly EditionEventView[];
  /** Whether an event counts sentences. */
  readonly isCounted: boolean;
  /** Stories that are only named. */
  readonly named: readonly { readonly title: string; readonly stories: readonly NamedView[] }[];
  /** The pages of a long edition. */
  readonly pages: readonly NumberedPage[];
  readonly before: string;
  readonly after: string;
  readonly json: string;
  /** Of the bytes of `edition.json`. */
  readonly sha256: string;
}

export interface NumberedPage {
  readonly number: string;
  /** Empty: this one. */
  readonly href: string;
}

export interface NamedView extends Script {
  readonly headline: string;
  readonly href: string;
  readonly detail: string;
}

/** A value over time: `At least 12 → 14 → 19 people died`. */
export interface ChainView extends Script {
  /** `People died`; empty if the value stands between words of its sentence. */
  readonly label: string;
  readonly lead: string;
  readonly tail: string;
  readonly values: readonly ChainValueView[];
  /** What a reader should know of it, such as that the story goes back and forth since. */
  readonly note: string;
}

export interface ChainValueView {
  /** From the value before, in the direction of the story: `→`, `←`; empty for the first. */
  readonly arrow: string;
  readonly value: string;
  /** Since when it stood there; empty: from the beginning. */
  readonly day: string;
  /** The event that brought it. */
  readonly href: string;
}

/** Events of one place in the timeline: one, or some that are folded. */
export interface TimelineItemView {
  /** `3 formatting changes`; empty: shown. */
  readonly folded: string;
  readonly events: readonly MomentView[];
}

export interface StoryPageView extends PageView, Script {
  readonly headline: string;
  readonly key: string;
  /** `First seen on 12 November 2026; 4 versions; the last of 21 November 2026` */
  readonly about: string;
  /** `Held back since 19 November 2026: damaged JSON file`, `Gone since …`, `Moved from …`; empty: nothing of the kind. */
  readonly state: string;
  /** Keys that it had before. */
  readonly earlierKeys: readonly string[];
  readonly feed: string;
  /** What its threads are called: one, or several in the course of time. */
  readonly threadsWord: string;
  /** Threads that it has, or had, with other stories. */
  readonly threads: readonly { readonly headline: string; readonly href: string }[];
  readonly sections: readonly SectionLink[];
  /** The timeline, by its days. */
  readonly contents: ContentsView;
  readonly chains: readonly ChainView[];
  /** Whether an event counts sentences. */
  readonly isCounted: boolean;
  readonly items: readonly TimelineItemView[];
  readonly comparison: string;
  readonly storyId: string;
  /** Versions to choose from, newest first; none if there is only one. */
  readonly versions: readonly VersionChoice[];
  /** `Version of 10 November 2026, before it was held back` */
  readonly textNote: string;
  readonly paragraphs: readonly string[];
  readonly paragraphsMore: string;
}

export interface VersionChoice {
  /** What the comparison calls it. */
  readonly name: string;
  readonly time: string;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
}

export interface ThreadPageView extends PageView {
  readonly headline: string;
  /** `9 changes in 4 stories since 26 November 2026` */
  readonly about: string;
  readonly events: readonly EventView[];
}

export interface SearchPageView extends PageView {
  /** `9 changes found`; empty: nothing is asked for. */
  readonly found: string;
  /** How to search, if nothing was found. */
  readonly how: string;
  readonly events: readonly EventView[];
  readonly pages: readonly NumberedPage[];
}
