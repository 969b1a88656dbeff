import { isCommonWord } from "../../../text/background.ts";
import { hasCapital } from "../../../text/tokens.ts";
import { isHyphen } from "../../reading/tokens.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import type { Vocabulary } from "../../vocabulary.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, type Span, spanOf, spanOfUnits, surfaceOf } from "../slot.ts";
import { FUNCTION_WORDS, JOINERS, PARTICLES, SMALL_WORDS, TITLES } from "../words.ts";
import { initialsOf, isAlias } from "./aliases.ts";
import { isGerman, isSureInGerman } from "./german-names.ts";
import { isAcronym, isBrand, isName, type NameContext, opens } from "./is-name.ts";
import { changed, isGloss, loneNames, movedMember, stand } from "./lone-names.ts";
import { isRespelt } from "./spelling.ts";
import { keysIn, wholeName } from "./whole-names.ts";

/** Letters of a small word inside a name with hyphens. */
const MAX_HYPHENATED = 3;
/** A side with more units than this is rewritten. */
const MAX_NAME_UNITS = 8;

/** What a side holds: names and small words, small words only, or anything else. */
type Content = "names" | "none" | "other";

/** Names that take the place of others, or come or go alone with their preposition or as a member of an enumeration. */
export function nameChanges(gap: Gap, context: NameContext): readonly SlotChange[] {
  const { before, after } = gap;
  if (Math.max(before.to - before.from, after.to - after.from) > MAX_NAME_UNITS) {
    return [];
  }
  const [a, b] = [contentOf(before, context), contentOf(after, context)];
  if (a === "other" || b === "other") {
    return beside(gap, [a, b], context);
  }
  if (a === b) {
    return a === "names" ? replaced(gap, context) : [];
  }
  return loneNames(gap, a === "names" ? "before" : "after", context);
}

/** Names among other words: as members of what came or went alone, with a small word after them, or spelled otherwise. */
function beside(
  gap: Gap,
  contents: readonly [Content, Content],
  context: NameContext,
): readonly SlotChange[] {
  const members = memberGaps(gap);
  if (members.length > 1) {
    return members.flatMap((member) => nameChanges(member, context));
  }
  const renamed = withSmallTail(gap, contents, context);
  return renamed.length > 0 ? renamed : respelt(gap, context);
}

/** A run that came or went alone, cut at its commas: ", the harbour, Karsk" has two members. */
function memberGaps({ before, after }: Gap): readonly Gap[] {
  if (before.from === before.to) {
    return membersOf(after).map((member) => ({ before, after: member }));
  }
  return after.from === after.to ? membersOf(before).map((member) => ({ before: member, after })) : [];
}

function membersOf(side: Side): readonly Side[] {
  const { tokens, units } = side.sentence;
  const cuts = unitsOf(side).flatMap((unit, n) =>
    n > 0 && tokens.slice(units[side.from + n - 1]?.to, unit.from).some(({ text }) => text === ",")
      ? [side.from + n]
      : [],
  );
  return [side.from, ...cuts].map((from, n) => ({ ...side, from, to: cuts[n] ?? side.to }));
}

/** A side with nothing but names and the small words between them; with small words only; or anything else. */
function contentOf(side: Side, context: NameContext): Content {
  const units = unitsOf(side);
  const others = units.filter((unit) => !isName(side.sentence, unit, context));
  if (!others.every((unit) => isSmall(unit) || isHyphenated(side.sentence, unit))) {
    return "other";
  }
  return others.length === units.length ? "none" : "names";
}

/** "Dar-ul-Aman": a short word between two hyphens. */
function isHyphenated({ tokens }: ReadSentence, { from, to }: Unit): boolean {
  const isShort = (tokens[from]?.text.length ?? 0) <= MAX_HYPHENATED;
  return isShort && isHyphen(tokens[from - 1]) && tokens[from]?.isGlued === true && isHyphen(tokens[to]);
}

function isSmall({ sort, key }: Unit): boolean {
  return sort === "word" && (FUNCTION_WORDS.has(key) || PARTICLES.has(key) || JOINERS.has(key));
}

/** "Pôle Emploi" → "France travail": a name may end in a small word, if a comma or the like shows that it ends there. */
function withSmallTail(
  { before, after }: Gap,
  contents: readonly [Content, Content],
  context: NameContext,
): readonly SlotChange[] {
  const isEnded = [before, after].every(isBeforeMark);
  const areNames = [before, after].every((side, n) => contents[n] === "names" || isTailed(side, context));
  const isOne = [before, after].every((side) => side.to - side.from === TAILED_UNITS);
  if (!isEnded || !areNames || !isOne || isGerman(context)) {
    return [];
  }
  const [a, b] = [before, after].map((side) => spanOfUnits(side.sentence, unitsOf(side)));
  return a !== undefined && b !== undefined && !isAlias(keysIn(a), keysIn(b)) ? [changed(a, b, 0.7)] : [];
}

