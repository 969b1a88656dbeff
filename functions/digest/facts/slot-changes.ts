import { isMoved, isYearMoved } from "./moved-slots.ts";
import { boundOfValues, withLoneBound } from "./polarity/bounds.ts";
import { oppositeChange } from "./polarity/opposites.ts";
import { polarityChange } from "./polarity/polarity.ts";
import { type Rewriting, rewritingOf } from "./polarity/rewriting.ts";
import type { Unit } from "./reading/types.ts";
import { citationChanges } from "./slots/citations.ts";
import { type Gap, type Side, unitsOf } from "./slots/gaps.ts";
import { institutionChanges } from "./slots/institutions.ts";
import type { NameContext } from "./slots/names/is-name.ts";
import { nameChanges } from "./slots/names/names.ts";
import { quotationChanges } from "./slots/quotations.ts";
import { referenceChanges } from "./slots/references.ts";
import { type SlotChange, type Span, spanOfUnits, surfaceOf } from "./slots/slot.ts";
import { sourceChanges } from "./slots/sources.ts";
import { filledIn } from "./slots/values/filled-in.ts";
import { intervalChanges } from "./slots/values/interval-changes.ts";
import { loneDates } from "./slots/values/lone-dates.ts";
import { loneNumbers } from "./slots/values/lone-numbers.ts";
import { quantifierChange } from "./slots/values/quantifiers.ts";
import { rateChange } from "./slots/values/rates.ts";
import { type Left, valueChanges, valuesOf } from "./slots/values/values.ts";

/** Longest quotation, in tokens, of which the first word is rather no name. */
const MAX_SHORT = 3;
/** Words that may have changed in the clause around a value that came or went alone: it may stand in them in other words. */
const MAX_BESIDE_LONE = 4;
const BLANKS = /\s+/g;

/**
 * The slots that hold another value in the gaps of a sentence. A gap is read for one thing only: acts and offices first, which cover
 * several gaps; then blanks that were filled in, values, names, polarity and sources; a quotation is told where nothing in it is.
 */
export function slotChanges(gaps: readonly Gap[], context: NameContext): readonly SlotChange[] {
  const acts = citationChanges(gaps.filter((gap) => !isBlankOnly(gap)));
  const offices = institutionChanges(acts.others);
  const references = referenceChanges(offices.others);
  const blanks = references.others.map((gap) => filledIn(gap, context));
  const intervals = intervalChanges(references.others.filter((_, n) => blanks[n]?.length === 0));
  const changes = [
    ...acts.changes,
    ...offices.changes,
    ...references.changes,
    ...blanks.flat(),
    ...intervals.changes,
    ...changesOf(intervals.others, context),
  ];
  return changes.filter(
    (change) => !isMoved(change, changes) && !isPartOf(change, changes) && !isYearMoved(change),
  );
}

/** "3 → 4" in "3 talks per quarter → 4 talks per year"; "and under → ∅" in "12 and under → 5 to 12". */
function isPartOf(change: SlotChange, all: readonly SlotChange[]): boolean {
  const { kind, before, after } = change;
  return all.some((whole) =>
    whole.kind === kind
      ? isWithin(before, whole.before) && isWithin(after, whole.after) && isWider(whole.after, after)
      : kind === "polarity" && (isWithin(before, whole.before) || isWithin(after, whole.after)),
  );
}

function isWithin(part: Span | undefined, whole: Span | undefined): boolean {
  return part !== undefined && whole !== undefined && part.from >= whole.from && part.to <= whole.to;
}

function isWider(whole: Span | undefined, part: Span | undefined): boolean {
  return (whole?.to ?? 0) - (whole?.from ?? 0) > (part?.to ?? 0) - (part?.from ?? 0);
}

/** "3, 5 tonnes" → "3,5 tonnes": only a blank went. */
function isBlankOnly({ before, after }: Gap): boolean {
  const [a, b] = [before, after].map((side) => {
    const span = spanOfUnits(side.sentence, unitsOf(side));
    return span === undefined ? "" : surfaceOf(span);
  });
  return a !== b && a?.replace(BLANKS, "") === b?.replace(BLANKS, "");
}

function changesOf(gaps: readonly Gap[], context: NameContext): readonly SlotChange[] {
  const values = gaps.map(valueChanges);
  const rewriting = rewritingOf(gaps);
  const stays = isLeftOnce(values.map(({ left }) => left));
  const found = gaps.map((gap, n) => {
    const quantity = quantifierChange(gap, context.lang);
    if (quantity.length > 0) {
      return quantity;
    }
    const { changes = [], left = { before: [], after: [] } } = values[n] ?? {};
    const dates = loneDates(gap, { before: left.before.filter(stays), after: left.after.filter(stays) });
    const lone =
      rewriting.around(gap) > MAX_BESIDE_LONE
        ? []
        : [...dates, ...loneNumbers(gap, stays), ...rateChange(gap)];
    const own = [...changes.flatMap(withBound), ...lone];
    return own.length > 0 ? [...own, ...besideValue(gap, context)] : firstOf(gap, rewriting, context);
  });
  const quoted = quotationChanges(gaps.filter((_, n) => found[n]?.length === 0));
  return once(withMovedDate([...found.flat(), ...quoted]));
}

