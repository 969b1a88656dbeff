/** A text after repair, and how many places were mended to get there. */
export interface Repaired {
  readonly text: string;
  readonly repairs: number;
}

/** A story as a reader would see it: decoded, repaired, its boilerplate and frame taken off the body. */
export interface Story {
  readonly key: string;
  readonly headline: string;
  /** `given`: the text has a headline; `derived`: made from its first sentence. */
  readonly headlineSource: "given" | "derived";
  /** "MOSCOW (Agency)": place and source that stood before the first sentence. */
  readonly dateline?: string;
  /** "By Jane Doe | June 22, 2025": author and date line. */
  readonly byline?: string;
  /** The title line under a given headline that says it in other words; no part of the body. */
  readonly deck?: string;
  /** The body: no headline, deck, dateline, byline, boilerplate; white space folded. */
  readonly paragraphs: readonly string[];
  /** Which of the paragraphs are sub-headings, as indices into them, ascending; they are no sentences. */
  readonly headings: readonly number[];
  /**
   * What was taken off and is not the story, as it stood: share bars, comment forms, "you may also like", repeats
   * of the headline, the keywords behind it.
   */
  readonly boilerplate: readonly string[];
  /** Language as a BCP 47 tag ("en", "zh"); only where script and small words leave no doubt. */
  readonly lang?: string;
  /** The direction of most letters in headline and body. */
  readonly dir: "ltr" | "rtl";
  /** The whole text, decoded and repaired. */
  readonly text: string;
  /**
   * SHA-256 of the decoded text as it came, before any repair: first 16 bytes, base64url, 22 characters. It
   * does not depend on the rules of this code, so an update of the code never makes a story look changed.
   */
  readonly hash: string;
  readonly encoding: "utf-8" | "utf-16" | "windows-1252";
  /** Places that repair had to mend; 0 for a clean text. */
  readonly repairs: number;
}

/** Why bytes are no story today. */
export type UnreadableReason = "empty" | "not text" | "too large" | "broken gzip" | "access denied";

/** An object that cannot be read as a story; it is held back, never dropped. */
export interface Unreadable {
  readonly key: string;
  readonly unreadable: UnreadableReason;
}
