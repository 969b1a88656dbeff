import { wordSet } from "../phrases.ts";
import { type Gap, type Side, unitsOf } from "../slots/gaps.ts";
import { isRespelt } from "../slots/names/spelling.ts";
import { type SlotChange, type Span, spanOfUnits } from "../slots/slot.ts";
import { JOINERS } from "../slots/words.ts";
import { ADDITIVE, areSameWords, isSameStem, turned, weighty } from "./claims.ts";
import { allCues, cuesIn, type Found, haveMore, without } from "./cues.ts";
import { ALMOST, EVERY, LONE_CUES, LONE_DEGREES, SAME_DEGREES } from "./degree-words.ts";
import { NEGATIONS } from "./negation-words.ts";

/** A claim with more cues than this is beyond us. */
const MAX_CUES = 2;
/** Kept words that say of what a quantity is one: "most (school buses)". */
const QUANTITY_WORDS = 2;
/** How a question or condition begins, but for languages that leave the subject out: "Wird …, fährt", "Should you". */
const OPENING_VERBS = wordSet(
  "will would can could should may might must shall wird werden kann können darf dürfen sollte sollten muss müssen könnte könnten " +
    "zal zou zullen kan kunnen mag mogen moet moeten",
);
/** A verb in place of which a cue stands with the verb itself: "do" → "may", "is" → "may be". */
const VERBS = wordSet(
  "do does did is are was were be es est ist sind son è sono é são ser être sein essere zijn",
);
/** Before an infinitive; where one goes, the clause was built otherwise. */
const INFINITIVE_MARKERS = wordSet("to zu te de d' à di a om att por para pour per");
/** "Has been reported" tells of a report, "a reported leak" of a leak. */
const BEEN = wordSet("be been is are was were");
const BE = wordSet("be been être ser estar sein werden essere");
const ADVERB = /(?:ly|mente|ment|weise)$/;
/** Letters that two forms of one word share. */
const FORM = 6;
/** Units within which the same word stands twice by mistake. */
const NEAR = 6;
/** Languages in which a modal verb is shown alone: "applies" → "may apply" adds "may". */
const UNINFLECTED = wordSet("en de nl");
/** Words of a verb that stands in place of another. */
const MAX_REPLACED = 3;
const FORBIDDEN = wordSet("may can must shall");

/** Another degree of a claim, all else kept: "may" → "will", "all" → "some", "allegedly" gone. */
export function degreeChange(gap: Gap, lang: string | undefined): SlotChange | undefined {
  const { before, after } = gap;
  const [found, foundAfter] = [cuesIn(before, lang), cuesIn(after, lang)];
  const [a, b] = [without(found, foundAfter), without(foundAfter, found)];
  const isSlip = a.length + b.length === 1 && (isDoubled(a, before) || isDoubled(b, after) || isTypo(gap));
  if (isSlip) {
    return undefined;
  }
  const isOther =
    Math.max(a.length, b.length) <= MAX_CUES &&
    isVerbKept(gap) &&
    isOtherDegree(before, a, after, b) &&
    isSameClaim(before, found, after, foundAfter) &&
    hasOtherCues([a, allCues(before, lang)], [b, allCues(after, lang)]);
  const kept = keptWith(gap, [...a, ...b], lang);
  if (kept > 0 && (isOther || isAlmost(gap))) {
    return turned(withNext(before, kept), withNext(after, kept));
  }
  if (isOther && isReplaced(gap, a, b, lang)) {
    return turned(withNext(before, 0), withNext(after, 0));
  }
  return isOther ? shownCues(gap, [a, b], [found, foundAfter]) : undefined;
}

/** "It will be published" → "it can be found": what stands behind "be" is said, and has to be kept. */
function isVerbKept({ before, after }: Gap): boolean {
  const [be, verb] = before.sentence.units.slice(before.to);
  const [beAfter, verbAfter] = after.sentence.units.slice(after.to);
  const isBe = BE.has(be?.key ?? "") && be?.key === beAfter?.key;
  return !isBe || verb === undefined || isSameStem(verb.key, verbAfter?.key ?? "");
}

type BothSides = readonly [before: readonly Found[], after: readonly Found[]];

