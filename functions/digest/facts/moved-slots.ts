import type { Unit } from "./reading/types.ts";
import { type SlotChange, type Span, unitsIn } from "./slots/slot.ts";
import { FUNCTION_WORDS } from "./slots/words.ts";

/** "No. 159, as amended" → "No. 159, and No. 49, as amended": what seems replaced still stands elsewhere, and as often. */
export function isStillThere({ kind, before, after }: SlotChange, all: readonly SlotChange[]): boolean {
  if (before === undefined || after === undefined || kind === "polarity" || kind === "quotation") {
    return false;
  }
  const own = tellingKeys(unitsIn(before));
  const isBack = all.some(
    (change) => change.after !== undefined && isSameRun(tellingKeys(unitsIn(change.after)), own),
  );
  const stands = !isBack && timesBeside(after, own) > timesBeside(before, own);
  return stands || (kind === "name" && isLongerThere(before, after));
}

/** "in March, to 1 May 2031" → "in March 2031, to 1 May": a year stands at another date of the same sentence. */
export function isYearMoved({ kind, before, after }: SlotChange): boolean {
  if (kind !== "date" || before === undefined || after === undefined) {
    return false;
  }
  const [own, other] = [yearsIn(unitsIn(before)), yearsIn(unitsIn(after))];
  const isOneSided = (own.length === 0) !== (other.length === 0);
  return isOneSided && yearsIn(before.sentence.units).join() === yearsIn(after.sentence.units).join();
}

function yearsIn(units: readonly Unit[]): readonly number[] {
  return units
    .flatMap(({ moment, isYear, key }) => moment?.year ?? (isYear === true ? Number(key.slice(1)) : []))
    .toSorted((a, b) => a - b);
}

/** "the Office of the Council" → "Office Council": with other small words, the longer one stands in the other version, too. */
function isLongerThere(before: Span, after: Span): boolean {
  const [own, other] = [before, after].map((span) => tellingKeys(unitsIn(span)));
  const isLonger = (own?.length ?? 0) > (other?.length ?? 0);
  const [long, there] = isLonger ? [own, after] : [other, before];
  return long !== undefined && long.length > 1 && timesBeside({ ...there, from: 0, to: 0 }, long) > 0;
}

/** The keys of units that say something, if any do: articles and prepositions come and go. */
function tellingKeys(units: readonly Unit[]): readonly string[] {
  const telling = units.filter((unit) => !isFunctionWord(unit));
  return (telling.length > 0 ? telling : units).map(({ key }) => key);
}

function isFunctionWord({ sort, key }: Unit): boolean {
  return sort === "word" && FUNCTION_WORDS.has(key);
}

function isSameRun(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, n) => key === b[n]);
}

/** How often a run of keys stands in a sentence outside a span. */
function timesBeside({ sentence, from, to }: Span, run: readonly string[]): number {
  const units = sentence.units.filter((unit) => !isFunctionWord(unit));
  const stands = (n: number) => run.every((key, place) => units[n + place]?.key === key);
  return units.filter((unit, n) => {
    const end = units[n + run.length - 1]?.to ?? to;
    return stands(n) && (unit.from >= to || end <= from);
  }).length;
}

/**
 * "120 for members, 280 for all others" → "280, and 120 for members": two values took each other's place, and the words beside them
 * did, too. Linear in the changes.
 */
export function withoutMovedPairs(changes: readonly SlotChange[]): readonly SlotChange[] {
  const byName = new Map(changes.map((change) => [nameOf(change, "before", "after"), change]));
  const isMoved = (change: SlotChange) => {
    const twin = change.kind === "name" ? undefined : byName.get(nameOf(change, "after", "before"));
    return twin !== undefined && twin !== change && ![change, twin].every(isBesideTheSame);
  };
  return changes.filter((change) => !isMoved(change));
}

/** What a change says, or, with its sides swapped, what would take it back. */
function nameOf(change: SlotChange, ...sides: readonly ("before" | "after")[]): string {
  const values = sides.map((side) => {
    const span = change[side];
    return span === undefined ? "" : unitsIn(span).map(({ key }) => key);
  });
  return JSON.stringify([change.kind, ...values]);
}

/** The same words stand before and after the two values of a change. */
function isBesideTheSame({ before, after }: SlotChange): boolean {
  const [a, b] = [before, after].map((span) => {
    const { sentence: { units } = { units: [] }, from = 0, to = 0 } = span ?? {};
    return [units.findLast((unit) => unit.to <= from)?.key, units.find((unit) => unit.from >= to)?.key];
  });
  return a?.every((key, n) => key === b?.[n]) === true;
}
