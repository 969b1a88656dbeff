import { isFiniteVerb, isInsideName, isUnfinished, lettersOf, opensPhrase } from "./headline-words.ts";

/** Shortest beginning that can represent a sentence, in words. */
const MIN_WORDS = 5;

/** Words that open a phrase: a headline may end before one, but preferably not before "of" or "to". */
const PHRASE =
  /^(?:and|but|or|in|on|at|for|from|by|with|than|that|which|who|whose|where|into|over|under|amid|after|before|about|between|against|during|through|while|when|because|since|until|despite|as|following|including|if|unless|although|though)$/u;
const CLOSE_PHRASE = /^(?:of|to)$/u;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;
const BE = /^(?:is|are|was|were|be|been|being|has|have|had)$/u;
const PARTICIPLE = /(?:\p{Ll}ed|en|wn)$/u;
/** Words that open a clause, which needs a verb of its own. */
const CLAUSE = /^(?:that|who|which|whether|if|unless|because|while|although|though)$/u;

const COST = { noPhrase: 7, closePhrase: 3, noVerb: 4, afterVerb: 3 } as const;
/** Words more than the most, where only then a phrase ends: "would meet his Iranian counterpart,". */
const MAX_LONGER = 2;

/**
 * The beginning of an English sentence that makes the best headline of at most `maxWords` words, or two more if no phrase
 * ends before: long, ending where a phrase ends, with a verb; never ending inside a name or on a word that needs another.
 */
export function cutHeadline(words: readonly string[], maxWords: number): readonly string[] {
  if (words.length <= maxWords) {
    return trim(words, opensPhrase);
  }
  const best = bestLength(words, maxWords);
  const isWhole = best !== undefined && costOfEnd(words, best) < COST.noPhrase;
  const end = isWhole ? best : (longerLength(words, maxWords) ?? best);
  return end === undefined ? trim(words.slice(0, maxWords), isUnfinished) : words.slice(0, end);
}

function bestLength(words: readonly string[], maxWords: number): number | undefined {
  let best: { readonly length: number; readonly score: number } | undefined;
  for (let length = maxWords; length >= MIN_WORDS; length--) {
    const score = scoreOf(words, length);
    if (score !== undefined && (best === undefined || score > best.score)) {
      best = { length, score };
    }
  }
  return best?.length;
}

/** A length beyond the most at which a phrase ends. */
function longerLength(words: readonly string[], maxWords: number): number | undefined {
  const lengths = Array.from({ length: MAX_LONGER }, (_, n) => maxWords + n + 1);
  return lengths.find(
    (length) =>
      length <= words.length && costOfEnd(words, length) === 0 && scoreOf(words, length) !== undefined,
  );
}

function costOfEnd(words: readonly string[], length: number): number {
  return breakCost(words[length - 1] ?? "", words[length]);
}

/** Higher is better; `undefined` where a headline cannot end. */
function scoreOf(words: readonly string[], length: number): number | undefined {
  const last = words[length - 1] ?? "";
  const isPassive = BE.test(lettersOf(words[length - 2])) && PARTICIPLE.test(last);
  const isPlainVerb = /\p{Ll}ed$/u.test(last) && !isPassive;
  const isDate = MONTH.test(lettersOf(words[length - 2])) && /^\d{1,2}$/.test(last);
  if ((isUnfinished(last) && !isPassive && !isDate) || isInsideName(last, words[length], words[length + 1])) {
    return;
  }
  const verbCost = hasVerbs(words.slice(1, length)) ? 0 : COST.noVerb;
  return length - costOfEnd(words, length) - verbCost - (isPlainVerb ? COST.afterVerb : 0);
}

/** Whether the clause has a verb, and so does any clause opened in it by "that" or "who". */
function hasVerbs(words: readonly string[]): boolean {
  const clause = words.findLastIndex((word) => CLAUSE.test(lettersOf(word)));
  return words.slice(clause + 1).some(isFiniteVerb) && words.some(isFiniteVerb);
}

function breakCost(last: string, next = ""): number {
  if (/[,;:–—]$/u.test(last) || /^[–—-]+$/u.test(next) || PHRASE.test(next)) {
    return 0;
  }
  return CLOSE_PHRASE.test(next) ? COST.closePhrase : COST.noPhrase;
}

function trim(words: readonly string[], isUnwanted: (word?: string) => boolean): readonly string[] {
  let length = words.length;
  while (length > 1 && isUnwanted(words[length - 1])) {
    length--;
  }
  return words.slice(0, length);
}
