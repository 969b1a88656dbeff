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
  const back = setBack(gap);
  return grownIn(gap) ?? (back === gap ? undefined : grownIn(back));
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
  if (range === undefined || value === undefined || ![single, longer].every(isPlain)) {
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

/** Whether no word of a side says anything. */
function isPlain(side: Side): boolean {
  return unitsOf(side).every((unit) => isValue(unit) || !isContent(unit));
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
  const { sentence, to } = side;
  const start = rangeStart(side);
  const end = start + rangeLength(sentence, start);
  const kept = keptEnd(side, start, end);
  const isWhole = unitsOf(side).filter(isValue).length === (kept === "none" ? 2 : 1);
  const ends = [sentence.units[start], sentence.units[end]];
  return start < to && isWhole && ends[0] !== undefined && ends[1] !== undefined
    ? { start: ends[0], end: ends[1], kept }
    : undefined;
}

/** Where the first range of a side begins, perhaps with the unit before it; its end if it has none. */
function rangeStart({ sentence, from, to }: Side): number {
  for (let at = Math.max(0, from - 1); at < to; at++) {
    const length = rangeLength(sentence, at);
    if (length > 0 && at + length <= to) {
      return at;
    }
  }
  return to;
}

function keptEnd({ from, to }: Side, start: number, end: number): Range["kept"] {
  if (start < from) {
    return "start";
  }
  return end === to ? "end" : "none";
}

/** How many units after a value the other end of its range stands; 0 if it begins none. */
function rangeLength({ units, tokens }: ReadSentence, at: number): number {
  const [start, next, last] = [units[at], units[at + 1], units[at + 2]];
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
