/** How an edition is told to its readers. */
export interface RenderOptions {
  /** IANA time zone of dates and hours in the mail. */
  readonly timeZone: string;
  /** URL template of a story, `{key}` stands for its key; empty: no links. */
  readonly storyUrl: string;
}

/** An edition, rendered; the same for every recipient. */
export interface RenderedEdition {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}