/** The cues that changed; of one that came to others, "can" → "may be able to", all. */
function shownCues({ before, after }: Gap, [a, b]: BothSides, [all, allAfter]: BothSides): SlotChange {
  return a.length + b.length === 1 && all.length > 0 && allAfter.length > 0
    ? turned(spanOfCues(before, all), spanOfCues(after, allAfter))
    : turned(shownOf(before, a, b), shownOf(after, b, a));
}

/** "Pueden votar" → "votan": a cue on one side only, and on the other the verb that stands without it. */
function isReplaced({ before, after }: Gap, a: readonly Found[], b: readonly Found[], lang = "en"): boolean {
  const words = [...otherWords(before, a), ...otherWords(after, b)];
  return (
    !UNINFLECTED.has(lang.slice(0, 2)) &&
    (a.length === 0) !== (b.length === 0) &&
    [before, after].map(unitsOf).every(({ length }) => length > 0 && length <= MAX_REPLACED) &&
    !words.some((word) => ADVERB.test(word))
  );
}

/** "Probably" → "provably": one word, put right. */
function isTypo({ before, after }: Gap): boolean {
  const [[a, ...more], [b, ...others]] = [unitsOf(before), unitsOf(after)];
  const areWords = a !== undefined && b !== undefined && more.length + others.length === 0;
  return areWords && isRespelt(a.key, b.key);
}

/** "Boats can moor can": a word written twice by mistake. */
function isDoubled([only]: readonly Found[], { sentence: { units }, from, to }: Side): boolean {
  const near = [...units.slice(Math.max(0, from - NEAR), from), ...units.slice(to, to + NEAR)];
  return only !== undefined && near.some(({ key }) => key === only.words);
}

/** Kept words that belong to cues: "most (school buses)", "almost (all buses)", "could and probably (will)". */
function keptWith(gap: Gap, cues: readonly Found[], lang: string | undefined): number {
  const { sentence, to } = gap.after;
  const isQuantity = isAlmost(gap) || (cues.length === 1 && cues[0]?.words === "most");
  const isJoined =
    [...unitsOf(gap.before), ...unitsOf(gap.after)].some(({ key }) => JOINERS.has(key)) &&
    cuesIn({ sentence, from: to, to: to + 1 }, lang).length > 0;
  return isQuantity ? QUANTITY_WORDS : Number(isJoined);
}

/** A cue in the place of another that says something else; or one that came or went, if it means something alone. */
function isOtherDegree(before: Side, a: readonly Found[], after: Side, b: readonly Found[]): boolean {
  if (a.length === 0 || b.length === 0) {
    const [lone, side, other] = a.length > 0 ? [a, before, after] : [b, after, before];
    return lone.length > 0 && lone.every((cue) => isLone(cue, side, other));
  }
  const [one, other] = [degreesOf(a), degreesOf(b)];
  const isOpening = [before, after].every(
    ({ sentence, from }) => from === 0 && OPENING_VERBS.has(sentence.units[0]?.key ?? ""),
  );
  const isOneScale = a.length > 1 || b.length > 1 || a[0]?.scale === b[0]?.scale;
  const isBan = FORBIDDEN.has(one) && FORBIDDEN.has(other) && isNegated(after);
  return (
    one !== other &&
    !isOpening &&
    isOneScale &&
    !SAME_DEGREES.has(`${one} ${other}`) &&
    !isBan &&
    !areForms(a, b)
  );
}

/** "Possible", "possibly": forms of one word. */
function areForms([one]: readonly Found[], [other]: readonly Found[]): boolean {
  const [a = "", b = ""] = [one?.words, other?.words];
  return a.slice(0, FORM) === b.slice(0, FORM) && a.length >= FORM && b.length >= FORM;
}

function degreesOf(cues: readonly Found[]): string {
  return cues.map(({ degree }) => degree).join();
}

/** "May not", "must not" and "cannot" all forbid. */
function isNegated({ sentence, to }: Side): boolean {
  return NEGATIONS.has(sentence.units[to]?.key ?? "");
}

/**
 * Whether a cue that came or went changes the claim by itself; as an infinitive, for one, or as the verb of a question or
 * condition, it does not.
 */
