import { isCommonWord } from "../../../text/background/background.ts";
import { commonStart } from "../../../text/spelling/differing.ts";
import { areSpelledAlike, isLigatureLost, isMistyped } from "../../../text/spelling/spelled-alike.ts";
import { isSameStem } from "../../polarity/claims.ts";
import type { Vocabulary } from "../../vocabulary.ts";
import type { Span } from "../slot.ts";
import { FUNCTION_WORDS, SMALL_WORDS } from "../words.ts";
import { hasSureNoun, isGerman } from "./german-names.ts";
import { isAcronym, isBrand, type NameContext, opens } from "./is-name.ts";
import { isRespelt } from "./spelling.ts";
import { keysIn } from "./whole-names.ts";

/** Letters of a stem. */
const STEM = 6;
const FORM_ENDING = /^(?:e?[ds]|i?ers?|ings?|[ly]|ally|ies|ments?|ation|al|en|innen)?$/;

/**
 * "Permanent Comission" → "Permanent Commission": a common word was mistyped, or the first word of a line, of which nobody knows
 * that it is a name.
 */
export function isMended(a: Span, b: Span, context: NameContext): boolean {
  const { vocabulary } = context;
  const areNouns = isGerman(context) && ![a, b].some(hasSureNoun);
  const [one, other] = [keysIn(a), keysIn(b)];
  const pairs = one.flatMap((word, n) => (word === other[n] ? [] : [[word, other[n] ?? ""] as const]));
  const isOpening = [a, b].every(opensSpan) && one[0] !== other[0] && vocabulary(one[0] ?? "") !== "inside";
  const isWord = (x: string, y: string) =>
    isOpening && x === one[0] ? vocabulary(y) !== "inside" : areNouns || isCommonWord(x) !== isCommonWord(y);
  return (
    one.length === other.length &&
    pairs.every(
      ([x, y]) => isLigatureLost(x, y) || (isMistyped(x, y) && !areSpelledAlike(x, y) && isWord(x, y)),
    )
  );
}

/**
 * Single words that the stories also write small, or a common word, misspelt, that has its capital anyway: terms of a
 * contract, nouns of a title; or two forms of one ("Leader", "Leads").
 */
export function areWords(a: Span, b: Span, context: NameContext): boolean {
  const [one = "", other = ""] = [keysIn(a)[0], keysIn(b)[0]];
  const isNoun = isGerman(context) && ![a, b].some(hasSureNoun);
  const isCommon = [a, b].every(opensSpan) && [one, other].some(isCommonWord);
  const isTypo = isRespelt(one, other) && (isNoun || isCommon);
  const isInflected = [one, other].every(isCommonWord) && areForms(one, other);
  return (
    [a, b].every((span) => span.to - span.from === 1) &&
    (isTypo ||
      isOneStem(a, b, context) ||
      isInflected ||
      [a, b].some((span) => isPlainWord(span, context.vocabulary)))
  );
}

/** "Vertreter", "Vertretungen", "Inclusion", "Inclusivity": in German, or at the head of a line, two nouns of one stem. */
function isOneStem(a: Span, b: Span, context: NameContext): boolean {
  const [one = "", other = ""] = [keysIn(a)[0], keysIn(b)[0]];
  const isNoun = isGerman(context) ? ![a, b].some(hasSureNoun) : [a, b].every(opensSpan);
  return isNoun && commonStart(one, other) >= STEM;
}

/** "Leader", "Leads", but not "Austria", "Australia". */
function areForms(a: string, b: string): boolean {
  const start = commonStart(a, b);
  return isSameStem(a, b) && [a, b].every((word) => FORM_ENDING.test(word.slice(start)));
}

function opensSpan({ sentence, from }: Span): boolean {
  const unit = sentence.units.find((each) => each.from === from);
  return (
    from === 0 || sentence.tokens[from - 1]?.text === "(" || (unit !== undefined && opens(sentence, unit))
  );
}

/** A word that the stories write small, or that says nothing; "UN" is no article. */
function isPlainWord(span: Span, vocabulary: Vocabulary): boolean {
  const key = keysIn(span)[0] ?? "";
  const isSmallWord = FUNCTION_WORDS.has(key) || SMALL_WORDS.has(key);
  const text = span.sentence.tokens[span.from]?.text ?? "";
  const isShort = isAcronym(text);
  return (vocabulary(key) === "small" && !isBrand(text)) || (isSmallWord && !isShort);
}
