import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import { isSameMoment } from "../../reading/dates/moment.ts";
import { isSameQuantity, UNITS } from "../../reading/numbers/units.ts";
import { isPhone } from "../../reading/phones.ts";
import type { Unit } from "../../reading/types.ts";
import { isValue, plainKey } from "../../reading/values.ts";
import { type Gap, isOtherEnd, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, spanOf } from "../slot.ts";
import { AGES, FUNCTION_WORDS, isContent, JOINERS, SMALL_WORDS } from "../words.ts";
import { isMisspeltMonth, withCounted, withoutBracket } from "./beside-values.ts";
import { isOtherBoundary } from "./boundaries.ts";
import { compoundOf, isSameCompound, isSameYear, isSeason } from "./compounds.ts";
import { withHours } from "./hours.ts";
import { type Pair, pairsOf } from "./pairs.ts";

/** Values of both sides of a gap that found no partner. */
export interface Left {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

/** The changed values of a gap, and those left over. */
interface ValueChanges {
  readonly changes: readonly SlotChange[];
  readonly left: Left;
}

/**
 * The numbers and dates of a gap: a value takes the place of another if both sides have as many, of one kind and unit,
 * or if one stands at the same edge of the gap, next to words that are kept.
 */
export function valueChanges(whole: Gap): ValueChanges {
  const gap = withoutBracket(whole);
  const [own, others] = [withArticle(gap.before, gap.after), withArticle(gap.after, gap.before)];
  const [before, after] = cancelEqual(withHours(own, others), withHours(others, own));
  const pairs = pairsOf(gap, before, after);
  const used = new Set(pairs.flat());
  const isLeft = (unit: Unit) => !used.has(unit);
  return {
    changes: pairs.flatMap((pair) => toChange(gap, withoutOtherEnds(pair))),
    left: { before: before.filter(isLeft), after: after.filter(isLeft) },
  };
}

/** "5 to 10" → "5 to 12": the end that changed, alone; only beside "3-5" the whole range. */
function withoutOtherEnds([a, b]: Pair): Pair {
  return isOpen(a) && isOpen(b) ? [alone(a), alone(b)] : [a, b];
}

/** No range, or one whose ends can be shown alone. */
function isOpen({ shown, isLoose }: Unit): boolean {
  return shown === undefined || isLoose === true;
}

function alone({ shown: _, ...unit }: Unit): Unit {
  return unit;
}

/** The numbers, dates and telephone numbers of a side. */
export function valuesOf(side: Side): readonly Unit[] {
  return unitsOf(side).filter((unit) => isValue(unit) || isPhone(unit));
}

/** The values of a side; an article counts as one where the other side has a number in its place. */
function withArticle(side: Side, other: Side): readonly Unit[] {
  const values = valuesOf(side);
  const [value, ...more] = valuesOf(other);
  const isNumber = value?.sort === "number" && more.length === 0;
  const one = values.length === 0 && isNumber ? articleAsOne(side, other, value) : undefined;
  return one === undefined ? values : [one];
}

/** "a week" → "24 hours", "a boat" → "two boats". */
function articleAsOne(side: Side, other: Side, value: Unit): Unit | undefined {
  const [first, next] = withoutElided(side);
  if (first === undefined || !isOneWord(side, first)) {
    return undefined;
  }
  const unit = UNITS.get(next?.key ?? "") ?? "";
  const one: Unit = { ...first, sort: "number", key: `#1 ${unit}`.trim(), unit };
  if (value.unit !== "") {
    return unit === "" || next === undefined || isGoingOn(side) ? undefined : { ...one, to: next.to };
  }
  const counted = other.sentence.units.find(({ from }) => from >= value.to);
  return unit === "" && isOneThing(first, next, counted) ? one : undefined;
}

/** The first two units of a side and after it, without "d'" before them; none if the side is empty. */
function withoutElided({ sentence: { units }, from, to }: Side): readonly Unit[] {
  const start = ELIDED.test(units[from]?.key ?? "") ? from + 1 : from;
  return start < to ? units.slice(start, start + 2) : [];
}

function isOneWord({ sentence: { tokens } }: Side, { from }: Unit): boolean {
  return tokens[from]?.means?.isOne === true;
}

/** "a year and a half". */
function isGoingOn({ sentence: { units }, from }: Side): boolean {
  return JOINERS.has(units[from + 2]?.key ?? "") && units.slice(from + 3, from + 5).some(isHalf);
}

function isHalf(unit: Unit): boolean {
  return HALF.has(unit.key) || plainKey(unit) === "#0.5";
}

/** "a boat" → "two boats", "a few" → "two", but "an introduction" → "two talks". */
function isOneThing(first: Unit, a: Unit | undefined, b: Unit | undefined): boolean {
  const [left = "", right = ""] = [a?.key, b?.key];
  return NO_ARTICLE.has(first.key) || VAGUE.has(left) || left.slice(0, STEM) === right.slice(0, STEM);
}

/** Equal values on both sides of a gap only changed places. */
function cancelEqual(
  before: readonly Unit[],
  after: readonly Unit[],
): readonly [readonly Unit[], readonly Unit[]] {
  const open = [...after];
  const left = before.filter((own) => {
    const at = open.findIndex((unit) => unit.key === own.key && !isOtherEnd(own, unit));
    if (at >= 0) {
      open.splice(at, 1);
    }
    return at < 0;
  });
  return [left, open];
}

function toChange({ before, after }: Gap, [a, b]: Pair): readonly SlotChange[] {
  if (isSameTime({ before, after }, [a, b])) {
    return [];
  }
  if (plainKey(a) === plainKey(b) && (a.unit === "") !== (b.unit === "")) {
    return unitChange({ before, after }, [a, b]);
  }
  const sides = [withCounted(before, a, b), withCounted(after, b, a)] as const;
  const wholes = [compoundOf(sides[0]), compoundOf(sides[1])] as const;
  const areSeasons = wholes.every(isSeason);
  const isDate = isDateChange({ before, after }, [a, b]);
  const [left, right] = isDate && !areSeasons ? sides : wholes;
  const kind = isDate || areSeasons ? "date" : "number";
  return isSameCompound(left, right) ? [] : [{ kind, before: left, after: right, confidence: 1 }];
}

function isSameTime(gap: Gap, [a, b]: Pair): boolean {
  const { before, after } = gap;
  const [dayBefore, dayAfter] = [before.sentence.day, after.sentence.day];
  const isOther = (dayBefore ?? dayAfter) === undefined && isOtherBoundary(before, a, after, b);
  return (
    (!isOther && isSame(a, b, dayBefore, dayAfter)) ||
    isSameYear(gap, [a, b]) ||
    isMisspeltMonth(before, a, after, b) ||
    isMisspeltMonth(after, b, before, a)
  );
}

function isDateChange({ before, after }: Gap, [a, b]: Pair): boolean {
  return (
    isHalfOfTime(before, a) ||
    a.sort === "date" ||
    b.sort === "date" ||
    (areYears(a, b) && (areRanges(a, b) || !(isCount(before, a) || isCount(after, b))))
  );
}

/** "the first half of the century": which part of a time. */
function isHalfOfTime({ sentence: { units } }: Side, value: Unit): boolean {
  const start = units.findIndex(({ from }) => from >= value.to);
  const [half, ...next] = units.slice(start, start + HALF_REACH);
  return (
    half !== undefined && isHalf(half) && next.some(({ sort, key }) => sort === "date" || TIMES.has(key))
  );
}

function areYears(a: Unit, b: Unit): boolean {
  return a.isYear === true && b.isYear === true;
}

/** "2014-2015": years in a range count nothing. */
function areRanges(a: Unit, b: Unit): boolean {
  return a.shown !== undefined && b.shown !== undefined;
}

/** "1597 documents": what follows is counted. */
function isCount({ sentence: { tokens } }: Side, { from, to }: Unit): boolean {
  const [before, next] = [tokens[from - 1], tokens[to]];
  const isCounted =
    next?.type === "word" &&
    !hasCapital(next.text) &&
    !FUNCTION_WORDS.has(next.form) &&
    !SMALL_WORDS.has(next.form);
  return isCounted && !BEFORE_YEARS.has(before?.form ?? "");
}

/** "d'un an" → "de deux ans". */
const ELIDED = /^d'$/;
const HALF = wordSet("half halves mitad moitié metà metade hälfte helft");
/** Only a number. */
const NO_ARTICLE = wordSet("one eins");
/** After an article these are a number. */
const VAGUE = wordSet("few couple");
/** Letters of the same word in the singular and plural. */
const STEM = 3;
/** Spans that have halves. */
const TIMES = wordSet(
  "year century decade season siglo año década siècle année décennie secolo anno jahrhundert jahres século ano eeuw jaar",
);
/** Units after "first", up to the time in "first half of the century". */
const HALF_REACH = 5;
/** Digits of the code of a country. */
const MAX_COUNTRY_CODE = 3;
const BEFORE_YEARS = wordSet("in since by until en depuis seit desde nel dal sinds från the");

function isSame(a: Unit, b: Unit, dayBefore: string | undefined, dayAfter: string | undefined): boolean {
  return a.moment !== undefined && b.moment !== undefined
    ? isSameMoment(a.moment, b.moment, dayBefore, dayAfter)
    : a.key === b.key || isSameQuantity(quantityOf(a), quantityOf(b)) || areOnePhone(a, b);
}

/** "+1 800 555 0134", "800 555 0134": one of them with the code of the country. */
function areOnePhone(a: Unit, b: Unit): boolean {
  const [one, two] = [phoneOf(a), phoneOf(b)];
  const isWithin = one.endsWith(two) || two.endsWith(one);
  return (
    isWithin &&
    [one, two].every((digits) => digits !== "") &&
    Math.abs(one.length - two.length) <= MAX_COUNTRY_CODE
  );
}

/** The digits of a telephone number without the zeros before them. */
function phoneOf(unit: Unit): string {
  return isPhone(unit) ? unit.key.replace(/^\+0*/, "") : "";
}

function quantityOf(unit: Unit) {
  return { amount: Number(plainKey(unit).slice(1)), unit: unit.unit ?? "" };
}

/** "5 km" → "5 leagues": one number, of which one side has a unit that is none of ours. An age needs no unit; "30 first days" are days. */
function unitChange({ before, after }: Gap, [a, b]: Pair): readonly SlotChange[] {
  const [left, right] = [withNextWord(before, a), withNextWord(after, b)];
  const isKept = [before, after].some((side) =>
    unitsOf(side).some(({ sort, key }) => sort === "word" && UNITS.get(key) === (a.unit || b.unit)),
  );
  if (
    isKept ||
    left === undefined ||
    right === undefined ||
    AGES.has(left.unit ?? "") ||
    AGES.has(right.unit ?? "")
  ) {
    return [];
  }
  const sides = { before: spanOf(before.sentence, left), after: spanOf(after.sentence, right) };
  return [{ kind: "number", ...sides, confidence: 0.8 }];
}

/** A number with its unit: the word after it, in the same gap, if it has none of ours. */
function withNextWord(side: Side, value: Unit): Unit | undefined {
  if (value.unit !== "") {
    return value;
  }
  const next = unitsOf(side).find((unit) => unit.from === value.to);
  return next !== undefined && isContent(next) ? { ...value, to: next.to, unit: next.key } : undefined;
}
