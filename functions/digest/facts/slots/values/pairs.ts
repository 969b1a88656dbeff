import { wordSet } from "../../phrases.ts";
import { TERM_UNITS } from "../../reading/numbers/units.ts";
import type { Unit } from "../../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { isContent } from "../words.ts";

/** Words that may be rewritten around a value that keeps its place. */
const MAX_OTHER_WORDS = 4;

/** Values of a side that are no enumeration: of "in May, June and July" none becomes "except in August". */
const MAX_AT_EDGE = 2;

/** After a span of time: whether it is counted back or on. */
const BEFORE = wordSet("before prior vor avant antes prima voor före før innan");
const AFTER = wordSet(
  "after of from following nach ab seit après dès después desde depois dopo na efter etter",
);
/** Spans of time that are no units of ours. */
const OTHER_SPANS = /^(?:dag|uk|veck|vik|månad|måned|maaned|tag|monat|woche|jahr|dzień|dni|den|dní)/;
const SPANS = wordSet("minute hour day week month year");
/** How a term begins that ends on a day, and how that day is named. */
const WITHIN = wordSet("within in innerhalb binnen dans en entro inom");
const BY = wordSet("by before until till bis vor spätestens avant antes hasta entro prima voor före senast");
const MAX_TO_TERM = 2;
/** Between clauses and cells. */
const ENDS = /^[.,;:!?|()]$/;
const DIGITS = /^#-?\d/;

/** A value and the one that takes its place. */
export type Pair = readonly [before: Unit, after: Unit];

/**
 * The values of a gap that may stand in one slot, in pairs: all of them if both sides have as many; otherwise the one at
 * an edge of the gap, next to words that are kept.
 */
export function pairsOf(gap: Gap, before: readonly Unit[], after: readonly Unit[]): readonly Pair[] {
  const pairs = before.length === after.length ? before.flatMap((unit, n) => pairOf(unit, after[n])) : [];
  return pairs.length > 0 &&
    pairs.every(
      (pair) =>
        (mayReplace(pair) || isDeadline(gap, pair)) &&
        !isFromAnother(gap, pair) &&
        !isShareForCount(gap, pair),
    ) &&
    hasSamePlace(gap, pairs)
    ? pairs
    : pairAtEdge(gap, before, after);
}

function pairOf(a: Unit | undefined, b: Unit | undefined): readonly Pair[] {
  return a === undefined || b === undefined ? [] : [[a, b]];
}

function pairAtEdge(gap: Gap, before: readonly Unit[], after: readonly Unit[]): readonly Pair[] {
  const areMembers = before.length !== after.length && Math.max(before.length, after.length) > MAX_AT_EDGE;
  if (!isShort(gap) || areMembers) {
    return [];
  }
  const isOne = (pair: Pair) => mayReplace(pair) && !isFromAnother(gap, pair) && !isShareForCount(gap, pair);
  const first = pairOf(before[0], after[0])
    .filter(isOne)
    .filter((pair) => isAtLeft(gap, pair));
  const last = pairOf(before.at(-1), after.at(-1))
    .filter(isOne)
    .filter((pair) => isAtRight(gap, pair) && goesOn(gap));
  return first.length > 0 ? first : last;
}

/** Of one kind, and no ordinal for a count. */
function mayReplace([a, b]: Pair): boolean {
  if (a.sort !== b.sort) {
    return (a.isYear === true && b.sort === "date") || (b.isYear === true && a.sort === "date");
  }
  if (a.sort === "date") {
    return (a.moment?.minute === undefined) === (b.moment?.minute === undefined);
  }
  return (
    a.sort === "opaque" ||
    (isOrdinal(a) === isOrdinal(b) && isMultiple(a) === isMultiple(b) && !isYearForWords(a, b))
  );
}

/** "50% of searches" → "2 services": a share for a count, of something else. */
function isShareForCount(gap: Gap, [a, b]: Pair): boolean {
  const isShare = [a, b].some(({ unit }) => unit === "%") && [a, b].some(({ unit }) => unit === "");
  return isShare && !isAtRight(gap, [a, b]);
}

/** "within two years" → "by 31 December 2031". */
function isDeadline({ before, after }: Gap, [a, b]: Pair): boolean {
  const isTerm = (side: Side, { from, sort, unit = "" }: Unit) =>
    sort === "number" && TERM_UNITS.has(unit) && isLedBy(side, from, WITHIN);
  const isDay = (side: Side, { from, moment }: Unit) =>
    (moment?.day ?? moment?.month) !== undefined && isLedBy(side, from, BY);
  return (isTerm(before, a) && isDay(after, b)) || (isDay(before, a) && isTerm(after, b));
}

