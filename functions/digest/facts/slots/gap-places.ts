import { isHyphen, type Token } from "../reading/tokens.ts";
import type { Unit } from "../reading/types.ts";
import { isValue } from "../reading/values.ts";
import { type Gap, type Side, unitsOf } from "./gaps.ts";
import { FUNCTION_WORDS } from "./words.ts";

/** Kept units, at most, over which two runs are moved to meet. */
const MAX_MEETING = 2;

/**
 * Where a value went and another came close by, a small word between them is often kept by chance: "(de dix) d'" → "d'
 * (au moins cinq d')". If one of the runs can be moved over it, they stand in one place.
 */
export function met(gaps: readonly Gap[]): readonly Gap[] {
  const all: Gap[] = [];
  for (const gap of gaps) {
    const last = all.at(-1);
    const meeting = last === undefined ? undefined : meetingOf(last, gap);
    all.splice(meeting === undefined ? all.length : -1, 1, meeting ?? gap);
  }
  return all;
}

function meetingOf(first: Gap, second: Gap): Gap | undefined {
  const steps = second.before.from - first.before.to;
  const isCrossed = isEmpty(first.after) && isEmpty(second.before);
  const isMirrored = isEmpty(first.before) && isEmpty(second.after);
  if (isCrossed || isMirrored) {
    return steps > MAX_MEETING ? undefined : placedAs(first, second, isCrossed);
  }
  return steps === 1 && isOverSmallWord(first, second) ? joined(first, second) : undefined;
}

function placedAs(first: Gap, second: Gap, isCrossed: boolean): Gap | undefined {
  const steps = second.before.from - first.before.to;
  const [before, after] = isCrossed
    ? placed(first.before, second.after, steps)
    : placed(first.after, second.before, steps).toReversed();
  return before === undefined || after === undefined ? undefined : { before, after };
}

/** "(after 90 days)" → "(30 days after death)": the one word that is kept stands before one value and after the other. */
function isOverSmallWord(first: Gap, second: Gap): boolean {
  const kept = first.before.sentence.units[first.before.to]?.key ?? "";
  const [goneFirst, comeFirst] = [hasValue(first.before), hasValue(first.after)];
  const isInOther = goneFirst !== hasValue(second.before) && comeFirst !== hasValue(second.after);
  return FUNCTION_WORDS.has(kept) && isInOther && goneFirst !== comeFirst;
}

function joined(first: Gap, second: Gap): Gap {
  return {
    before: { ...first.before, to: second.before.to },
    after: { ...first.after, to: second.after.to },
  };
}

/** Two runs with values, one of them moved over the words between them; nothing if neither can be. */
function placed(first: Side, second: Side, steps: number): readonly Side[] {
  if (![first, second].every(hasValue)) {
    return [];
  }
  if (canMove(second, -steps)) {
    return [first, moved(second, -steps)];
  }
  return canMove(first, steps) ? [moved(first, steps), second] : [];
}

function hasValue(side: Side): boolean {
  return unitsOf(side).some(isValue);
}

function isEmpty({ from, to }: Side): boolean {
  return from === to;
}

/** Whether the same words stand on both edges of a run, so that it can be set further on or back. */
function canMove({ sentence: { units }, from, to }: Side, by: number): boolean {
  const start = by < 0 ? from + by : from;
  const end = by < 0 ? to + by : to;
  return Array.from({ length: Math.abs(by) }).every((_, n) => sameKey(units, start + n, end + n));
}

/**
 * A run that came or went alone can often be set at several places ("A-B, A-C" → "A-C": "A-B," or "B, A-"): it is set
 * where marks part it from the rest.
 */
export function slid(gap: Gap): Gap {
  const { before, after } = gap;
  if (before.from === before.to && after.from < after.to) {
    const by = stepsToMarks(after);
    return { before: moved(before, by), after: moved(after, by) };
  }
  if (after.from === after.to && before.from < before.to) {
    const by = stepsToMarks(before);
    return { before: moved(before, by), after: moved(after, by) };
  }
  return gap;
}

function moved(side: Side, by: number): Side {
  return by === 0 ? side : { ...side, from: side.from + by, to: side.to + by };
}

/** Longest way that a run is moved, in units. */
const MAX_SLIDE = 6;

/** How far a run has to move to stand between marks or ends of the sentence; 0 if it does, or cannot. */
function stepsToMarks(side: Side): number {
  const { units } = side.sentence;
  const places = [0];
  for (let by = -1; by >= -MAX_SLIDE && sameKey(units, side.from + by, side.to + by); by--) {
    places.push(by);
  }
  for (let by = 1; by <= MAX_SLIDE && sameKey(units, side.from + by - 1, side.to + by - 1); by++) {
    places.push(by);
  }
  const best = Math.max(...places.map((by) => marksAround(side, by)));
  return places.find((by) => marksAround(side, by) === best) ?? 0;
}

function sameKey(units: readonly Unit[], a: number, b: number): boolean {
  return a >= 0 && b < units.length && units[a]?.key === units[b]?.key;
}

/** How many of the two edges of a moved side are at marks or ends of the sentence. */
function marksAround({ sentence: { units, tokens }, from, to }: Side, by: number): number {
  const [first, last] = [units[from + by], units[to + by - 1]];
  const isStart = first !== undefined && isEdge(tokens[first.from - 1]);
  const isEnd = last !== undefined && isEdge(tokens[last.to]);
  return Number(isStart) + Number(isEnd);
}

function isEdge(token: Token | undefined): boolean {
  return token === undefined || (token.type === "mark" && !isHyphen(token));
}
