import type { Unit } from "./reading/types.ts";
import { type SlotChange, type Span, unitsIn } from "./slots/slot.ts";
import { FUNCTION_WORDS } from "./slots/words.ts";

/** Units before a value by which it is known again: "Report 2018, p. 9". */
const MAX_LEADING = 5;

/** What seems replaced only stands elsewhere in the sentence now, or what seems new stood elsewhere before. */
export function isMoved(change: SlotChange, all: readonly SlotChange[]): boolean {
  const { kind, before, after } = change;
  if (before === undefined || after === undefined || kind === "polarity" || kind === "quotation") {
    return false;
  }
  const [own, other] = [tellingUnits(before), tellingUnits(after)];
  return (
    (!isIn(all, "after", own) && timesBeside(after, own) > timesBeside(before, own)) ||
    (!isIn(all, "before", other) && timesBeside(before, other) > timesBeside(after, other)) ||
    isExchanged(change, all) ||
    isTakenAlong(before, after) ||
    (kind === "name" && isLongerThere(before, after))
  );
}

/** Whether one of the changes has this value on a side. */
function isIn(all: readonly SlotChange[], which: "before" | "after", value: readonly Unit[]): boolean {
  return all.some((change) => {
    const span = change[which];
    return span !== undefined && isSameRun(tellingUnits(span), value);
  });
}

/** "2018, p. 9, and 2019, p. 10" → "2019, p. 10, and 2018, p. 9": both values only stand elsewhere, with what leads to them. */
function isExchanged(change: SlotChange, all: readonly SlotChange[]): boolean {
  const { before, after } = change;
  if (before === undefined || after === undefined) {
    return false;
  }
  const [own, other] = [tellingUnits(before), tellingUnits(after)];
  const back = all.find((twin) => isIn([twin], "before", other) && isIn([twin], "after", own));
  return [change, back].some((one) => {
    const [a, b] = [one?.before, one?.after];
    return a !== undefined && b !== undefined && stands(a, b) && stands(b, a);
  });
}

/** "3 May (members), 9 May (guests)" → "9 May (guests), 12 May (press)": a value stands in the other version before another word, and kept it. */
function isTakenAlong(before: Span, after: Span): boolean {
  const [a, b] = [wordAfter(before), wordAfter(after)];
  const isKept = (own: Span, word: Unit, other: Span) =>
    timesIn(
      other.sentence.units.filter((unit) => !isFunctionWord(unit)),
      [...tellingUnits(own), word],
    ) > 0;
  return (
    a !== undefined &&
    b !== undefined &&
    a.key !== b.key &&
    (isKept(before, a, after) || isKept(after, b, before))
  );
}

/** The word that follows a value, with small ones at most between. */
function wordAfter({ sentence: { units }, to }: Span): Unit | undefined {
  const next = units.find((unit) => unit.from >= to && !isFunctionWord(unit));
  return next?.sort === "word" ? next : undefined;
}

/** Whether a value stands in the other version with what leads to it. */
function stands({ sentence: { units }, from, to }: Span, other: Span): boolean {
  const [start, end] = [
    units.findIndex((unit) => unit.from >= from),
    units.findLastIndex((unit) => unit.to <= to) + 1,
  ];
  const lead = units.slice(Math.max(0, start - MAX_LEADING), start);
  const isLed = lead.some((unit) => !isFunctionWord(unit));
  return isLed && timesIn(other.sentence.units, [...lead, ...units.slice(start, end)]) > 0;
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
  const [own, other] = [tellingUnits(before), tellingUnits(after)];
  const [long, there] = own.length > other.length ? [own, after] : [other, before];
  return long.length > 1 && timesBeside({ ...there, from: 0, to: 0 }, long) > 0;
}

/** The units that say something, if any do: articles and prepositions come and go. */
function tellingUnits(span: Span): readonly Unit[] {
  const units = unitsIn(span);
  const telling = units.filter((unit) => !isFunctionWord(unit));
  return telling.length > 0 ? telling : units;
}

function isFunctionWord({ sort, key }: Unit): boolean {
  return sort === "word" && FUNCTION_WORDS.has(key);
}

function isSameRun(a: readonly Unit[], b: readonly Unit[]): boolean {
  return a.length === b.length && a.every((unit, n) => isSameUnit(unit, b[n]));
}

/** The same word or value, or the same day. */
function isSameUnit(a: Unit, b: Unit | undefined): boolean {
  return a.key === b?.key || (a.moment !== undefined && isSameDay(a.moment, b?.moment));
}

/** Of a day, the year and weekday may be said once for several. */
function isSameDay(one: NonNullable<Unit["moment"]>, two: Unit["moment"]): boolean {
  const isOpen = (part: "year" | "weekday") =>
    one[part] === two?.[part] || one[part] === undefined || two?.[part] === undefined;
  const isDay = one.day !== undefined && one.month !== undefined;
  return isDay && one.month === two?.month && one.day === two.day && isOpen("year") && isOpen("weekday");
}

/** How often a run stands in a sentence outside a span. */
function timesBeside({ sentence, from, to }: Span, run: readonly Unit[]): number {
  const units = sentence.units.filter((unit) => !isFunctionWord(unit));
  const [before, after] = [units.filter((unit) => unit.to <= from), units.filter((unit) => unit.from >= to)];
  return timesIn(before, run) + timesIn(after, run);
}

/** How often a run stands in some units. */
function timesIn(units: readonly Unit[], run: readonly Unit[]): number {
  return units.filter((_, n) => run.every((unit, place) => isSameUnit(unit, units[n + place]))).length;
}
