/**
 * What the templates see: plain strings, lists and flags, ready to print. HTML and text are made from the same
 * view, so they name the same changes. No field is optional; an empty string or list prints nothing.
 */
export interface EditionView {
  /** What the digest is called. */
  readonly name: string;
  readonly nameInCapitals: string;
  /** The name is too long for the largest type. */
  readonly isLongName: boolean;
  /** `Late Edition, Friday 20 November 2026` */
  readonly title: string;
  /** `Friday 20 November 2026, 07:00 CET` */
  readonly dateline: string;
  /** `Since Thursday, 07:00`: of the last edition that was mailed; empty: there was none, or it is unknown. */
  readonly since: string;
  readonly preheader: string;
  /** Paragraphs before everything else: the welcome of a first edition, the one sentence of a quiet one. */
  readonly greeting: readonly string[];
  /** Empty when nothing changed. */
  readonly counts: readonly CountView[];
  readonly contents: readonly ContentsView[];
  /** `and 12 more below`: stories that the contents do not list. */
  readonly contentsMore: string;
  readonly sections: readonly SectionView[];
  /** What was omitted to limit the size of the email; empty if nothing was. */
  readonly leftOut: string;
  /** `1,204 stories checked at 07:00 CET.` */
  readonly checked: string;
  /** Whether the email says that its reader is on a list, and how to unsubscribe. */
  readonly isOnList: boolean;
  /** Why they get it, in a sentence or two. */
  readonly why: string;
  /** Address of the edition on the web; empty: it is nowhere. */
  readonly webPage: string;
  /** Address where readers choose what they get; empty: there is none. */
  readonly preferences: string;
  /** Address of the unsubscribe page; empty: readers unsubscribe by replying. */
  readonly unsubscribe: string;
  /** What happened to earlier emails, for the operator of the digest; empty: nothing to report. */
  readonly operatorNote: string;
}

/** `2 revised` */
export interface CountView {
  readonly number: string;
  readonly word: string;
}

export interface ContentsView {
  readonly number: string;
  readonly anchor: string;
  readonly headline: string;
  /** `People died: 12 → 19`, `3 reports on one event`, or empty. */
  readonly detail: string;
}

export interface SectionView {
  readonly title: string;
  /** Class of the title: its colour in dark mode. */
  readonly tone: "changed" | "new" | "calm";
  /** Colour of the title in light mode. */
  readonly colour: string;
  readonly stories: readonly StoryView[];
  readonly briefs: readonly BriefView[];
  /** `and 312 more`, or a sentence about the whole section. */
  readonly closing: string;
}

/** One story, or several that are shown together, in full. */
export interface StoryView {
  readonly anchor: string;
  /** The first story of the email. */
  readonly isLead: boolean;
  /** Language of the story's own words; empty: that of the email. */
  readonly lang: string;
  /** `rtl` if the story's script runs from right to left; empty otherwise. */
  readonly dir: string;
  readonly headline: string;
  /** What happened: `Content changed: 1 of 14 sentences edited`, `2 reports on one event`; may be empty. */
  readonly what: string;
  /** Without a key for edits that many stories share. */
  readonly place: PlaceView;
  /** Where its copies are. */
  readonly alsoAt: readonly PlaceView[];
  /** `and 12 more` */
  readonly alsoAtMore: string;
  readonly facts: readonly FactView[];
  readonly summary: string;
  readonly redline: readonly LineView[];
  /** `Not shown: 4 more edits.` and the like. */
  readonly notes: readonly string[];
  /** `Other reports` or `The same edit was made in`; empty for a single story. */
  readonly othersWord: string;
  readonly others: readonly BriefView[];
  /** `and 12 more` */
  readonly othersMore: string;
}

/** One story in one line. */
export interface BriefView {
  /** Of a story in the contents; empty: it is not there. */
  readonly anchor: string;
  readonly lang: string;
  readonly dir: string;
  readonly headline: string;
  readonly place: PlaceView;
  /** Where its copies are. */
  readonly alsoAt: readonly PlaceView[];
  readonly alsoAtMore: string;
  /** The key of a renamed story before. */
  readonly earlierKey: string;
  readonly detail: string;
}

/** Where a story is. */
export interface PlaceView {
  readonly key: string;
  /** Empty: no link. */
  readonly href: string;
  /** Address of the page with its history; empty: there is none. */
  readonly history: string;
}

export interface FactView {
  /** Empty: the values speak for themselves. */
  readonly label: string;
  /** The words before the values, in place of a label; empty if there are none. */
  readonly lead: string;
  /** The words after them. */
  readonly tail: string;
  /** Empty: the fact is new. */
  readonly before: string;
  /** Empty: the fact was removed. */
  readonly after: string;
  /** `(new)` or `(removed)`; empty for a changed fact, or if the label says as much. */
  readonly mark: string;
  /** Both values are short: no line breaks between them. */
  readonly isFigure: boolean;
  /** The fact of the day, set large. */
  readonly isHero: boolean;
}

/** One line of a redline: what was done in a word, and the words it was done to. */
export interface LineView {
  readonly word: string;
  readonly runs: readonly RunView[];
  /** The same in plain words, unless the facts already say it: `Was: red. Now: blue.` */
  readonly said: string;
  /** The second line of one edit. */
  readonly continues: boolean;
}

/** Kept words, then removed ones, then added ones; each may be empty. */
export interface RunView {
  readonly kept: string;
  readonly removed: string;
  readonly added: string;
}
