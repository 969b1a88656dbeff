import { wordSet } from "../../phrases.ts";
import { UNITS } from "../../reading/numbers/units.ts";
import type { Unit } from "../../reading/types.ts";
import type { Gap, Side } from "../gaps.ts";
import { type SlotChange, type Span, slotChange } from "../slot.ts";

/** Between an amount and what it is paid or counted for. */
const PER = wordSet("a an per each every pro je im par à al alla all' por ao à om i");
/** Units of a rate: "€20", "a", "year". */
const RATE = 3;
const SPANS = wordSet("hour day week month year");

/** "€20 a year" → "€20 a month": an amount that is kept, for another span of time. */
export function rateChange({ before, after }: Gap): readonly SlotChange[] {
  const [a, b] = [rateAt(before), rateAt(after)];
  return a === undefined || b === undefined || a.span === b.span
    ? []
    : [slotChange("number", a.rate, b.rate, 0.9)];
}

/** The rate that a side ends: an amount before it, and "a year" or "year" in it. */
function rateAt({ sentence, from, to }: Side): { readonly rate: Span; readonly span: string } | undefined {
  const [amount, per, last] = sentence.units.slice(Math.max(0, to - RATE), to);
  const span = UNITS.get(last?.key ?? "") ?? "";
  const isInPlace = to > from && to - from < RATE;
  const isRate = isInPlace && isAmount(amount) && PER.has(per?.key ?? "") && SPANS.has(span);
  return isRate && last !== undefined
    ? { rate: { sentence, from: amount.from, to: last.to }, span }
    : undefined;
}

/** A sum of money, a measure or a count in digits or words. */
function isAmount(unit: Unit | undefined): unit is Unit {
  return unit?.sort === "number" && unit.isYear !== true;
}
