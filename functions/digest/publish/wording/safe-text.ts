import { withoutInvisible } from "../../text/invisible.ts";

/** Three marks on a letter are enough for any language; more would run into the lines above. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

const WHITE_SPACE = /[[\s\u0085\u2800\u3164]--\ufeff]+/gv;

/** Control, C1 and other characters of no text, beside those that {@link withoutInvisible} removes or has reason to keep. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]--[\u200c\u200d\u{e0020}-\u{e007f}]]/gv;

/** Pairs with a meaning in an email: `{{` and `}}` to the mail service; `[-`, `-]`, `{+` and `+}` in marked-up changes. */
const MEANING_PAIR = /\{(?=[{+])|[}+](?=\})|\[(?=-)|-(?=\])/g;

/** A dot or scheme for which mail programs turn plain text into a link. */
const LINKING_DOT = /(?<=[\p{L}\p{N}])\.(?=\p{L}[\p{L}\p{N}])/gu;
const LINKING_SCHEME = /:(?=\/\/)/g;
const NON_JOINER = "\u200c";

/** File extensions that no mail program takes for a domain. */
const FILE_ENDING = /\.(?:txt|html?|xml|json|csv|pdf|gz)$/iu;

/** The minimum share of the allowed length to keep when cutting at a word boundary. */
const WORD_SLACK = 0.75;

/**
 * One line of text without invisible characters: white space collapsed; control, C1, bidirectional and zero-width
 * characters removed; lone surrogates replaced. Double braces are split, because the mail service replaces
 * `{{amazonSESUnsubscribeUrl}}` wherever it occurs, and so are the edit marks of the text part, so that no story can fake
 * an edit. White space at either end is kept as one space.
 */
export function visibleText(text: string): string {
  return withoutInvisible(text.toWellFormed())
    .replace(WHITE_SPACE, " ")
    .replace(UNSEEN, "")
    .replace(STACKED_MARKS, "$1")
    .replace(MEANING_PAIR, "$& ");
}

/** {@link visibleText} trimmed and cut to at most `max` UTF-16 units: for subjects and keys. */
export function plainText(text: string, max: number): string {
  return shorten(visibleText(text).trim(), max);
}

/** {@link plainText} that no mail program turns into a link: bare domains get a zero-width non-joiner. */
export function proseText(text: string, max: number): string {
  return unlinked(plainText(text, max));
}

/** A key as text: a common file extension stays unchanged, so that most keys can be copied from the email. */
export function keyText(key: string, max: number): string {
  const text = pathText(key, max);
  const ending = FILE_ENDING.exec(text)?.[0] ?? "";
  return unlinked(text.slice(0, text.length - ending.length)) + ending;
}

/** A key or path as it is, as safe text of at most `max` UTF-16 units, where no mail program makes links. */
export function pathText(path: string, max: number): string {
  return shortenKey(visibleText(path).trim(), max);
}

/** The text, or as many of its words as fit into `max` UTF-16 units with an ellipsis; never splits a character. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) {
    return text;
  }
  const cut = wholeCharacters(text.slice(0, max - 1));
  const lastBlank = cut.lastIndexOf(" ");
  const words = lastBlank >= max * WORD_SLACK ? cut.slice(0, lastBlank) : cut;
  return `${words.replace(/[\s,;:.–—-]{1,8}$/u, "")}…`;
}

/** The end of a key says more than its beginning. */
function shortenKey(key: string, max: number): string {
  return key.length <= max ? key : `…${key.slice(1 - max).replace(/^[\udc00-\udfff]/, "")}`;
}

function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "").replace(/[\u200c\u200d]$/, "");
}

/** Invisibly breaks text that mail programs would turn into a link. */
export function unlinked(text: string): string {
  return text.replace(LINKING_DOT, `.${NON_JOINER}`).replace(LINKING_SCHEME, `:${NON_JOINER}`);
}
