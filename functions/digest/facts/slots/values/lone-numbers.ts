import { wordSet } from "../../phrases.ts";
import { boundBefore } from "../../polarity/bounds.ts";
import { NEGATIONS } from "../../polarity/negation-words.ts";
import { TERM_UNITS } from "../../reading/numbers/units.ts";
import type { Unit } from "../../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, spanOf } from "../slot.ts";
import { AGES, FUNCTION_WORDS, isContent, JOINERS, PREPOSITIONS, SMALL_WORDS } from "../words.ts";

/** "Figure 2 shows": a number after these counts nothing. */
const NUMBERED = wordSet(
  "figure figura fig abbildung abb table tabelle tab tabla tabella tableau tabela box chart step page seite página",
);
/** In place of a count, these show that the thing itself stays: "the", "the following". */
const DEFINITE = wordSet("the les die de los las gli i le het os as");
const FOLLOWING = wordSet(
  "following folgende folgenden suivants suivantes siguientes seguenti seguintes volgende följande følgende następujące",
);
/** Words between a number and what it counts. */
const MAX_TO_COUNTED = 2;
const SHARE = /^#0\.\d+$|^#\d\/\d/;
/** In Dutch it means "or". */
const OF = "of";
/** "within one year": a span after these is no age. */
const TERM_LEADS = wordSet(
  "within in after for during innerhalb binnen nach für während dans pendant en durante entro dopo après después depois efter po",
);
const NO_COUNT = /^#(?:1$|x)|\.$/;

/**
 * A number that came or went with nothing else, while what it counts stands: "the five boats moored" → "the boats moored", "large
 * discounts" → "80% discounts". `stays` says whether a value is not found elsewhere in the other sentence.
 */
export function loneNumbers({ before, after }: Gap, stays: (unit: Unit) => boolean): readonly SlotChange[] {
  const [gone, come] = [before, after].map((side) => unitsOf(side).filter(isNumber));
  const isGone = (gone?.length ?? 0) > 0;
  const [side, other] = isGone ? [before, after] : [after, before];
  const isAlone = (isGone ? come : gone)?.length === 0 && side.from > 0;
  const number = isAlone ? toldAlone(side, unitsOf(other)) : undefined;
  if (number === undefined || !stays(number)) {
    return [];
  }
  const span = spanOf(side.sentence, number);
  return [{ kind: "number", ...(isGone ? { before: span } : { after: span }), confidence: 0.8 }];
}

function isNumber({ sort }: Unit): boolean {
  return sort === "number";
}

/** A count or measure before what it counts, perhaps behind its bound, or behind its preposition. */
function toldAlone(side: Side, instead: readonly Unit[]): Unit | undefined {
  const own = unitsOf(side);
  const number = own.find(isNumber);
  if (number === undefined) {
    return undefined;
  }
  const at = side.sentence.units.indexOf(number, side.from);
  const isLeft =
    at === side.from || boundBefore({ sentence: side.sentence, from: at, to: at }).from === side.from;
  return isLeft ? counting({ ...side, from: at }, number, instead) : ledBy(own, instead);
}

/** In place of nothing, an article or one adjective, perhaps with a word between the number and what it counts. */
function counting(side: Side, number: Unit, instead: readonly Unit[]): Unit | undefined {
  const isNumbered = NUMBERED.has(side.sentence.units[side.from - 1]?.key ?? "");
  const isTold = !isNumbered && mayStandFor(number, instead) && (isShareOf(side) || isBeforeCounted(side));
  return isTold && (isCount(number) || isMeasure(number)) ? number : undefined;
}

/** "at £150", "within two years": with nothing but its preposition. */
function ledBy([lead, number, ...rest]: readonly Unit[], instead: readonly Unit[]): Unit | undefined {
  const isTermLead = TERM_LEADS.has(lead?.key ?? "");
  const isLead = lead !== undefined && (PREPOSITIONS.has(lead.key) || isTermLead);
  const isLed = isLead && rest.length === 0 && instead.length === 0;
  const isTerm = isTermLead && TERM_UNITS.has(number?.unit ?? "");
  return isLed && number !== undefined && (isTerm || isMeasure(number)) ? number : undefined;
}

/** In place of nothing; of a definite article before what is counted; or of one word that says how many or how much. */
function mayStandFor({ unit = "" }: Unit, instead: readonly Unit[]): boolean {
  const [only, ...more] = instead.filter(({ key }) => !FOLLOWING.has(key));
  if (only === undefined) {
    return true;
  }
  const isVague = unit === "%" && only.sort === "word" && isContent(only);
  return more.length === 0 && (DEFINITE.has(only.key) || isVague);
}

/** The number stands right before what it counts, or with one word, "of" or "in" between. */
function isBeforeCounted(side: Side): boolean {
  const [number, ...rest] = unitsOf(side);
  const last = rest.at(-1) ?? number;
  const areLinked = rest.every((unit, n) => unit.from === (rest[n - 1] ?? number)?.to && !isNumber(unit));
  const words = rest.filter(isContent);
  const isJoined = rest.some(({ key }) => JOINERS.has(key) && key !== OF);
  const isShort = rest.length <= MAX_TO_COUNTED && words.length <= 1 && !isJoined;
  return last !== undefined && areLinked && isShort && isCounted(side.sentence.units[side.to], last);
}

/** "⅔ of the votes". */
function isShareOf(side: Side): boolean {
  const [number, ...rest] = unitsOf(side);
  const isShare = number !== undefined && SHARE.test(number.key) && rest.length === 0;
  return isShare && FUNCTION_WORDS.has(side.sentence.units[side.to]?.key ?? "");
}

/** No year, ordinal, article or "once". */
function isCount({ sort, key, unit, isYear }: Unit): boolean {
  return sort === "number" && unit === "" && isYear !== true && !NO_COUNT.test(key);
}

/** "A deposit of £150". */
function isMeasure({ sort, unit = "" }: Unit): boolean {
  return sort === "number" && unit !== "" && !AGES.has(unit);
}

function isCounted(counted: Unit | undefined, { to }: Unit): boolean {
  return (
    counted?.from === to && isContent(counted) && !SMALL_WORDS.has(counted.key) && !NEGATIONS.has(counted.key)
  );
}
