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
const FIRST_NAME = /(?:^|(?<!,) |[^\p{L} ])\p{Lu}(?:\p{Lu}{0,2}|[\p{L}.]*\p{Ll}[\p{L}.]*)$/u;
const FUNCTION_WORD =
  /^(?:a|about|after|again|almost|also|always|an|and|another|as|at|but|by|either|even|for|from|he|if|in|is|it|its|not|of|often|on|once|only|or|she|so|that|the|their|they|this|to|under|until|upon|was|we|when|which|who|with)(?!\p{L})/iu;
/** "a" and "an" that are no article: the end of a word that nothing follows but a mark, a verb or a small word. */
const NO_ARTICLE =
  /^(?:a(?=[^\p{L}\s]|$|\s[aeiou])|an(?=[^\p{L}\s]|$|\s[^aeiou\s])|an?\s(?:on|in|at|after|as|are|by|from|for|with|is|was|were|has|had|have|will|would|can|could|said|says|and|or|to|that|who|which|where)(?![\p{L}-]))/u;
/** The first half of a name such as "Sana’a", "Ta’iz", "Nuku’alofa"; of one such as "Qur’an", "Mas’ud"; of "Mu’tasim". */
const HALF_NAME = /(?:^|[^\p{L}])\p{Lu}\p{Ll}{0,4}[aeiou]$/u;
const SHORT_HALF =
  /(?:^|[^\p{L}])(?!(?:The|He|She|We|No|So|Do|Go|To|Be|Me|My|Lee|May|Who|You)$)\p{Lu}\p{Ll}{1,2}$/u;
const SHORT_OPEN_HALF =
  /(?:^|[^\p{L}])(?!(?:The|He|She|We|No|So|Do|Go|To|Be|Me|Lee|Xi)$)\p{Lu}\p{Ll}?[aeiou]$/u;
const REST = /^[aeiou]\p{Ll}{0,5}(?!\p{L})/u;
const SHORT_REST = /^[aeiou]\p{Ll}{0,2}(?!\p{L})/u;
const OPEN_REST = /^\p{Ll}{2,6}(?!\p{L})/u;
/** "Luhans’k", "Arkhangel’sk": the soft sign of Slavic names. */
const SOFT_REST = /^s?k(?:a|iy|yi|y)?(?!\p{L})/u;
/** "N’Djamena", "De’Aaron", "Sant’Anna": before another capital. */
const PREFIX = /(?:^|[^\p{L}])(?:[DLMNOT]|De|Da|Ja|Ke|Le|Ta|Dell|Nell|Sant)$/u;

/**
 * | context | mark |
 * |---|---|
 * | "Iran" s, "do n" t, "I" m; "O" Brien, "d" Avignon; "Sana" a, "Qur" an | ’ |
 * | 10 12, 2019 present; Russia Iran, US China | – |
 * | anything else, "MOSCOW" President, "Paris, France" Talks | — |
 */
export function markInWord(before: string, after: string): "’" | "–" | "—" {
  const rest = after.split("â", 1)[0] ?? "";
  if (ENDING.test(after) || isPrefixed(before, after) || isShortened(before, rest)) {
    return "’";
  }
  const isJoined = isRange(before, after) || joinsNames(before, after);
  return isJoined && !FUNCTION_WORD.test(rest) ? "–" : "—";
}

/** "d’Avignon" as "D’Avignon". */
function isPrefixed(before: string, after: string): boolean {
  return /^\p{Lu}/u.test(after) && (ROMANCE_ARTICLE.test(before) || PREFIX.test(before));
}

function isShortened(before: string, rest: string): boolean {
  return FUNCTION_WORD.test(rest)
    ? NO_ARTICLE.test(rest) && isHalfName(before, rest)
    : ELISION.test(before) || isHalfName(before, rest);
}

function isHalfName(before: string, after: string): boolean {
  return (
    (HALF_NAME.test(before) && REST.test(after)) ||
    (SHORT_HALF.test(before) && SHORT_REST.test(after)) ||
    (SHORT_OPEN_HALF.test(before) && OPEN_REST.test(after)) ||
    SOFT_REST.test(after)
  );
}

function isRange(before: string, after: string): boolean {
  return /\d$/.test(before) && /^(?:[\d$£€]|present|now|today)/u.test(after);
}

/** Two names, the first neither in capitals nor after a comma. */
function joinsNames(before: string, after: string): boolean {
  return FIRST_NAME.test(before) && /^\p{Lu}/u.test(after);
}
