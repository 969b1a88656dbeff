/** What a block of a document is. */
export type BlockKind =
  | "paragraph"
  | "heading"
  | "list item"
  | "table row"
  | "quotation"
  | "code"
  | "caption";

/** A block of a document: what stands between two breaks. */
export interface Block {
  readonly kind: BlockKind;
  /** White space folded to single spaces, without line breaks (kept in code), never empty, no markup. */
  readonly text: string;
  /** Of a table row its first cell, of a list item the line that introduces the list; absent otherwise. */
  readonly label?: string;
  /** Only of a table row: all its cells, empty ones too. */
  readonly cells?: readonly string[];
  /** Only of plain text: whether the next line of the file is blank, or there is none. */
  readonly blankAfter?: boolean;
}

/** The formats that stories come in. */
export type StoryFormat = "text" | "html" | "markdown" | "json" | "xml" | "docx";

/** The names of the formats. */
export const FORMAT_NAMES: Readonly<Record<StoryFormat, string>> = {
  text: "plain text",
  html: "HTML",
  markdown: "Markdown",
  json: "JSON",
  xml: "XML",
  docx: "DOCX",
};

/** A stretch of the source that is no part of the story, and why: for whoever asks how a story was read. */
export interface Omission {
  readonly reason: string;
  readonly text: string;
}

/**
 * What a format reader makes of a story: blocks and metadata, before frame and boilerplate are taken off. Fields that the
 * source does not state are absent; a reader guesses none of them.
 */
export interface Document {
  readonly format: StoryFormat;
  readonly headline?: string;
  readonly deck?: string;
  /** Author or authors, as written, without "By". */
  readonly byline?: string;
  /** ISO 8601 where the source has it so, else as written. */
  readonly published?: string;
  readonly updated?: string;
  /** BCP 47 tag. */
  readonly lang?: string;
  /** `draft`: not published yet; `canceled`: killed by its agency; others as the source names them. Absent: published. */
  readonly status?: string;
  /** A note of the editors: a correction, an embargo. */
  readonly note?: string;
  readonly blocks: readonly Block[];
  readonly omitted: readonly Omission[];
  /** Lines that a reader left out for their place alone, as between a headline and the first prose. Absent if there are none. */
  readonly doubtful?: readonly string[];
  /** Of a page, what it says outside its story, whole: what another version may have as part of it. */
  readonly outside?: readonly string[];
}