/** A name and one more word. */
const TAILED_UNITS = 2;

function isTailed(side: Side, context: NameContext): boolean {
  const [first, second] = unitsOf(side);
  const isNamed = first !== undefined && isName(side.sentence, first, context) && !opensSide(side);
  return isNamed && second?.sort === "word" && !FUNCTION_WORDS.has(second.key) && first.to === second.from;
}

function opensSide({ from }: Side): boolean {
  return from === 0;
}

/** A stop, comma, bracket or joiner follows. */
function isBeforeMark({ sentence, from, to }: Side): boolean {
  const last = sentence.units[to - 1];
  const next = sentence.tokens[last?.to ?? 0];
  return from < to && (next === undefined || next.type === "mark" || JOINERS.has(next.form));
}

/** In a line in title case capitals mean nothing, but a word of which two letters changed is a name put right. */
function respelt({ before, after }: Gap, context: NameContext): readonly SlotChange[] {
  const [[a, ...more], [b, ...others]] = [unitsOf(before), unitsOf(after)];
  if (a === undefined || b === undefined || more.length + others.length > 0 || !isRespelt(a.key, b.key)) {
    return [];
  }
  const areNames = isRareWord(before, a, context) && isRareWord(after, b, context);
  return areNames && !isAlias([a.key], [b.key]) && !context.isCaseMeaningful()
    ? [changed(spanOf(before.sentence, a), spanOf(after.sentence, b), 0.8)]
    : [];
}

function isRareWord({ sentence }: Side, { sort, key, from }: Unit, { vocabulary }: NameContext): boolean {
  const text = sentence.tokens[from]?.text ?? "";
  return sort === "word" && hasCapital(text) && !isAcronym(text) && vocabulary(key) !== "small";
}

/** Whether a gap only writes a name otherwise: abbreviated, shortened, inflected. */
export function isSameName({ before, after }: Gap, context: NameContext): boolean {
  const areNames = [before, after].every((side) => contentOf(side, context) === "names");
  const [a, b] = areNames ? [wholeName(before, context), wholeName(after, context)] : [];
  return a !== undefined && b !== undefined && isAlias(keysIn(a), keysIn(b), context.lang);
}

function replaced(gap: Gap, context: NameContext): readonly SlotChange[] {
  const { before, after } = gap;
  const [gone, come] = [namesBut(before, after, context), namesBut(after, before, context)];
  const isGoneLeft = stand(gone, before.sentence, after.sentence);
  const isComeKnown = stand(come, after.sentence, before.sentence);
  if (!isGoneLeft && !isComeKnown) {
    return anotherName(gap, context);
  }
  return [
    ...(isGoneLeft ? [] : movedMember(before, "before", gone, context)),
    ...(isComeKnown ? [] : movedMember(after, "after", come, context)),
  ];
}

function anotherName(gap: Gap, context: NameContext): readonly SlotChange[] {
  const [whole, other] = [wholeName(gap.before, context), wholeName(gap.after, context)];
  const [a, b] = [withoutAbbreviation(whole, other, context), withoutAbbreviation(other, whole, context)];
  const isTold =
    a !== undefined &&
    b !== undefined &&
    isOther(a, b, context) &&
    !isAlias(namesIn(gap.before, context), namesIn(gap.after, context), context.lang) &&
    !isAlias(keysIn(withoutApposition(a)), keysIn(withoutApposition(b)), context.lang) &&
    areSure(gap, context) &&
    !areWords(a, b, context);
  return isTold ? [changed(a, b, 1)] : [];
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

/** Single words that the stories also write small, or a common word, misspelt, that has its capital anyway: terms of a contract, nouns of a title. */
function areWords(a: Span, b: Span, { vocabulary }: NameContext): boolean {
  const [one = "", other = ""] = [keysIn(a)[0], keysIn(b)[0]];
  const isTypo = isRespelt(one, other) && [a, b].every(opensSpan) && [one, other].some(isCommonWord);
  return (
    [a, b].every((span) => span.to - span.from === 1) &&
    (isTypo || [a, b].some((span) => isPlainWord(span, vocabulary)))
  );
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

/** The names of one side of a gap that the other lacks. */
function namesBut(side: Side, other: Side, context: NameContext): readonly Unit[] {
  const keys = new Set(unitsOf(other).map(({ key }) => key));
  return unitsOf(side).filter((unit) => isName(side.sentence, unit, context) && !keys.has(unit.key));
}
