import { withoutInvisible } from "../../text/invisible.ts";

/** Three marks on a letter are enough for any language; more would run into the lines above. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

const WHITE_SPACE = /[[\s\u0085\u2800\u3164]--\ufeff]+/gv;
/** White space that is not one space: to look for it is cheaper than to replace each space by itself. */
const OTHER_SPACE = / {2}|[[\s\u0085\u2800\u3164]--[\ufeff\u0020]]/v;

/** Control, C1 and other characters of no text, beside those that {@link withoutInvisible} removes or has reason to keep. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]--[\u200c\u200d\u{e0020}-\u{e007f}]]/gv;

/** Pairs with a meaning in an email: `{{` and `}}` to the mail service; `[-`, `-]`, `{+` and `+}` in marked-up changes. */
const MEANING_PAIR = /\{(?=[{+])|[}+](?=\})|\[(?=-)|-(?=\])/g;

/** What {@link visibleText} may change; nearly all English text has none of it. */
const MAYBE_CHANGED = new RegExp(`[^ -~]| {2}|${MEANING_PAIR.source}`);

/** A dot or scheme for which mail programs turn plain text into a link. */
const LINKING_DOT = /(?<=[\p{L}\p{N}])\.(?=\p{L}[\p{L}\p{N}])/gu;
const LINKING_SCHEME = /:(?=\/\/)/g;

/**
 * Marks of ours in the strings of the view, which become an element or nothing when these are printed; noncharacters, so that no story
 * can have them. The first is where a browser may break a word, and where mail programs find the end of what they would link.
 */
const BREAK_HERE = "\ufffe";
/** Begins a word in which no line of the text part breaks. */
export const WHOLE_WORD = "\uffff";
const MARKS = /[\ufffe\uffff]/g;

/** The HTML part with `<wbr>` for our marks: unlike an invisible character, it is not copied with the text. */
export function withBreaks(html: string): string {
  return html.replaceAll(MARKS, (mark) => (mark === BREAK_HERE ? "<wbr>" : ""));
}

/** The text part without our marks: what readers copy has nothing in it that they do not see. */
export function withoutMarks(text: string): string {
  return text.replaceAll(MARKS, "");
}

/** Letters of scripts without spaces, between which lines of the text part break elsewhere. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}]/u;

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
  if (!MAYBE_CHANGED.test(text)) {
    return text;
  }
  const visible = withoutInvisible(text.toWellFormed());
  return (OTHER_SPACE.test(visible) ? visible.replace(WHITE_SPACE, " ") : visible)
    .replace(UNSEEN, "")
    .replace(STACKED_MARKS, "$1")
    .replace(MEANING_PAIR, "$& ");
}

/** {@link visibleText} trimmed and cut to at most `max` UTF-16 units: for subjects and keys. */
export function plainText(text: string, max: number): string {
  return shorten(visibleText(text).trim(), max);
}

/** {@link plainText} that no mail program turns into a link: in the HTML part, bare domains break at their dots. */
export function proseText(text: string, max: number): string {
  return unlinked(plainText(text, max));
}

/** A key as text, in which no line of the text part breaks. No mail program takes a common file extension for a domain. */
export function keyText(key: string, max: number): string {
  const text = pathText(key, max);
  const ending = FILE_ENDING.exec(text)?.[0] ?? "";
  const broken = unlinked(text.slice(0, text.length - ending.length)) + ending;
  return SPACELESS.test(broken) ? broken.replace(/(?<!\S)(?=\S)/g, WHOLE_WORD) : broken;
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

/** Marks where text breaks that mail programs would turn into a link: in the HTML part with an element, in the text part not at all. */
export function unlinked(text: string): string {
  return text.replace(LINKING_DOT, `.${BREAK_HERE}`).replace(LINKING_SCHEME, `:${BREAK_HERE}`);
}
