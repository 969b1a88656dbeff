/**
 * What the templates see: plain strings, lists and flags, ready to be printed. HTML and text are made from the
 * same view, so they name the same changes. No field is optional; an empty string or list prints nothing.
 */
export interface EditionView {
  /** `Late Edition, Friday 20 November 2026` */
  readonly title: string;
  /** `Friday 20 November 2026, 07:00 CET` */
  readonly dateline: string;
  readonly preheader: string;
  /** Paragraphs before everything else: the welcome of a first edition, the sentence of a quiet one. */
  readonly greeting: readonly string[];
  /** Empty when nothing changed. */
  readonly counts: readonly CountView[];
  readonly contents: readonly ContentsView[];
  /** `and 12 more`: stories below that the contents do not name. */
  readonly contentsMore: string;
  readonly sections: readonly SectionView[];
  /** What the size of a mail left out; empty when it left out nothing. */
  readonly leftOut: string;
  /** `1,204 stories checked on Friday 20 November 2026 at 07:00 CET.` */
  readonly checked: string;
  /** Address of the page where a reader stops this mail; empty: by an answer to the mail. */
  readonly unsubscribe: string;
  /** What became of earlier mails, for the people who run the digest; empty: nothing to tell. */
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
  /** `people died: 12 → 19`, `3 reports`, or empty. */
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

/** One story, or several that are told together, with all that is known. */
export interface StoryView {
  readonly anchor: string;
  /** The first story of the mail. */
  readonly isLead: boolean;
  /** Language of the story's own words; empty: that of the mail. */
  readonly lang: string;
  /** `rtl` where the story's script runs so; empty otherwise. */
  readonly dir: string;
  readonly headline: string;
  /** What happened: `Substance: 1 edited of 14 sentences`, `2 reports of one event`; empty on record only. */
  readonly what: string;
  readonly place: PlaceView;
  readonly facts: readonly FactView[];
  readonly summary: string;
  readonly redline: readonly LineView[];
  /** `and 4 more edits` and the like. */
  readonly notes: readonly string[];
  /** `Also reported` or `The same edit in`; empty for a story that stands alone. */
  readonly othersWord: string;
  readonly others: readonly BriefView[];
  /** `and 12 more` */
  readonly othersMore: string;
}

/** One story in one line. */
export interface BriefView {
  readonly lang: string;
  readonly dir: string;
  readonly headline: string;
  readonly place: PlaceView;
  /** The key that a renamed story had before. */
  readonly earlierKey: string;
  readonly detail: string;
}

/** Where a story is. */
export interface PlaceView {
  readonly key: string;
  /** Empty: no link. */
  readonly href: string;
}

export interface FactView {
  readonly label: string;
  /** Empty: the fact is new. */
  readonly before: string;
  /** Empty: the fact is gone. */
  readonly after: string;
  /** Both values are short: no line ends between them. */
  readonly isFigure: boolean;
  /** The fact of the day, set large. */
  readonly isHero: boolean;
}

/** One line of a redline: a word that says what was done, and the words it was done to. */
export interface LineView {
  readonly word: string;
  readonly runs: readonly RunView[];
  /** The same in plain words, where the facts have not said it: `Was: red. Now: blue.` */
  readonly said: string;
  /** The second line of one edit. */
  readonly continues: boolean;
}

/** Words that stayed, then words that went, then words that came; each may be empty. */
export interface RunView {
  readonly kept: string;
  readonly removed: string;
  readonly added: string;
}