function isLone({ degree, words }: Found, side: Side, other: Side): boolean {
  const { sentence, from, to } = side;
  const isBuilt =
    degree === "may" &&
    (from === 0 ||
      [sentence.units[from - 1], ...unitsOf(other)].some((unit) => INFINITIVE_MARKERS.has(unit?.key ?? "")));
  if (words === "most") {
    return from === 0 && to === 1 && !ADVERB.test(sentence.units[to]?.key ?? "");
  }
  const isOwed = words === "expected" && sentence.units[to]?.key === "to";
  const isEvent = words === "reported" && BEEN.has(sentence.units[from - 1]?.key ?? "");
  return (LONE_DEGREES.has(degree) || LONE_CUES.has(words)) && !isOwed && !isEvent && !isBuilt;
}

/** "Almost" alone came or went before "all" or "any". */
function isAlmost({ before, after }: Gap): boolean {
  const [only, ...more] = [...unitsOf(before), ...unitsOf(after)];
  const next = before.sentence.units[before.to];
  return only !== undefined && more.length === 0 && ALMOST.has(only.key) && EVERY.has(next?.key ?? "");
}

/** What stands beside the cues is the same; or an adverb is another, or gives way to a hedge; or a verb stands elsewhere now. */
function isSameClaim(before: Side, a: readonly Found[], after: Side, b: readonly Found[]): boolean {
  const [words, others] = [otherWords(before, a), otherWords(after, b)];
  const [word, ...more] = [...words, ...others];
  const isHedge = [...a, ...b].every(({ scale }) => scale === "claim");
  const areAdverbs = words.length === 1 && others.length === 1 && [...words, ...others].every(isAdverb);
  return (
    areSameWords(words, others) ||
    (areAdverbs && a.length === 1 && b.length === 1) ||
    (word !== undefined &&
      more.length === 0 &&
      isHedge &&
      (ADVERB.test(word) || isMoved(word, before, after)) &&
      ![...a, ...b].some((cue) => isSameStem(cue.words, word)))
  );
}

function isAdverb(word: string): boolean {
  return ADVERB.test(word);
}

/** "Sie kürzt Briefe" → "Sie kann Briefe kürzen": both sentences have the verb as often. */
function isMoved(word: string, before: Side, after: Side): boolean {
  const [count, countAfter] = [before, after].map(
    ({ sentence }) =>
      sentence.units.filter(({ sort, key }) => sort === "word" && isSameStem(key, word)).length,
  );
  return count === countAfter;
}

/** The weighty words of a side beside its cues. */
function otherWords(side: Side, cues: readonly Found[]): readonly string[] {
  const own = new Set(cues.flatMap(({ units }) => units));
  return weighty(unitsOf(side).filter((unit) => !own.has(unit) && !ADDITIVE.has(unit.key)));
}

/** None of the cues only moved; and where a lone one has another in its stead elsewhere, the claim is rewritten. */
function hasOtherCues(
  [a, all]: readonly [readonly Found[], readonly Found[]],
  [b, allAfter]: readonly [readonly Found[], readonly Found[]],
): boolean {
  const isElsewhere = a.length + b.length === 1 && claims(all).length === claims(allAfter).length;
  return haveMore(a, all, allAfter) && haveMore(b, allAfter, all) && !isElsewhere;
}

/** The cues without "will", which is also the passive of German. */
function claims(cues: readonly Found[]): readonly Found[] {
  return cues.filter(({ degree }) => degree !== "will");
}

/** The words of the cues, and the verb of that place. */
function shownOf(side: Side, cues: readonly Found[], others: readonly Found[]): Span | undefined {
  const own = cues.flatMap(({ units }) => units);
  const [last] = own.slice(-1);
  const rest = unitsOf(side).filter(({ from, key }) => VERBS.has(key) && from >= (last?.to ?? 0));
  const verbs =
    cues.length === 0 ? rest : rest.filter(({ from }) => others.length === 0 && from === last?.to);
  return spanOfUnits(side.sentence, [...own, ...verbs]);
}

/** From the first to the last cue of a side. */
function spanOfCues({ sentence }: Side, cues: readonly Found[]): Span | undefined {
  return spanOfUnits(
    sentence,
    cues.flatMap(({ units }) => units),
  );
}

/** A side of a gap with some kept words after it. */
function withNext({ sentence, from, to }: Side, words: number): Span | undefined {
  return spanOfUnits(sentence, sentence.units.slice(from, to + words));
}
