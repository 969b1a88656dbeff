import { isCommonWord } from "../../../text/background/background.ts";
import { withoutFirstAccents } from "../../../text/spelling/first-accents.ts";
import { areSpelledAlike, differInAccents } from "../../../text/spelling/spelled-alike.ts";
import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, type Span, slotChange, surfaceOf } from "../slot.ts";
import { FUNCTION_WORDS, PARTICLES, PREPOSITIONS, TITLES } from "../words.ts";
import { initialsOf, isAlias } from "./aliases.ts";
import { evened } from "./even-names.ts";
import { isBesideBrand, isGerman, isSureInGerman } from "./german-names.ts";
import { isAcronym, isBrand, isName, type NameContext } from "./is-name.ts";
import { isGloss } from "./lone-names.ts";
import { areWords, isMended } from "./mere-words.ts";
import { isRespelt } from "./spelling.ts";
import { keysIn, wholeName } from "./whole-names.ts";

/** The name that took the place of another, unless both may be one, or are mere words. */
export function anotherName(gap: Gap, context: NameContext): readonly SlotChange[] {
  const [whole, other] = withoutSameOpener(wholeName(gap.before, context), wholeName(gap.after, context));
  const [a, b] = [withoutAbbreviation(whole, other, context), withoutAbbreviation(other, whole, context)];
  if (a !== undefined && b !== undefined && isPutRight(a, b, context)) {
    return [slotChange("name", a, b, 0.8)];
  }
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
  return isTold ? [slotChange("name", ...evened(gap, a, b), 1)] : [];
}

/** An accent of a name, or the end of a surname. */
function isPutRight(a: Span, b: Span, context: NameContext): boolean {
  return isAccentPutRight(a, b, context) || isSurnamePutRight(a, b, context);
}

/** "Ann Touzet" → "Ann Touzé": after a given name, in languages that do not inflect names; "Brands" is of Brand. */
function isSurnamePutRight(a: Span, b: Span, { vocabulary, lang = "" }: NameContext): boolean {
  const [one, other] = [keysIn(a), keysIn(b)];
  const [given = "", was = "", is = ""] = [one[0], one[1], other[1]];
  const areTwo =
    one.length === 2 && other.length === 2 && given === other[0] && UNINFLECTED.has(lang.slice(0, 2));
  if (!areTwo || !isRespelt(was, is) || was === `${is}s` || is === `${was}s`) {
    return false;
  }
  const isGiven = !isCommonWord(given) && !TITLES.has(given) && vocabulary(given) !== "small";
  return isGiven && !(lang.startsWith("en") && [was, is].some(isCommonWord));
}

/** Languages whose names have no endings but that of the genitive. */
const UNINFLECTED = wordSet("en fr nl");

/**
 * "Haydee Svab" → "Haydée Svab": an accent of one word of a name of two or more, without particles; a single word may be any noun of
 * a title, and capitals are often written without theirs.
 */
function isAccentPutRight(a: Span, b: Span, { vocabulary }: NameContext): boolean {
  const [one, other] = [keysIn(a), keysIn(b)];
  const changed = one.flatMap((key, n) => (key === other[n] ? [] : [[key, other[n] ?? ""] as const]));
  const [[was, is] = ["", ""]] = changed;
  return (
    changed.length === 1 &&
    one.length === other.length &&
    one.length > 1 &&
    !one.some((key) => PARTICLES.has(key)) &&
    withoutFirstAccents(was) !== withoutFirstAccents(is) &&
    differInAccents(was, is) &&
    ![was, is].some((key) => vocabulary(key) === "small")
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
    isInitials(keysIn(withTitle(b)), left ?? []) ||
    isSpelledOut(a, b) ||
    isSpelledOut(b, a)
  );
}

/** "CA" → "Conseil d'administration": the words from the name on, small ones left out, begin with its letters. */
function isSpelledOut(short: Span, long: Span): boolean {
  const [letters = "", ...more] = keysIn(short);
  const { tokens, units } = long.sentence;
  const words = units
    .filter(({ from, sort, key }) => from >= long.from && sort === "word" && !FUNCTION_WORDS.has(key))
    .slice(0, letters.length)
    .map(({ key }) => key);
  const isWritten = !isAcronym(tokens[long.from]?.text ?? "");
  return more.length === 0 && letters.length > 1 && isWritten && isInitials(words, [letters]);
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
  const isSure = (side: Side, other: Side) => isSureInGerman(side, context) || isBesideBrand(side, other);
  return !isGerman(context) || (isSure(before, after) && isSure(after, before));
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
