/** Where a lost mark stands: in a word, before one, behind one, or between blanks. */
export type LostPlace = "inside" | "opening" | "closing" | "alone";

const WORD = /[\p{L}\p{N}]/u;
const WORD_OR_SIGN = /[\p{L}\p{N}$£€#@]/u;
const OPENER = /[\s([{“‘—–/]/u;

/** The place of a mark between what stands before it and behind it; a second mark directly behind it is passed over. */
export function placeOf(before: string, after: string): LostPlace {
  const left = before.at(-1) ?? " ";
  const isPair = after.startsWith("â");
  const right = after.charAt(isPair ? 1 : 0) || " ";
  if (/^\s\s$/.test(left + right)) {
    return "alone";
  }
  if (OPENER.test(left)) {
    return "opening";
  }
  if (WORD.test(left) && WORD.test(right) && !isPair) {
    return "inside";
  }
  return /[”’.,)%]/u.test(left) && WORD_OR_SIGN.test(right) ? "inside" : "closing";
}

const ENDING = /^(?:[sS]|t|re|ve|ll|d|m)(?![\p{L}â])/u;
const ELISION = /(?:^|[^\p{L}])(?:[dlnsjmtoDLNSJMTO]|qu|Qu|jusqu|lorsqu|puisqu|ma|y)$/u;
const SMALL_WORD =
  /^(?:a|an|and|as|at|but|by|for|from|he|if|in|is|it|its|not|of|on|or|she|so|that|the|their|they|this|to|was|we|when|which|who|with)(?!\p{L})/iu;

/**
 * | before and behind | mark |
 * |---|---|
 * | "Iran" s, "do n" t, "I" m; "O" Brien, "d" Avignon; "Sana" a | ’ |
 * | 10 12, 2019 present; Russia Iran | – |
 * | anything else | — |
 */
export function markInWord(before: string, after: string): "’" | "–" | "—" {
  if (ENDING.test(after)) {
    return "’";
  }
  if (SMALL_WORD.test(after)) {
    return "—";
  }
  if (
    ELISION.test(before) ||
    (/(?:^|[^\p{L}])\p{Lu}\p{Ll}{0,3}[aeiou]$/u.test(before) && /^[aeiou]\p{Ll}{0,3}(?!\p{L})/u.test(after))
  ) {
    return "’";
  }
  const isRange = /\d$/.test(before) || /^\d/.test(after);
  const joinsNames = /(?:^|[^\p{L}])\p{Lu}[\p{L}.]*$/u.test(before) && /^\p{Lu}/u.test(after);
  return isRange || joinsNames ? "–" : "—";
}
