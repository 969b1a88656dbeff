/** What a format reader makes of a story's text, before frame and boilerplate are taken off. */
export interface Document {
  readonly lines: readonly Line[];
}

/** One line of a story, white space folded and invisible control characters removed; never empty. */
export interface Line {
  readonly text: string;
  /** Whether the next line of the file is blank, or there is none. */
  readonly blankAfter: boolean;
}
