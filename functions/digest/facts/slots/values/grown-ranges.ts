import { isSameMoment } from "../../reading/dates/moment.ts";
import { RANGE_LINKS } from "../../reading/ranges.ts";
import { matches, type Token } from "../../reading/tokens.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import { isValue, plainKey } from "../../reading/values.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, type Span, slotChange } from "../slot.ts";
import { isContent } from "../words.ts";

const DASH = /^[-–—‑‐]$/;

/** "5 days" → "5 to 10 days", "May 2024" → "May to July 2024": a value that is now an end of a range, or was one. */
export function grownRange(gap: Gap): SlotChange | undefined {
  return grownIn(gap) ?? grownIn(setBack(gap));
}

/** "(June 2014 to) all" → "(to June 2014) to all": a run that came or went alone, one unit further left, where that is the same. */
function setBack(gap: Gap): Gap {
  const { before, after } = gap;
  const isLonger = before.from < before.to;
  const [run, other] = isLonger ? [before, after] : [after, before];
  const { units } = run.sentence;
  const isSameUnit = run.from > 0 && units[run.from - 1]?.key === units[run.to - 1]?.key;
  const back = (side: Side): Side => ({ ...side, from: side.from - 1, to: side.to - 1 });
  return other.from === other.to && other.from > 0 && isSameUnit
    ? { before: back(before), after: back(after) }
    : gap;
}

function grownIn({ before, after }: Gap): SlotChange | undefined {
  const [grown, shrunk] = [rangeOver(before, after), rangeOver(after, before)];
  if (grown !== undefined) {
    return slotChange(grown.kind, grown.value, grown.range, CONFIDENCE);
  }
  return shrunk === undefined ? undefined : slotChange(shrunk.kind, shrunk.range, shrunk.value, CONFIDENCE);
}

const CONFIDENCE = 0.9;

interface Grown {
  readonly kind: "number" | "date";
  readonly value: Span;
  readonly range: Span;
}

/** The range of the longer side, one end of which is the only value of the other side, where nothing else says anything. */
function rangeOver(single: Side, longer: Side): Grown | undefined {
  const range = rangeIn(longer);
  const value = range === undefined ? undefined : valueAt(single, range);
  const isPlain = [single, longer].flatMap(unitsOf).every((unit) => isValue(unit) || !isContent(unit));
  if (range === undefined || value === undefined || !isPlain) {
    return undefined;
  }
  const { start, end } = range;
  const areYears = start.isYear === true && end.isYear === true;
  return {
    kind: areYears || start.sort === "date" ? "date" : "number",
    value: { sentence: single.sentence, from: value.from, to: value.to },
    range: { sentence: longer.sentence, from: start.from, to: end.to },
  };
}

/** The value of a side that is an end of a range: its only one, or the one beside it, if that end is kept. */
function valueAt(side: Side, { start, end, kept }: Range): Unit | undefined {
  const { units } = side.sentence;
  const [own, ...more] = unitsOf(side).filter(isValue);
  const places = { none: own, start: units[side.from - 1], end: units[side.to] };
  const value = places[kept];
  const isOne = more.length === 0 && (own === undefined || own === value);
  return isOne && value !== undefined && (isSame(value, start) || isSame(value, end)) ? value : undefined;
}

interface Range {
  readonly start: Unit;
  readonly end: Unit;
  /** Which of the ends stands beside the gap. */
  readonly kept: "none" | "start" | "end";
}

/** The range that holds all values of a side; one of its ends may be the kept unit before or after it. */
function rangeIn(side: Side): Range | undefined {
  const { sentence, from, to } = side;
  const first = Math.max(0, from - 1);
  const lengths = sentence.units.slice(first, to).map((_, n) => rangeLength(sentence, first + n));
  const at = lengths.findIndex((length, n) => length > 0 && first + n + length <= to);
  const [start, end] = [first + at, first + at + (lengths[at] ?? 0)];
  const kept = keptEnd(side, start, end);
  const isWhole = unitsOf(side).filter(isValue).length === (kept === "none" ? 2 : 1);
  const ends = [sentence.units[start], sentence.units[end]];
  return at >= 0 && isWhole && ends[0] !== undefined && ends[1] !== undefined
    ? { start: ends[0], end: ends[1], kept }
    : undefined;
}

function keptEnd({ from, to }: Side, start: number, end: number): Range["kept"] {
  if (start < from) {
    return "start";
  }
  return end === to ? "end" : "none";
}

/** How many units after a value the other end of its range stands; 0 if it begins none. */
function rangeLength({ units, tokens }: ReadSentence, at: number): number {
  const [start, next, last] = units.slice(at, at + 3);
  if (start === undefined || next === undefined || !isValue(start)) {
    return 0;
  }
  if (next.sort === start.sort && next.from - start.to === 1 && isDash(tokens[start.to])) {
    return [tokens[start.from - 1], tokens[next.to]].some(isDash) ? 0 : 1;
  }
  const isLinked = RANGE_LINKS.has(next.key) && next.from === start.to && next.to === last?.from;
  return isLinked && last.sort === start.sort ? 2 : 0;
}

function isDash(token: Token | undefined): boolean {
  return matches(token, DASH);
}

function isSame(a: Unit, b: Unit): boolean {
  return a.moment !== undefined && b.moment !== undefined
    ? isSameMoment(a.moment, b.moment)
    : a.sort === b.sort && plainKey(a) === plainKey(b);
}
