import type { Unit } from "../../reading/types.ts";
import type { Gap, Side } from "../gaps.ts";
import type { Span } from "../slot.ts";

/**
 * Two names that are shown with as many of the kept words before and after them: "Member of Vik" → "Fellow for Vik", where a
 * particle that is part of one name only would show "Member" → "Fellow for Vik".
 */
export function evened({ before, after }: Gap, a: Span, b: Span): readonly [Span, Span] {
  const [one, other] = [beyond(before, a), beyond(after, b)];
  const [lead, tail] = [Math.max(one.lead, other.lead), Math.max(one.tail, other.tail)];
  const isKept = (place: number) => keyAt(before, before.from - place) === keyAt(after, after.from - place);
  const isKeptAfter = (place: number) => keyAt(before, before.to + place) === keyAt(after, after.to + place);
  const areKept = upTo(lead).every((n) => isKept(n + 1)) && upTo(tail).every(isKeptAfter);
  return areKept && (lead > 0 || tail > 0)
    ? [widened(before, a, lead, tail), widened(after, b, lead, tail)]
    : [a, b];
}

/** How many units before and after a side of a gap a name takes in. */
function beyond({ sentence: { units }, from, to }: Side, span: Span) {
  const isIn = (unit: Unit) => unit.from >= span.from && unit.to <= span.to;
  return {
    lead: units.slice(0, from).filter(isIn).length,
    tail: units.slice(to).filter(isIn).length,
  };
}

function widened({ sentence, from, to }: Side, span: Span, lead: number, tail: number): Span {
  const [first, last] = [sentence.units[from - lead], sentence.units[to + tail - 1]];
  return {
    sentence,
    from: lead === 0 ? span.from : Math.min(span.from, first?.from ?? span.from),
    to: tail === 0 ? span.to : Math.max(span.to, last?.to ?? span.to),
  };
}

function keyAt({ sentence }: Side, at: number): string | undefined {
  return sentence.units[at]?.key;
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}
