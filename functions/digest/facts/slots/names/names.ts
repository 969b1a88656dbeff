import { isCommonWord } from "../../../text/background/background.ts";
import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import { isHyphen, matches } from "../../reading/tokens.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, slotChange, spanOf, spanOfUnits } from "../slot.ts";
import { FUNCTION_WORDS, JOINERS, PREPOSITIONS, SMALL_WORDS } from "../words.ts";
import { isAlias } from "./aliases.ts";
import { anotherName } from "./another-name.ts";
import { aroundBracket } from "./bracketed-names.ts";
import { isGerman } from "./german-names.ts";
import { isAcronym, isName, type NameContext } from "./is-name.ts";
import { isSmall, ledNames } from "./led-names.ts";
import { loneNames, movedMember, stand } from "./lone-names.ts";
import { withoutOffice } from "./offices.ts";
import { isRespelt } from "./spelling.ts";
import { keysIn, wholeName } from "./whole-names.ts";

/** Letters of a small word inside a name with hyphens. */
const MAX_HYPHENATED = 3;
/** A side with more units than this is rewritten. */
const MAX_NAME_UNITS = 8;

/** Words of a phrase before its last preposition: "with kind support from". */
const MAX_TO_PREPOSITION = 3;
/** Before who did something. */
const AGENTS = wordSet("by par por pelo pela pelos pelas dal dalla da dall' von vom door av");
const LOST_LETTER = /^[?\ufffd]$/;

/** What a side holds: names and small words, small words only, or anything else. */
type Content = "names" | "none" | "other";

/** Names that take the place of others, or come or go alone with their preposition or as a member of an enumeration. */
export function nameChanges(whole: Gap, context: NameContext): readonly SlotChange[] {
  const gap = withoutOffice(whole, context);
  const { before, after } = gap;
  const isLong = Math.max(before.to - before.from, after.to - after.from) > MAX_NAME_UNITS;
  if (isBroken(before) || isBroken(after)) {
    return [];
  }
  if (isLong) {
    return ledNames(gap, context);
  }
  const parts = aroundBracket(gap);
  return parts.length > 0 ? parts.flatMap((part) => shortChanges(part, context)) : shortChanges(gap, context);
}

function shortChanges(gap: Gap, context: NameContext): readonly SlotChange[] {
  const [a, b] = [contentOf(gap.before, context), contentOf(gap.after, context)];
  if (a === "other" || b === "other") {
    return beside(gap, [a, b], context);
  }
  if (a === b) {
    return a === "names" ? replaced(gap, context) : [];
  }
  return loneNames(gap, a === "names" ? "before" : "after", context);
}

/** "Espa?a": a sign for a lost letter inside a word. */
function isBroken(side: Side): boolean {
  const { tokens } = side.sentence;
  return unitsOf(side).some(({ to }) => {
    const [sign, rest] = [tokens[to], tokens[to + 1]];
    return matches(sign, LOST_LETTER) && sign?.isGlued === true && rest?.type === "word" && rest.isGlued;
  });
}

/** Names among other words: as members of what came or went alone, with a small word after them, or spelled otherwise. */
function beside(
  gap: Gap,
  contents: readonly [Content, Content],
  context: NameContext,
): readonly SlotChange[] {
  const members = memberGaps(gap);
  const [first] = members;
  if (first !== undefined && members.length > 1) {
    return hasNames(first, context) ? members.flatMap((member) => nameChanges(member, context)) : [];
  }
  const renamed = withSmallTail(gap, contents, context);
  if (renamed.length > 0) {
    return renamed;
  }
  const led = fromPreposition(gap);
  if (led !== undefined) {
    return nameChanges(led, context);
  }
  const others = ledNames(gap, context);
  return others.length > 0 ? others : respelt(gap, context);
}

/** "…, including Velm and Orsk" is a clause: its members come and go with it. */
function hasNames({ before, after }: Gap, context: NameContext): boolean {
  return contentOf(before.from < before.to ? before : after, context) === "names";
}

