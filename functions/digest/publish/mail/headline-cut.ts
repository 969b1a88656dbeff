import { shorten } from "../wording/safe-text.ts";
import { hasNegation } from "./taken-back.ts";

/** Words after which a headline says something else than before: whose claim it is, on what it depends, or that it is not so. */
const TURNING =
  /^(?:says?|said|claim(?:s|ed)?|alleg(?:es|ed)|den(?:y|ies|ied)|reportedly|according|if|unless|but|sagt|sagen|laut|bestreitet|wenn|selon|dit|nie|dice|según|niega|si|secondo|nega|se|volgens|zegt|ontkent)$/;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
/** The last part of a headline after a comma, colon or dash. */
const LAST_PART = /(?:[,;:]| [–—-]) ([^,;:–—]+)$/;
/** Marks that do not stand before an ellipsis. */
const HANGING = /[\s,;:.–—-]{1,8}$/u;
/** Letters of a headline that say something before its last part. */
const MIN_BEGINNING = 12;

/**
 * The headline, or its first words with an ellipsis, in at most `max` letters; never half a word. What is cut must not turn round what is left,
 * as in `Mayor guilty of fraud…` of `Mayor guilty of fraud in the harbour affair, rival claims`: its last part stays then, `Mayor guilty…
 * rival claims`, or if there is no room, the result is empty.
 */
export function cutHeadline(headline: string, max: number): string {
  const cut = firstWords(headline, max);
  if (cut === headline || !isTurning(headline.slice(cut.length - 1))) {
    return cut;
  }
  const [, last = ""] = LAST_PART.exec(headline) ?? [];
  const room = max - last.length - 1;
  return isTurning(last) && room >= MIN_BEGINNING
    ? `${firstWords(headline.slice(0, -last.length), room)} ${last}`
    : "";
}

/** As {@link cutHeadline}, where there is nothing else to tell: whatever is cut. */
export function firstWords(headline: string, max: number): string {
  if (headline.length <= max) {
    return headline;
  }
  const blank = headline.lastIndexOf(" ", max - 1);
  return blank <= 0 ? shorten(headline, max) : `${headline.slice(0, blank).replace(HANGING, "")}…`;
}

function isTurning(words: string): boolean {
  return (
    words.trimEnd().endsWith("?") ||
    hasNegation(words) ||
    (words.toLowerCase().match(WORD) ?? []).some((word) => TURNING.test(word))
  );
}
