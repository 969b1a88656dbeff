import type { Unit } from "../reading/types.ts";
import { isValue } from "../reading/values.ts";
import { type Gap, type Side, unitsOf } from "./gaps.ts";

/**
 * "Fall 2024 to spring 2025" → "fall 2025 to spring 2026", "one or two" → "two or three": the value that is kept moved one place on.
 * A diff keeps it, and leaves "2024 to spring" gone before it and "to spring 2026" come behind it; here each value takes the place of
 * another. Linear.
 */
export function withoutShifts(gaps: readonly Gap[]): readonly Gap[] {
  const found: Gap[] = [];
  for (let n = 0; n < gaps.length; n++) {
    const [gap, next] = [gaps[n], gaps[n + 1]];
    const pair = gap === undefined || next === undefined ? undefined : shifted(gap, next);
    found.push(...(pair ?? (gap === undefined ? [] : [gap])));
    n += pair === undefined ? 0 : 1;
  }
  return found;
}

function shifted(gap: Gap, next: Gap): readonly Gap[] | undefined {
  return (
    shift(gap.before, next.after, gap.after, (before, after) => ({ before, after })) ??
    shift(gap.after, next.before, gap.before, (after, before) => ({ before, after }))
  );
}

/** `gone` ends before the kept value and `come` begins behind it; `empty` is where nothing stood instead of `gone`. */
function shift(
  gone: Side,
  come: Side,
  empty: Side,
  gapOf: (own: Side, other: Side) => Gap,
): readonly Gap[] | undefined {
  const [first, ...words] = unitsOf(gone);
  const [last, ...reversed] = unitsOf(come).toReversed();
  const kept = gone.sentence.units[gone.to];
  const areAmounts = [first, kept].every((unit) => isAmount(gone, unit)) && isAmount(come, last);
  const isOne = empty.from === empty.to && come.from === empty.from + 1;
  const areSame = words.map(keyOf).join() === reversed.toReversed().map(keyOf).join();
  if (!isOne || !areSame || words.some(isValue) || !areAmounts) {
    return undefined;
  }
  const at = (side: Side, place: number) => ({ ...side, from: place, to: place + 1 });
  return [gapOf(at(gone, gone.from), at(come, empty.from)), gapOf(at(gone, gone.to), at(come, come.to - 1))];
}

function keyOf({ key }: Unit): string {
  return key;
}

/** A value, or "one", which is an article in most languages. */
function isAmount({ sentence }: Side, unit: Unit | undefined): boolean {
  return unit !== undefined && (isValue(unit) || sentence.tokens[unit.from]?.means?.isOne === true);
}
