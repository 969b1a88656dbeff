/** How an edition is told to its readers. */
export interface RenderOptions {
  /** IANA time zone of dates and hours in the mail. */
  readonly timeZone: string;
  /** URL template of a story, `{key}` stands for its key; empty: no links. */
  readonly storyUrl: string;
  /** How a reader stops: by a mail to the sender, or on the page that the mail service puts into the mail. */
  readonly unsubscribe?: "mailto" | "ses";
}

/**
 * Where SES puts the address of its unsubscribe page. It fills the first two of a mail, so each part holds one,
 * and the text of a story can never form it: double braces are parted.
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
