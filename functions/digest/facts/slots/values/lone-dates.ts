import { isWeighty } from "../../polarity/claims.ts";
import type { Unit } from "../../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, slotChange } from "../slot.ts";
import { FUNCTION_WORDS, isContent } from "../words.ts";
import { type Left, valuesOf } from "./values.ts";

/** Words around a value that came or went with nothing but them. */
const MAX_LEADS = 4;
/** Tokens between two dates of one span: "du 3 février jusqu'à fin avril". */
const MAX_SPAN_LINKS = 3;

/** Values of one side of a gap that found no partner. */
interface Lone {
  readonly side: Side;
  readonly units: readonly Unit[];
}

/**
 * A date, or a span of two, that came or went with nothing but its preposition, while the statement stands: "All pupils
 * attend from 8 March".
 */
export function loneDates(gap: Gap, left: Left): readonly SlotChange[] {
  const isGone = left.before.length > 0;
  if (isGone && left.after.length > 0) {
    return [];
  }
  const [lone, other] = isGone
    ? [{ side: gap.before, units: left.before }, gap.after]
    : [{ side: gap.after, units: left.after }, gap.before];
  const [first, last] = [lone.units[0], lone.units.at(-1)];
  if (first === undefined || last === undefined || !isDateOrSpan(lone, first, last)) {
    return [];
  }
  const isStanding = valuesOf(other).length === 0 && isSmall(lone.side, [first, last]) && isSmall(other, []);
  if (!isStanding || !hasLead(lone, first)) {
    return [];
  }
  const span = { sentence: lone.side.sentence, from: first.from, to: last.to };
  return [slotChange("date", isGone ? span : undefined, isGone ? undefined : span, 0.9)];
}

/** "In the fall of this year" → "in the fall": readers know which one is meant. */
function isRelative({ moment }: Unit): boolean {
  return moment?.word?.startsWith("this ") === true;
}

/** One date, or two with small words between them; a year needs its preposition. */
function isDateOrSpan({ side, units }: Lone, first: Unit, last: Unit): boolean {
  const isSpan = units.length === 1 || (units.length === 2 && last.from - first.to <= MAX_SPAN_LINKS);
  const isYear = isAfterPreposition(side, first);
  const isDate = (unit: Unit) => unit.sort === "date" && !isRelative(unit);
  return isSpan && units.every((unit) => isDate(unit) || (unit.isYear === true && isYear));
}

/** Something shows that it is a date of the statement: a word before it, a bracket, or its month. */
function hasLead({ side, units }: Lone, first: Unit): boolean {
  const isBracketed = side.sentence.tokens[first.from - 1]?.text === "(";
  return unitsOf(side).length > units.length || isBracketed || first.moment?.month !== undefined;
}

/** A side holds nothing but some units and small words. */
function isSmall(side: Side, values: readonly Unit[]): boolean {
  const others = unitsOf(side).filter((unit) => !values.includes(unit));
  return (
    others.length <= MAX_LEADS * Math.max(1, values.length) &&
    others.every((unit) => !(isContent(unit) && isWeighty(unit)))
  );
}

function isAfterPreposition(side: Side, unit: Unit): boolean {
  const own = unitsOf(side);
  const before = own[own.indexOf(unit) - 1];
  return before?.sort === "word" && FUNCTION_WORDS.has(before.key);
}
