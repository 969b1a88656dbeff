import { wordSet } from "../../phrases.ts";
import { TERM_UNITS, UNITS } from "../../reading/numbers/units.ts";
import type { Unit } from "../../reading/types.ts";
import type { Gap, Side } from "../gaps.ts";
import { type SlotChange, type Span, slotChange } from "../slot.ts";

/** Between an amount and what it is paid or counted for. */
const PER = wordSet("a an per each every pro je im par à al alla all' por ao à om i");
/** Spans that are no units of ours. */
const OTHER_SPANS: ReadonlyMap<string, string> = new Map([
  ...["quarter", "quartal", "trimestre", "trimestr", "kwartaal", "kvartal"].map(
    (word) => [word, "quarter"] as const,
  ),
  ...["semester", "semestre", "halbjahr"].map((word) => [word, "half-year"] as const),
]);
/** Units of a rate, from "€20" or "3" to "year": "a" and what is counted may stand between. */
const MAX_RATE = 4;

/** "€20 a year" → "€20 a month", "per month €20" → "per year €240", "3 talks per quarter" → "4 talks per year": an amount for another span of time, told whole. */
export function rateChange({ before, after }: Gap): readonly SlotChange[] {
  const [a, b] = [rateAt(before) ?? ledRate(before), rateAt(after) ?? ledRate(after)];
  return a === undefined || b === undefined || a.span === b.span
    ? []
    : [slotChange("number", a.rate, b.rate, 0.9)];
}

/** The rate that a side ends: an amount before it, and "a year" or "year" in it. */
function rateAt({ sentence, from, to }: Side): { readonly rate: Span; readonly span: string } | undefined {
  const { units } = sentence;
  const [per, last] = units.slice(Math.max(0, to - 2), to);
  const span = spanOfTime(last);
  if (to <= from || to - from > MAX_RATE || last === undefined || span === "" || !PER.has(per?.key ?? "")) {
    return undefined;
  }
  const amount = units.slice(Math.max(0, to - MAX_RATE), to - 2).findLast(isAmount);
  return amount === undefined ? undefined : { rate: { sentence, from: amount.from, to: last.to }, span };
}

/** "per month €20": "per" is kept before the side, or opens it. */
function ledRate({ sentence, from, to }: Side): ReturnType<typeof rateAt> {
  const { units } = sentence;
  const start = PER.has(units[from]?.key ?? "") ? from : from - 1;
  const [per, span, amount] = units.slice(Math.max(0, start), start + 3);
  const isLed = PER.has(per?.key ?? "") && span?.sort === "word" && amount !== undefined && start + 3 === to;
  return isLed && per !== undefined && isAmount(amount)
    ? { rate: { sentence, from: per.from, to: amount.to }, span: span.key }
    : undefined;
}

function spanOfTime(last: Unit | undefined): string {
  const key = last?.key ?? "";
  const unit = UNITS.get(key) ?? "";
  return TERM_UNITS.has(unit) ? unit : (OTHER_SPANS.get(key) ?? "");
}

/** A sum of money, a measure or a count in digits or words. */
function isAmount(unit: Unit): boolean {
  return unit.sort === "number" && unit.isYear !== true;
}
