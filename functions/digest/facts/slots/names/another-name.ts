import { isCommonWord } from "../../../text/background/background.ts";
import { areSpelledAlike, isMistyped } from "../../../text/spelling/spelled-alike.ts";
import { hasCapital } from "../../../text/tokens.ts";
import { isSameStem } from "../../polarity/claims.ts";
import type { Vocabulary } from "../../vocabulary.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, type Span, slotChange, surfaceOf } from "../slot.ts";
import { FUNCTION_WORDS, PREPOSITIONS, SMALL_WORDS, TITLES } from "../words.ts";
import { initialsOf, isAlias } from "./aliases.ts";
import { hasSureNoun, isGerman, isSureInGerman } from "./german-names.ts";
import { isAcronym, isBrand, isName, type NameContext, opens } from "./is-name.ts";
import { isGloss } from "./lone-names.ts";
import { isRespelt } from "./spelling.ts";
import { keysIn, wholeName } from "./whole-names.ts";

const FORM_ENDING = /^(?:e?[ds]|i?ers?|ings?|[ly]|ally|ies|ments?|ation|al|en|innen)?$/;

/** The name that took the place of another, unless both may be one, or are mere words. */
export function anotherName(gap: Gap, context: NameContext): readonly SlotChange[] {
  const [whole, other] = withoutSameOpener(wholeName(gap.before, context), wholeName(gap.after, context));
  const [a, b] = [withoutAbbreviation(whole, other, context), withoutAbbreviation(other, whole, context)];
  const isTold =
    a !== undefined &&
    b !== undefined &&
    !areSpelledAlike(surfaceOf(a), surfaceOf(b), context.lang) &&
    !isMended(a, b, context) &&
    isOther(a, b, context) &&
    !isAlias(namesIn(gap.before, context), namesIn(gap.after, context), context.lang) &&
    !isAlias(keysIn(withoutApposition(a)), keysIn(withoutApposition(b)), context.lang) &&
    areSure(gap, context) &&
    !areWords(a, b, context);
  return isTold ? [slotChange("name", a, b, 1)] : [];
}

/**
 * "Permanent Comission" → "Permanent Commission": a common word was mistyped, or the first word of a line, of which nobody knows
 * that it is a name.
 */
function isMended(a: Span, b: Span, { vocabulary }: NameContext): boolean {
  const [one, other] = [keysIn(a), keysIn(b)];
  const pairs = one.flatMap((word, n) => (word === other[n] ? [] : [[word, other[n] ?? ""] as const]));
  const isOpening =
    one.length === 1 && [a, b].every(opensSpan) && one.every((key) => vocabulary(key) !== "inside");
  const isWord = (x: string, y: string) =>
    isOpening ? vocabulary(y) !== "inside" : isCommonWord(x) !== isCommonWord(y);
  return (
    one.length === other.length &&
    pairs.every(([x, y]) => isMistyped(x, y) && !areSpelledAlike(x, y) && isWord(x, y))
  );
}

/** "From Member Contact" → "From Partner Contact": a preposition with a capital is no part of a name. */
function withoutSameOpener(
  a: Span | undefined,
  b: Span | undefined,
): readonly [Span | undefined, Span | undefined] {
  const opener = a?.sentence.tokens[a.from]?.form ?? "";
  const isSame = opener === b?.sentence.tokens[b.from]?.form && PREPOSITIONS.has(opener);
  return isSame && a !== undefined && b !== undefined
    ? [
        { ...a, from: a.from + 1 },
        { ...b, from: b.from + 1 },
      ]
    : [a, b];
}

/** "Market Operations (Ops)": the name without its abbreviation, unless the other name is it. */
function withoutAbbreviation(
  span: Span | undefined,
  other: Span | undefined,
  { lang }: NameContext,
): Span | undefined {
  const opening = span?.sentence.tokens.findIndex(({ text }, n) => n > span.from && text === "(") ?? -1;
  if (span === undefined || other === undefined || opening < 0 || opening >= span.to) {
    return span;
  }
  const gloss = { ...span, from: opening + 1 };
  const isSame = isAlias(keysIn(gloss), keysIn(other), lang);
  return isSame ? span : { ...span, to: opening };
}

