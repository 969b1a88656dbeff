/** Position of a lost mark: inside a word, before one, after one, or between spaces. */
export type LostPlace = "inside" | "opening" | "closing" | "alone";

const SPACES = /^\s\s$/;
/** After a space, a bracket or a dash; between an emphasis marker and a word. */
const OPENING = /^(?:[\s([{“‘—–/]|[*_~][\p{L}\p{N}])/u;
const IN_WORD = /^[\p{L}\p{N}]{2}$/u;
const AFTER_STOP = /^[”’.,)%][\p{L}\p{N}$£€#@]$/u;

/** The position of a mark, from the text on each side; a second mark directly after it is skipped. */
export function placeOf(before: string, after: string): LostPlace {
  const isPair = after.startsWith("â");
  const around = `${before.at(-1) ?? " "}${after.charAt(isPair ? 1 : 0) || " "}`;
  if (SPACES.test(around)) {
    return "alone";
  }
  if (OPENING.test(around)) {
    return "opening";
  }
  return AFTER_STOP.test(around) || (!isPair && IN_WORD.test(around)) ? "inside" : "closing";
}

const ENDING = /^(?:[sS]|t|re|ve|ll|d|m)(?![\p{L}â])/u;
const ELISION = /(?:^|[^\p{L}])(?:[cdlnsjmto]|qu|jusqu|lorsqu|puisqu|aujourd|ma|y)$/iu;
const ROMANCE_ARTICLE = /(?:^|[^\p{L}])[dDlL]$/u;
const SHORT_NAME = /(?:^|[^\p{L}])\p{Lu}\p{Ll}{0,3}[aeiou]$/u;
const FIRST_NAME = /(?:^|(?<!,) |[^\p{L} ])\p{Lu}(?:\p{Lu}{0,2}|[\p{L}.]*\p{Ll}[\p{L}.]*)$/u;
const FUNCTION_WORD =
  /^(?:a|an|and|as|at|but|by|for|from|he|if|in|is|it|its|not|of|on|or|she|so|that|the|their|they|this|to|was|we|when|which|who|with)(?!\p{L})/iu;

/**
 * | context | mark |
 * |---|---|
 * | "Iran" s, "do n" t, "I" m; "O" Brien, "d" Avignon; "Sana" a | ’ |
 * | 10 12, 2019 present; Russia Iran, US China | – |
 * | anything else, "MOSCOW" President, "Paris, France" Talks | — |
 */
export function markInWord(before: string, after: string): "’" | "–" | "—" {
  if (ENDING.test(after) || (ROMANCE_ARTICLE.test(before) && /^\p{Lu}/u.test(after))) {
    return "’";
  }
  if (FUNCTION_WORD.test(after)) {
    return "—";
  }
  if (ELISION.test(before) || (SHORT_NAME.test(before) && /^[aeiou]\p{Ll}{0,3}(?!\p{L})/u.test(after))) {
    return "’";
  }
  return isRange(before, after) || joinsNames(before, after) ? "–" : "—";
}

function isRange(before: string, after: string): boolean {
  return /\d$/.test(before) && /^(?:[\d$£€]|present|now|today)/u.test(after);
}

/** Two names, the first neither in capitals nor after a comma. */
function joinsNames(before: string, after: string): boolean {
  return FIRST_NAME.test(before) && /^\p{Lu}/u.test(after);
}
