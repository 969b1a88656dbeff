import { withoutInvisible } from "../../text/invisible.ts";
import { scanMarkup } from "./sax.ts";

/**
 * Most blocks of a story: more than any book has. Readers stop after one more, and the story is
 * held back; to leave out what follows would hide its changes.
 */
export const MAX_BLOCKS = 52_000;

/** Whether a text has white space to fold: most have not, and to look is cheap. */
const UNFOLDED = /^ | $| {2}|[^\S ]|\p{Cc}/u;

/** White space and control characters that are more than one space, or another; to find each space would be slow. */
export const SPACE = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu;

/** Text as a block holds it: white space and control characters folded to single spaces, invisible marks removed. */
export function foldBlockText(text: string): string {
  if (text.trim() === "") {
    return "";
  }
  const visible = withoutInvisible(text);
  return UNFOLDED.test(visible) ? visible.replaceAll(SPACE, " ").trim() : visible;
}

/** Code as a block holds it: its lines and their indentation, without blank lines around them. */
export function foldCode(text: string): string {
  return withoutInvisible(text)
    .replaceAll(/\n{3,}/g, "\n\n")
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll(/[^\P{Cc}\t\n]/gu, "")
    .replaceAll(/(?<![^\S\n])[^\S\n]+$/gm, "")
    .replace(/^\n+/, "")
    .trimEnd();
}

const TAG = /<\/?[a-z][^<>]*>|<!--/i;
const ENTITY = /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});/i;

/** Whether a text is written as HTML: it has a tag or an entity. */
export function looksLikeMarkup(text: string): boolean {
  return TAG.test(text) || ENTITY.test(text);
}

/** One line of text, folded; read as HTML where it has tags or entities, as titles in feeds and JSON often do. */
export function lineOf(text: string): string {
  if (!looksLikeMarkup(text)) {
    return foldBlockText(text);
  }
  const parts: string[] = [];
  scanMarkup(text, "html", {
    open: (name) => parts.push(/^(?:br|p|div|li|h[1-6])$/.test(name) ? " " : ""),
    close: (name) => parts.push(/^(?:p|div|li|h[1-6])$/.test(name) ? " " : ""),
    text: (part) => parts.push(part),
  });
  return foldBlockText(parts.join(""));
}
