import { boundBefore, boundEnd } from "../../polarity/bounds.ts";
import { isDirection } from "../../polarity/poles.ts";
import { isSameMoment } from "../../reading/dates/moment.ts";
import { RANGE_LINKS } from "../../reading/range-words.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import { isValue, plainKey } from "../../reading/values.ts";
import type { Gap, Side } from "../gaps.ts";
import { type SlotChange, type Span, slotChange } from "../slot.ts";
import { isContent, PREPOSITIONS } from "../words.ts";
import { FROM, type Interval, intervalsOf, isTime } from "./intervals.ts";

/** What was told of intervals, and the gaps that hold none. */
interface IntervalChanges {
  readonly changes: readonly SlotChange[];
  readonly others: readonly Gap[];
}

const CONFIDENCE = 0.9;

/**
 * Values that became intervals, or were some, each told whole: "5 days" → "5 to 10 days", "5" → "between 6 and 7", "under 12" →
 * "from 6 to 12". An interval that is only written otherwise says nothing. The ends of two that are written alike are left to be
 * compared one by one.
 */
export function intervalChanges(gaps: readonly Gap[]): IntervalChanges {
  const [first] = gaps;
  if (first === undefined) {
    return { changes: [], others: gaps };
  }
  const before = intervalsOf(first.before.sentence);
  const after = intervalsOf(first.after.sentence);
  const places = [
    ...before.flatMap((interval) => placeOf(gaps, "before", interval, after)),
    ...after.flatMap((interval) => placeOf(gaps, "after", interval, before)),
  ];
  const taken = new Set<Gap>();
  const changes = places.flatMap((place) => {
    const found = place.gaps.every((gap) => taken.has(gap)) ? undefined : comparedIn(place);
    for (const gap of found === undefined ? [] : place.gaps) {
      taken.add(gap);
    }
    return found ?? [];
  });
  return { changes, others: gaps.filter((gap) => !taken.has(gap)) };
}

type SideName = "before" | "after";

function otherOf(side: SideName): SideName {
  return side === "before" ? "after" : "before";
}

/** Where an interval stands, with what stands there in the other version. */
interface Place {
  readonly side: SideName;
  readonly interval: Interval;
  readonly gaps: readonly Gap[];
  readonly own: Side;
  readonly other: Side;
  /** The intervals of the other version that begin, lie or end there. */
  readonly theirs: readonly Interval[];
}