/** "The budget of Velm for 2031" → "the 2032 budget of Velm": the only date that went and the only one that came are one slot. */
function withMovedDate(changes: readonly SlotChange[]): readonly SlotChange[] {
  const isLone = ({ kind, before, after }: SlotChange) =>
    kind === "date" && (before === undefined || after === undefined);
  const dates = changes.filter(isLone);
  const [before, after] = [
    dates.find((date) => date.before !== undefined)?.before,
    dates.find((date) => date.after !== undefined)?.after,
  ];
  return dates.length === 2 && before !== undefined && after !== undefined
    ? [...changes.filter((change) => !isLone(change)), { kind: "date", before, after, confidence: 0.8 }]
    : changes;
}

/** A range of which both ends changed is one change. */
function once(changes: readonly SlotChange[]): readonly SlotChange[] {
  const place = ({ kind, before, after }: SlotChange) =>
    [kind, before?.from, before?.to, after?.from, after?.to].join();
  return [...new Map(changes.map((change) => [place(change), change])).values()];
}

/** “Hello Ada”: the first word of a quotation of a few has its capital anyway. */
function opensShort(gap: Gap): boolean {
  const [quoted] = quotationChanges([gap]);
  const { from = 0, to = 0 } = quoted?.after ?? {};
  const first = gap.after.sentence.units[gap.after.from];
  return quoted !== undefined && to - from <= MAX_SHORT && first?.from === from;
}

/**
 * "In 2019 Oslo hosts" → "In 2023 Rome hosts", "rose 5 %" → "fell 3 %": names and opposites before or after the only value
 * of a gap.
 */
function besideValue(gap: Gap, context: NameContext): readonly SlotChange[] {
  const [before, after] = [gap.before, gap.after].map(partsAround);
  if (before === undefined || after === undefined) {
    return [];
  }
  return (["left", "right"] as const).flatMap((part) => {
    const [a, b] = [before[part], after[part]];
    if (a.from >= a.to || b.from >= b.to) {
      return [];
    }
    const beside = { before: a, after: b };
    const names = nameChanges(beside, context);
    const turned = names.length > 0 ? undefined : oppositeChange(beside);
    return turned === undefined ? names : [turned];
  });
}

/** What stands before and after the only value of a side. */
function partsAround(side: Side): { readonly left: Side; readonly right: Side } | undefined {
  const [value, ...more] = valuesOf(side);
  const at = value === undefined ? -1 : side.sentence.units.indexOf(value, side.from);
  return at < 0 || more.length > 0
    ? undefined
    : { left: { ...side, to: at }, right: { ...side, from: at + 1 } };
}

/** Values left on both sides of a sentence only changed places. */
function isLeftOnce(left: readonly Left[]): (unit: Unit) => boolean {
  const keysOf = (units: readonly Unit[]) => new Set(units.map(({ key }) => key));
  const before = keysOf(left.flatMap((each) => each.before));
  const after = keysOf(left.flatMap((each) => each.after));
  return ({ key }) => !(before.has(key) && after.has(key));
}

/** A changed number with the bound before it; another bound is told beside it. */
function withBound(change: SlotChange): readonly SlotChange[] {
  const { kind, before, after } = change;
  if (kind !== "number" || before === undefined || after === undefined) {
    return [change];
  }
  const [a, b] = withLoneBound(before, after);
  const bound = [before, after].some(isVague) ? undefined : boundOfValues(before, after);
  return [{ ...change, before: a, after: b }, ...(bound === undefined ? [] : [bound])];
}

/** "Details about hundreds of boats": "about" is no bound of it. */
function isVague({ sentence: { tokens }, from }: Span): boolean {
  return tokens[from]?.means?.isVague === true;
}

/** The names of a gap; without any, its polarity; without that, its source. */
function firstOf(gap: Gap, rewriting: Rewriting, context: NameContext): readonly SlotChange[] {
  const names = nameChanges(gap, context);
  if (names.length > 0) {
    return opensShort(gap) ? [] : names;
  }
  const turned = polarityChange(gap, rewriting, context.lang);
  return turned === undefined ? sourceChanges(gap, context.lang) : [turned];
}