/** One of these stands right before a value, or a small word further on. */
function isLedBy({ sentence: { tokens } }: Side, at: number, words: ReadonlySet<string>): boolean {
  return tokens.slice(Math.max(0, at - MAX_TO_TERM), at).some(({ form }) => words.has(form));
}

/** "doubled" is no count. */
function isMultiple({ key }: Unit): boolean {
  return key.startsWith("#x");
}

/** "2015" does not become "millions". */
function isYearForWords(a: Unit, b: Unit): boolean {
  return [a, b].some(({ isYear }) => isYear === true) && [a, b].some(({ key }) => !DIGITS.test(key));
}

function isOrdinal({ key }: Unit): boolean {
  return key.endsWith(".");
}

/**
 * The values stand next to kept words on both sides; or on one, or are of one unit, and what is rewritten around them is
 * short.
 */
function hasSamePlace(gap: Gap, pairs: readonly Pair[]): boolean {
  const [first, last] = [pairs[0], pairs.at(-1)];
  const isLeft = first !== undefined && isAtLeft(gap, first);
  const isRight = last !== undefined && isAtRight(gap, last);
  const isLed = isLeft || (isRight && goesOn(gap));
  const areMeasures = pairs.every(([a, b]) => a.unit === b.unit && (a.sort === "date" || a.unit !== ""));
  return (isLeft && isRight) || (isShort(gap) && (isLed || areMeasures));
}

/** "Three weeks before the meeting" → "20 days after the end of the year": counted from something else. */
function isFromAnother({ before, after }: Gap, [a, b]: Pair): boolean {
  const relations = [relationOf(before, a), relationOf(after, b)];
  return [BEFORE, AFTER].every((words) => relations.some((word) => words.has(word)));
}

/** The word after a span of time, "before" or "after"; the span may have its unit as a word ("14 dagar före"). */
function relationOf({ sentence: { units } }: Side, value: Unit): string {
  const next = units.findIndex(({ from }) => from === value.to);
  const [first = "", second = ""] = units.slice(next, next + 2).map(({ key }) => key);
  if (SPANS.has(value.unit ?? "")) {
    return first;
  }
  return OTHER_SPANS.test(first) ? second : "";
}

/** Kept words follow in the same clause: what stands after the last word of a clause says nothing of it. */
function goesOn({ after: { sentence, to } }: Gap): boolean {
  const { units, tokens } = sentence;
  const [last, next] = [units[to - 1], units[to]];
  return (
    next !== undefined &&
    tokens.slice(last?.to ?? 0, next.from).every(({ type, text }) => type !== "mark" || !ENDS.test(text))
  );
}

/** Hardly anything but the values was rewritten. */
function isShort({ before, after }: Gap): boolean {
  return [before, after].flatMap(unitsOf).filter(isContent).length <= MAX_OTHER_WORDS;
}

/** No words that say something stand between the left edge of a gap and the values, and what they are said of is kept. */
function isAtLeft({ before, after }: Gap, [a, b]: Pair): boolean {
  if (isOfAnother(before, after)) {
    return false;
  }
  const isEdge = (side: Side, value: Unit) =>
    !unitsOf(side).some((unit) => unit.to <= value.from && isContent(unit));
  return isEdge(before, a) && isEdge(after, b);
}

/** "the fee of (35 euros)" → "a list of (12 hospitals)": of what stands before the gap, only a small word is kept. */
function isOfAnother(before: Side, after: Side): boolean {
  const [link, head] = [before.sentence.units[before.from - 1], before.sentence.units[before.from - 2]];
  const other = after.sentence.units[after.from - 2];
  const isLink =
    link?.sort === "word" && !isContent(link) && link.to === before.sentence.units[before.from]?.from;
  return (
    isLink &&
    head !== undefined &&
    other !== undefined &&
    isContent(head) &&
    isContent(other) &&
    head.key !== other.key
  );
}

function isAtRight({ before, after }: Gap, [a, b]: Pair): boolean {
  const isEdge = (side: Side, value: Unit) =>
    !unitsOf(side).some((unit) => unit.from >= value.to && isContent(unit));
  return isEdge(before, a) && isEdge(after, b);
}
