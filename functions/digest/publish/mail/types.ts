import type { Dating } from "../wording/dates.ts";

/** How an edition is presented to its readers; `renderEdition` has a default for each. */
export interface RenderOptions {
  /** What the digest is called, in at most 60 characters. */
  readonly name?: string;
  /** IANA time zone of dates and hours in the email. */
  readonly timeZone: string;
  /**
   * Locale of dates and hours, as a BCP 47 tag: `en-US` has `November 20, 7:00 AM`, `en-GB` has `20 November, 07:00`. Empty: that of the
   * zone's region, else `en-GB`, which also stands for a locale of another language than English.
   */
  readonly locale?: string;
  /** URL template of a story, with `{key}` as a placeholder; empty: no links. */
  readonly storyUrl: string;
  readonly links?: MailLinks;
  /** The topics that the readers chose, whose part of an edition this is; absent: it is the whole edition. */
  readonly chosen?: {
    /** As readers see them. */
    readonly titles: readonly string[];
    /** Whether some of the readers chose more topics than these. */
    readonly isCut: boolean;
  };
  /**
   * How a reader unsubscribes: by replying (`mailto`), or on the page that the email service links to (`ses`). `none`
   * omits the line that says why the reader gets the email.
   */
  readonly unsubscribe?: "mailto" | "ses" | "none";
}

/**
 * URL templates of pages that the email links to, http or https; an absent or empty one is not linked to. `{slot}` in a template is replaced
 * with the edition's slot as in `20261120T070000Z`, `{id}` with 16 letters made of the story's key (the first 96 bits of its SHA-256 in base64url).
 */
export interface MailLinks {
  /** The edition on the web: `View in browser`, such as `https://example.org/editions/{slot}`. */
  readonly edition?: string;
  /** The same of a weekly edition; absent: that of the edition. */
  readonly week?: string;
  /** What is known of a story: `History` beside its key, such as `https://example.org/stories/{id}`. */
  readonly history?: string;
  /** Where readers choose what they get: `Manage preferences` in the footer. */
  readonly preferences?: string;
}

/**
 * Where SES puts the address of its unsubscribe page. It fills in the first two of an email, so each part has one,
 * and the text of a story can never form it: double braces are split.
 * https://docs.aws.amazon.com/ses/latest/dg/sending-email-list-management.html
 */
export const UNSUBSCRIBE_PLACEHOLDER = "{{amazonSESUnsubscribeUrl}}";

/** An edition, rendered; the same for every recipient. */
export interface RenderedEdition {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

/** How the email is written: its options, and the edition it is for. */
export interface Telling extends RenderOptions, Dating {
  readonly name: string;
  readonly slot: string;
  readonly links: MailLinks;
  readonly isBaseline: boolean;
}
