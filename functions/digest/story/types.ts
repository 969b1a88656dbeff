import type { BlockKind, StoryFormat } from "./formats/document.ts";
import type { UnreadKind } from "./formats/names.ts";

/** A text after repair, with the number of repairs. */
export interface Repaired {
  readonly text: string;
  readonly repairs: number;
}

/** What a Markdown source has beside its text: targets of links, sources of images, and the rest of its body without white space. */
export type MarkupPart = "front matter" | "links" | "images" | "markup";

/** A text, or its hash, of each part. */
export type MarkupParts = Readonly<Record<MarkupPart, string>>;

/** A story as a reader sees it: decoded, repaired, with frame and boilerplate separated from the body. */
export interface Story {
  readonly key: string;
  readonly format: StoryFormat;
  readonly headline: string;
  /** `given`: the text has a headline; `derived`: made from its first sentence. */
  readonly headlineSource: "given" | "derived";
  /** "MOSCOW (Agency)": place and source before the first sentence. */
  readonly dateline?: string;
  /** "By Jane Doe | June 22, 2025": author and date line. */
  readonly byline?: string;
  /** The title line that rewords a given headline, directly below it; not part of the body. */
  readonly deck?: string;
  /** The body: no headline, deck, dateline, byline or boilerplate; white space folded. */
  readonly paragraphs: readonly string[];
  /** Indices of the paragraphs that are sub-headings, ascending; these are not sentences. */
  readonly headings: readonly number[];
  /** What each paragraph is; absent if all are paragraphs and headings. */
  readonly kinds?: readonly BlockKind[];
  /** Beside `kinds`: the first cell of a table row, the line before a list, else the empty text. */
  readonly labels?: readonly string[];
  /** The cells of each table row, by the index of its paragraph; absent if there is no table. */
  readonly rows?: ReadonlyMap<number, readonly string[]>;
  /** When the source says it was published and last updated, as written there. */
  readonly published?: string;
  readonly updated?: string;
  /** `draft`, `canceled` or another state that the source names; absent: published. */
  readonly status?: string;
  /** A note of the editors that the source sets apart, such as a correction. */
  readonly note?: string;
  /**
   * Removed text that is not part of the story, unchanged: share bars, comment forms, "you may also like", picture
   * credits, repeats of the headline, the keywords after it.
   */
  readonly boilerplate: readonly string[];
  /**
   * Lines left out that only their look or place tells from the story: keywords, the end of a headline's line, what a page has
   * between its headline and its first prose. A fact in them that changed is news. Absent if there are none.
   */
  readonly doubtful?: readonly string[];
  /** Of a page, what it says outside its story: where a story begins and ends is decided for each version by itself. */
  readonly outside?: readonly string[];
  /** Language as a BCP 47 tag ("en", "zh"); only if script and function words leave no doubt. */
  readonly lang?: string;
  /** The direction of most letters in headline and body. */
  readonly dir: "ltr" | "rtl";
  /** The whole text, decoded and repaired: of plain text the file, of other formats what their reader read. */
  readonly text: string;
  /**
   * SHA-256 of the source, decoded but before any reading or repair: first 16 bytes, base64url, 22 characters.
   * Independent of the rules in this code, so an update never makes a story look changed.
   */
  readonly hash: string;
  /** Of Markdown, a hash of each of these, to name what changed where the text did not. */
  readonly markup?: MarkupParts;
  /** `utf-8`, `utf-16`, or the charset that the bytes and their declaration speak for, such as `windows-1252`. */
  readonly encoding: string;
  /** Number of repairs made; 0 for a clean text. */
  readonly repairs: number;
}

/** Why an object could not be read as a story in this run. */
export type UnreadableReason =
  | "empty"
  | "not text"
  | "unknown encoding"
  | "too large"
  | "too many paragraphs"
  | "broken gzip"
  | "merge conflict"
  | "access denied"
  | "stopped the run"
  | "stopped the run again"
  | UnreadKind
  | "DOCX, broken or encrypted"
  | "JSON, broken"
  | `${string} without a story`;

/** An object that cannot be read as a story; it is held back, never dropped. */
export interface Unreadable {
  readonly key: string;
  readonly unreadable: UnreadableReason;
}