/**
 * Single words that the stories also write small, or a common word, misspelt, that has its capital anyway: terms of a
 * contract, nouns of a title; or two forms of one ("Leader", "Leads").
 */
function areWords(a: Span, b: Span, context: NameContext): boolean {
  const [one = "", other = ""] = [keysIn(a)[0], keysIn(b)[0]];
  const isNoun = isGerman(context) && ![a, b].some(hasSureNoun);
  const isCommon = [a, b].every(opensSpan) && [one, other].some(isCommonWord);
  const isTypo = isRespelt(one, other) && (isNoun || isCommon);
  const isInflected = [one, other].every(isCommonWord) && areForms(one, other);
  return (
    [a, b].every((span) => span.to - span.from === 1) &&
    (isTypo || isInflected || [a, b].some((span) => isPlainWord(span, context.vocabulary)))
  );
}

/** "Leader", "Leads", but not "Austria", "Australia". */
function areForms(a: string, b: string): boolean {
  const letters = [...a].findIndex((letter, n) => letter !== b[n]);
  const start = letters < 0 ? a.length : letters;
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

/** Neither the same name nor a name and its explanation in brackets. */
function isOther(a: Span, b: Span, { lang }: NameContext): boolean {
  const isExplained = hasBracket(a) || hasBracket(b) || isGloss(a) !== isGloss(b);
  const areBrands = isBrandName(a) && isBrandName(b);
  return !isExplained && !isPlural(a, b) && (areBrands || !areOne(a, b, lang));
}

/** Whether two names may be one; what may be a title before a name may also be a part of it ("Major League Hacking", "MLH"). */
function areOne(a: Span, b: Span, lang: string | undefined): boolean {
  const [left, right] = [a, b].map(keysIn);
  return (
    isAlias(left ?? [], right ?? [], lang) ||
    isInitials(keysIn(withTitle(a)), right ?? []) ||
    isInitials(keysIn(withTitle(b)), left ?? [])
  );
}

function withTitle(span: Span): Span {
  const { units, tokens } = span.sentence;
  const title = units.find(({ to }) => to === span.from);
  const isTitle = title !== undefined && TITLES.has(title.key) && hasCapital(tokens[title.from]?.text ?? "");
  return isTitle ? { ...span, from: title.from } : span;
}

function isInitials(long: readonly string[], short: readonly string[]): boolean {
  return long.length > 1 && initialsOf(long) === short.join("");
}

/** "EV", "EVs"; of a name with a capital inside, each letter counts. */
function isPlural(a: Span, b: Span): boolean {
  const [one, other] = [surfaceOf(a), surfaceOf(b)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return isAcronym(short) && long === `${short}s`;
}

function hasBracket({ sentence, from, to }: Span): boolean {
  return sentence.tokens.slice(from, to).some(({ text }) => text === "(" || text === ")");
}

function areSure({ before, after }: Gap, context: NameContext): boolean {
  return !isGerman(context) || (isSureInGerman(before, context) && isSureInGerman(after, context));
}

/** In a name with a capital inside, each letter counts. */
function isBrandName({ sentence, from, to }: Span): boolean {
  return to === from + 1 && isBrand(sentence.tokens[from]?.text ?? "");
}

/** "the UN, António Guterres,": what stands before the first comma. */
function withoutApposition(span: Span): Span {
  const comma = span.sentence.tokens.findIndex(({ text }, at) => at > span.from && text === ",");
  return comma < 0 || comma > span.to ? span : { ...span, to: comma };
}

/** The keys of the names of a side: "Pa." → ", Pennsylvania" are one, whatever stands around them. */
function namesIn(side: Side, context: NameContext): readonly string[] {
  return unitsOf(side)
    .filter((unit) => isName(side.sentence, unit, context))
    .map(({ key }) => key);
}
