import { wordSet } from "../phrases.ts";
import { isSameMoment } from "../reading/dates/moment.ts";
import type { Unit } from "../reading/types.ts";
import { isValue, plainKey } from "../reading/values.ts";
import { type Gap, type Side, unitsOf } from "./gaps.ts";
import { type SlotChange, type Span, slotChange } from "./slot.ts";
import { isContent } from "./words.ts";

const LINKS = wordSet("to till until through bis à au a al e do tot t/m até till");
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

/** The range of the longer side, one end of which is the only value of the other; both with the units at the edges of their gap. */
function rangeOver(single: Side, longer: Side): Grown | undefined {
  const range = rangeIn(longer);
  if (range === undefined) {
    return undefined;
  }
  const { start, end, isStartKept, isEndKept } = range;
  const { units } = single.sentence;
  const [own, ...more] = unitsOf(single).filter(isValue);
  const kept = isStartKept ? units[single.from - 1] : isEndKept ? units[single.to] : own;
  const isOne = more.length === 0 && (kept === own || own === undefined);
  if (kept === undefined || !isOne || !(isSame(kept, start) || isSame(kept, end))) {
    return undefined;
  }
  const isPlain = [...unitsOf(single), ...unitsOf(longer)].every((unit) => isValue(unit) || !isContent(unit));
  const areYears = start.isYear === true && end.isYear === true;
  const kind = areYears || [start, end].some(({ sort }) => sort === "date") ? "date" : "number";
  const ofRange = { sentence: longer.sentence, from: start.from, to: end.to };
  return isPlain
    ? { kind, value: { sentence: single.sentence, from: kept.from, to: kept.to }, range: ofRange }
    : undefined;
}

/** Two values with a link, the only ones of a side; one of them may be the kept unit at its edge. */
function rangeIn({ sentence, from, to }: Side) {
  const { units, tokens } = sentence;
  const first = Math.max(0, from - 1);
  const places = units.slice(first, to + 1).flatMap((unit, n) => (isValue(unit) ? [first + n] : []));
  const own = places.filter((at) => at >= from && at < to);
  const [a, b] =
    own.length === 2 ? own : own.length === 1 ? places.slice(places.indexOf(own[0] ?? 0) === 0 ? 0 : -2) : [];
  const [start, end] = [units[a ?? -1], units[b ?? -1]];
  if (a === undefined || b === undefined || start === undefined || end === undefined) {
    return undefined;
  }
  const isOneSort = start.sort === end.sort;
  const isLinked = b - a === 2 && end.from - start.to === 1 && LINKS.has(units[a + 1]?.key ?? "");
  const isDashed = b - a === 1 && end.from - start.to === 1 && DASH.test(tokens[start.to]?.text ?? "");
  return isOneSort && (isLinked || isDashed)
    ? { start, end, isStartKept: a < from, isEndKept: b >= to }
    : undefined;
}

function isSame(a: Unit, b: Unit): boolean {
  return a.moment !== undefined && b.moment !== undefined
    ? isSameMoment(a.moment, b.moment, undefined, undefined)
    : a.sort === b.sort && plainKey(a) === plainKey(b);
}