/** "the rules" → "the rules issued by Velm", "with support from Velm": what came or went alone, from its last preposition on. */
function fromPreposition({ before, after }: Gap): Gap | undefined {
  const [side, other] = before.from < before.to ? [before, after] : [after, before];
  const keys = unitsOf(side).map(({ key }) => key);
  const last = keys
    .slice(0, MAX_TO_PREPOSITION + 1)
    .findLastIndex((key) => PREPOSITIONS.has(key) || AGENTS.has(key));
  const isLed = last > 0 && (PREPOSITIONS.has(keys[0] ?? "") || (last === 1 && AGENTS.has(keys[1] ?? "")));
  if (!isLed || other.from !== other.to || last + 1 >= keys.length) {
    return undefined;
  }
  const rest = { ...side, from: side.from + last };
  return side === before ? { before: rest, after } : { before, after: rest };
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

/**
 * "Pôle Emploi" → "France travail": a name may end in a small word, if a comma or the like shows that it ends there; in languages
 * where the first word of a name has a capital, also in the place of one that does not: "Velm" → "Port vieux".
 */
function withSmallTail(
  { before, after }: Gap,
  contents: readonly [Content, Content],
  context: NameContext,
): readonly SlotChange[] {
  const sides = [before, after];
  const isEnded = sides.every(isBeforeMark) && !isGerman(context);
  const areNames = sides.every((side, n) => contents[n] === "names" || isTailed(side, context));
  const areOne = sides.every((side) => side.to - side.from === TAILED_UNITS);
  const isLooser =
    FIRST_CAPITAL.has(context.lang ?? "") && sides.every((side) => side.to - side.from <= MAX_TAILED);
  const [a, b] = sides.map((side) => spanOfUnits(side.sentence, unitsOf(side)));
  const isTold = isEnded && areNames && (areOne || isLooser);
  return isTold && a !== undefined && b !== undefined && !isAlias(keysIn(a), keysIn(b), context.lang)
    ? [slotChange("name", a, b, 0.7)]
    : [];
}

/** Languages that write the later words of a name small. */
const FIRST_CAPITAL = wordSet("cs sk pl hr sl fr es it pt ca ro sv da nb nl fi");
const MAX_TAILED = 3;

/** A name and one more word. */
const TAILED_UNITS = 2;

function isTailed(side: Side, context: NameContext): boolean {
  const own = unitsOf(side);
  const [last, ...names] = own.toReversed();
  const areNamed = names.length > 0 && names.every((unit) => isName(side.sentence, unit, context));
  const isTail = last?.sort === "word" && !FUNCTION_WORDS.has(last.key) && names[0]?.to === last.from;
  return areNamed && isTail && !opensSide(side);
}

function opensSide({ from }: Side): boolean {
  return from === 0;
}

/** A stop, comma, bracket, joiner or other small word follows. */
function isBeforeMark({ sentence, from, to }: Side): boolean {
  const last = sentence.units[to - 1];
  const next = sentence.tokens[last?.to ?? 0];
  const isSmallWord =
    JOINERS.has(next?.form ?? "") ||
    FUNCTION_WORDS.has(next?.form ?? "") ||
    SMALL_WORDS.has(next?.form ?? "");
  return from < to && (next === undefined || next.type === "mark" || isSmallWord);
}

/** In a line in title case capitals mean nothing, but a rare word of which two letters changed is a name put right. */
function respelt({ before, after }: Gap, context: NameContext): readonly SlotChange[] {
  const [[a, ...more], [b, ...others]] = [unitsOf(before), unitsOf(after)];
  if (a === undefined || b === undefined || more.length + others.length > 0 || !isRespelt(a.key, b.key)) {
    return [];
  }
  const areNames =
    isRareWord(before, a, context) && isRareWord(after, b, context) && ![a.key, b.key].some(isCommonWord);
  return areNames && !isAlias([a.key], [b.key]) && !context.isCaseMeaningful()
    ? [slotChange("name", spanOf(before.sentence, a), spanOf(after.sentence, b), 0.8)]
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

/** The names of one side of a gap that the other lacks. */
function namesBut(side: Side, other: Side, context: NameContext): readonly Unit[] {
  const keys = new Set(unitsOf(other).map(({ key }) => key));
  return unitsOf(side).filter((unit) => isName(side.sentence, unit, context) && !keys.has(unit.key));
}