/** The place of an interval, if some gaps touch it. */
function placeOf(
  gaps: readonly Gap[],
  side: SideName,
  interval: Interval,
  others: readonly Interval[],
): readonly Place[] {
  const touching = gaps.filter((gap) => touches(gap[side], interval));
  const [first, last] = [touching[0], touching.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const name = otherOf(side);
  const lead = Math.max(0, first[side].from - interval.from);
  const tail = Math.max(0, interval.to - last[side].to);
  const own = hullOf(first[side], last[side], lead, tail);
  const other = hullOf(first[name], last[name], lead, tail);
  const theirs = others.filter(({ from, to }) => from < other.to && to > other.from);
  const isNear = (gap: Gap) => touching.includes(gap) || theirs.some((their) => touches(gap[name], their));
  return [{ side, interval, gaps: gaps.filter(isNear), own, other, theirs }];
}

/** Whether a gap holds a unit of an interval, or lies inside it. */
function touches({ from, to }: Side, interval: Interval): boolean {
  return from === to ? from > interval.from && from < interval.to : from < interval.to && to > interval.from;
}

/** From the first side of a gap to the last, with some kept units before and after: those of an interval, which both versions have. */
function hullOf(first: Side, last: Side, lead: number, tail: number): Side {
  return { sentence: first.sentence, from: first.from - lead, to: last.to + tail };
}

/**
 * What the place of an interval says now: nothing if the interval is only written otherwise. `undefined` if that is not for
 * intervals to say.
 */
function comparedIn(place: Place): readonly SlotChange[] | undefined {
  const { interval, own, other, theirs } = place;
  const [counterpart, ...more] = theirs;
  if (more.length > 0 || isCourse(own.sentence, interval)) {
    return undefined;
  }
  if (counterpart !== undefined) {
    return comparedWith(place, counterpart);
  }
  const value = onlyValueIn(other);
  if (value === undefined || !mayBecome(value.unit, interval)) {
    return undefined;
  }
  return isPlainBeside(own, interval) && isPlainBeside(other, value)
    ? [changeOf(place, ...shown(place, value))]
    : [];
}

/** Two intervals: those that are written alike are compared end by end, unless one begins where the other ended: "8 to 9" → "9 to 10". */
function comparedWith(place: Place, counterpart: Interval): readonly SlotChange[] | undefined {
  const { interval, own, other } = place;
  if (!(isPlainBeside(own, interval) && isPlainBeside(other, counterpart))) {
    return undefined;
  }
  if (areSameEnds(interval, counterpart)) {
    return [];
  }
  const isShifted = isSame(interval.end, counterpart.start) || isSame(interval.start, counterpart.end);
  return interval.form === counterpart.form && !isShifted
    ? undefined
    : [changeOf(place, wholeOf(own.sentence, interval), wholeOf(other.sentence, counterpart))];
}

function changeOf({ side, interval }: Place, own: Span, other: Span): SlotChange {
  const [before, after] = side === "before" ? [own, other] : [other, own];
  return slotChange(isTime(interval.start) ? "date" : "number", before, after, CONFIDENCE);
}

/** "rose from 500 to 600": no interval, but where it came from and where it went. */
function isCourse({ units }: ReadSentence, { start, from, form }: Interval): boolean {
  const [verb, opener] = [units[from - 2], units[from - 1]].map((unit) => unit?.key ?? "");
  return form === "to" && !isTime(start) && FROM.has(opener ?? "") && isDirection(verb ?? "");
}

/** A value with the bound before or after it; indices of units, half open. */
interface Bounded {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
}

/** The value of a side that holds no other, with its bound. */
function onlyValueIn({ sentence, from, to }: Side): Bounded | undefined {
  const places = sentence.units.flatMap((unit, n) => (n >= from && n < to && isValue(unit) ? [n] : []));
  const [at = -1, ...more] = places;
  const unit = sentence.units[at];
  if (unit === undefined || more.length > 0) {
    return undefined;
  }
  const earlier = boundBefore({ sentence, from: at, to: at });
  return { unit, from: earlier.from, to: boundEnd({ sentence, from: at + 1, to: at + 1 }) };
}

/** Of the sort and unit of the ends of an interval. */
function mayBecome(value: Unit, { start, end }: Interval): boolean {
  if (isTime(value) && isTime(end)) {
    return true;
  }
  const unit = end.unit === "" ? start.unit : end.unit;
  const isPlain = !/^#x|\.$/.test(plainKey(value));
  return (
    value.sort === "number" &&
    end.sort === "number" &&
    isPlain &&
    (value.unit === unit || value.unit === "" || unit === "")
  );
}

/** Nothing that says something stands on a side beside what is compared. */
function isPlainBeside(
  { sentence, from, to }: Side,
  own: { readonly from: number; readonly to: number },
): boolean {
  return sentence.units.every(
    (unit, n) => n < from || n >= to || (n >= own.from && n < own.to) || !(isContent(unit) || isValue(unit)),
  );
}

function areSameEnds(a: Interval, b: Interval): boolean {
  return isSame(a.start, b.start) && isSame(a.end, b.end);
}

function isSame(a: Unit, b: Unit): boolean {
  return a.moment !== undefined && b.moment !== undefined
    ? isSameMoment(a.moment, b.moment)
    : a.sort === b.sort && plainKey(a) === plainKey(b);
}

/** Interval and value, each with the preposition that an interval has as well: "in May", "between May and July"; "until 5 June". */
function shown(
  { own, other, interval, gaps, side }: Place,
  value: Bounded,
): readonly [interval: Span, value: Span] {
  const at = value.from - 1;
  const lead = other.sentence.units[at]?.key ?? "";
  const isAlike = interval.form === "between" ? PREPOSITIONS.has(lead) : RANGE_LINKS.has(lead);
  const isNew = gaps.some((gap) => gap[otherOf(side)].from <= at && at < gap[otherOf(side)].to);
  const from = isNew && isAlike && interval.form !== "bounds" ? at : value.from;
  return [wholeOf(own.sentence, interval), wholeOf(other.sentence, { ...value, from })];
}

/** The tokens from the first to the last unit. */
function wholeOf(sentence: ReadSentence, { from, to }: { readonly from: number; readonly to: number }): Span {
  return { sentence, from: sentence.units[from]?.from ?? 0, to: sentence.units[to - 1]?.to ?? 0 };
}
