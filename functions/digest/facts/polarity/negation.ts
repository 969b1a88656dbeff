import { wordSet } from "../phrases.ts";
import { isHyphen } from "../reading/tokens.ts";
import type { ReadSentence, Unit } from "../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../slots/gaps.ts";
import { type SlotChange, spanOfUnits } from "../slots/slot.ts";
import { JOINERS } from "../slots/words.ts";
import { areSameWords, around, isWeighty, turned, weighty } from "./claims.ts";
import { isCueIn } from "./languages.ts";
import {
  CONTRACTED,
  JAPANESE_NEGATION,
  KOREAN_NEGATION,
  LESS,
  LIMITS,
  NE,
  NEGATIONS,
  NO,
  NOT_NEGATING,
  REPLACED_BY_NEGATION,
  WITH_NE,
  WITH_NEGATION,
  WITH_NO,
} from "./negation-words.ts";
import { isUnspaced, joined } from "./opposites.ts";

/** English negates most verbs with "do": "saw" → "did not see". */
const DO = /^(?:do|does|did)(?:n't)?$/;
const BE = wordSet("is are was were be been ist sind est sont es son è sono é são");
/** "Do not sell" → "Selling": what heads a list says whether it is forbidden. */
const GERUND = /ing$/;
/** Words that are an answer by themselves. */
const ANSWERS = wordSet("no none nothing never nobody non nein keine no nada não geen");
const STEP_LEADS = wordSet("un le du ce chaque premier premiers les des");
const EVER_LEADS = wordSet("si à que");
/** Units between French "ne" and its second word. */
const MAX_NE = 4;
/** Units between "no" and the word that repeats it. */
const MAX_NO = 6;
/** "A few agreed" is not "few agreed". */
const FEW = wordSet("few little");

/** A negation on one side only, with no more than its auxiliary and the verb in another form. */
export function negationChange(gap: Gap, lang: string | undefined): SlotChange | undefined {
  const [a, b] = [gap.before, gap.after].map((side) => joined(unitsOf(side)));
  const isTurned =
    a !== b && !isSlip(a, b) && (isNegated(gap, lang) || isNegatedUnspaced(gap) || isFew(gap) || isLess(gap));
  return isTurned ? turned(around(gap.before), around(gap.after)) : undefined;
}

/** "Not" → "not always". */
export function limitedNegation({ before, after }: Gap): SlotChange | undefined {
  const [only, ...more] = [...unitsOf(before), ...unitsOf(after)];
  const negation = before.sentence.units[before.from - 1]?.key ?? "";
  const isLimited =
    only !== undefined && more.length === 0 && LIMITS.has(only.key) && NEGATIONS.has(negation);
  const shown = ({ sentence, from, to }: Side) => spanOfUnits(sentence, sentence.units.slice(from - 1, to));
  return isLimited ? turned(shown(before), shown(after)) : undefined;
}

/** French "par", mistyped. */
function isSlip(a: string | undefined, b: string | undefined): boolean {
  return (a === "pas" && b === "par") || (a === "par" && b === "pas");
}

function isNegated({ before, after }: Gap, lang: string | undefined): boolean {
  const [a, b] = [split(before, lang), split(after, lang)];
  const isNegatedAnyway = [...a.negations, ...b.negations].every(({ key }) => WITH_NO.has(key));
  if (
    [before, after].every(({ sentence, from }) => hasNe(sentence, from - 1)) ||
    (isNegatedAnyway && [before, after].every(hasNo))
  ) {
    return false;
  }
  const isOneSided = (a.negations.length === 0) !== (b.negations.length === 0);
  const isJoined = [...a.others, ...b.others].some(({ key }) => JOINERS.has(key));
  if (
    !isOneSided ||
    isJoined ||
    isVerbOfOne(a, b) ||
    negationsIn(before, lang) === negationsIn(after, lang)
  ) {
    return false;
  }
  return a.negations.length > 0 ? isSameClaim(a, b.others) : isSameClaim(b, a.others);
}

/** Outside the gap, the sentence is negated as often as before: "nothing else" → "not … anything else" turns nothing round. */
export function haveSameNegations({ before, after }: Gap, lang: string | undefined): boolean {
  const [a, b] = [before, after].map((side) => negationsIn(side, lang) - split(side, lang).negations.length);
  return a === b;
}

/** The negations of a side and its other units. */
interface Split {
  readonly negations: readonly Unit[];
  readonly others: readonly Unit[];
}

/** "The duty to pay" → "is not bound to pay": only one side has a verb of its own. */
function isVerbOfOne(a: Split, b: Split): boolean {
  const [isVerb, isVerbAfter] = [a, b].map(({ others }) => others.some(({ key }) => BE.has(key)));
  return isVerb !== isVerbAfter && weighty(a.others).length > 0 && weighty(b.others).length > 0;
}

function split({ sentence, from, to }: Side, lang: string | undefined): Split {
  const [negations, others]: [Unit[], Unit[]] = [[], []];
  for (let at = from; at < to; at++) {
    const unit = sentence.units[at];
    if (unit !== undefined) {
      (isNegationAt(sentence, at, to, lang) ? negations : others).push(unit);
    }
  }
  return { negations, others };
}

/** Negations in the whole sentence: one that only moved turns nothing round. */
function negationsIn({ sentence, to }: Side, lang: string | undefined): number {
  return sentence.units.filter((_, at) => isNegationAt(sentence, at, to, lang)).length;
}

/** "Not only … but" brings its second word along; where that is kept, after the gap, the negation itself came or went. */
function isNegationAt(sentence: ReadSentence, at: number, gapEnd: number, lang: string | undefined): boolean {
  const [unit, next] = [sentence.units[at], sentence.units[at + 1]];
  const isIdiom = NOT_NEGATING.has(next?.key ?? "") && at + 1 < gapEnd;
  if (unit?.sort !== "word" || isIdiom || isApart(sentence, unit) || isNoun(sentence, at)) {
    return false;
  }
  const isNumber = unit.key === "no" && next?.sort === "number";
  if (isNumber || isSaidTwice(sentence, at)) {
    return false;
  }
  return isNegation(sentence, at, lang) || (isEnglish(lang) && isPrefix(sentence, at));
}

function isNegation(sentence: ReadSentence, at: number, lang: string | undefined): boolean {
  const key = sentence.units[at]?.key ?? "";
  const isWord = NEGATIONS.has(key) && isCueIn(key, lang) && (!WITH_NE.has(key) || hasNe(sentence, at));
  return isWord || CONTRACTED.test(key) || KOREAN_NEGATION.test(key);
}

/** "Not not", "non pas": one negation. */
function isSaidTwice({ units }: ReadSentence, at: number): boolean {
  const [before, key] = [units[at - 1]?.key, units[at]?.key];
  return before !== undefined && (before === key || (before === "non" && key === "pas"));
}

function isEnglish(lang = "en"): boolean {
  return lang.startsWith("en");
}

/** "Un-validated", as "non-validated"; no "UN-backed". */
function isPrefix({ units, tokens }: ReadSentence, at: number): boolean {
  const unit = units[at];
  const [word, hyphen] = [tokens[unit?.from ?? 0], tokens[unit?.to ?? 0]];
  return unit?.key === "un" && word?.text !== "UN" && isHyphen(hyphen) && hyphen?.isGlued === true;
}

/** "No" as a whole cell, answer or sentence: marks on both sides. */
function isApart({ tokens }: ReadSentence, { key, from, to }: Unit): boolean {
  const [lead, next] = [tokens[from - 1], tokens[to]];
  return (
    ANSWERS.has(key) &&
    (lead === undefined || lead.type === "mark") &&
    (next === undefined || next.type === "mark")
  );
}

/** French "un pas" is a step, "si jamais" says "if ever". */
function isNoun({ units }: ReadSentence, at: number): boolean {
  const [lead = "", key] = [units[at - 1]?.key, units[at]?.key];
  return (key === "pas" && STEP_LEADS.has(lead)) || (key === "jamais" && EVER_LEADS.has(lead));
}

/** "No", "non" or "não" stands not far before a gap. */
function hasNo({ sentence: { units }, from }: Side): boolean {
  return units.slice(Math.max(0, from - MAX_NO), from).some(({ key }) => NO.has(key));
}

function hasNe({ units }: ReadSentence, at: number): boolean {
  return units.slice(Math.max(0, at - MAX_NE), at + 2).some(({ key }) => NE.has(key));
}

/** What stands beside a negation is what stands without it: the same verb, or a word whose place it takes. */
function isSameClaim({ negations, others }: Split, instead: readonly Unit[]): boolean {
  const beside = weighty(others).filter((word) => !WITH_NEGATION.has(word));
  const plain = weighty(instead).filter((word) => !REPLACED_BY_NEGATION.has(word));
  const hasDo = [...negations, ...others].some(({ key }) => DO.test(key));
  const [[verb, ...more], [other, ...others2]] = [beside, plain];
  const isOneVerb = more.length === 0 && others2.length === 0 && verb?.[0] === other?.[0];
  if (hasDo && other !== undefined && GERUND.test(other) && !GERUND.test(verb ?? "")) {
    return false;
  }
  return (hasDo && verb !== undefined && isOneVerb) || areSameWords(beside, plain);
}

function isNegatedUnspaced({ before, after }: Gap): boolean {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  return isUnspaced([...a, ...b]) && JAPANESE_NEGATION.test(joined(a)) !== JAPANESE_NEGATION.test(joined(b));
}

/** "A common sight" → "a less common sight". */
function isLess({ before, after }: Gap): boolean {
  const [only, ...more] = [...unitsOf(before), ...unitsOf(after)];
  const next = before.sentence.units[before.to];
  return (
    only !== undefined && LESS.has(only.key) && more.length === 0 && next !== undefined && isWeighty(next)
  );
}

/** "A few members agreed" → "Few members agreed". */
function isFew({ before, after }: Gap): boolean {
  const [only, ...more] = [...unitsOf(before), ...unitsOf(after)];
  return (
    only?.key === "a" &&
    more.length === 0 &&
    [before, after].every(({ sentence, to }) => FEW.has(sentence.units[to]?.key ?? ""))
  );
}
