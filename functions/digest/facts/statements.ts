import type { Unit } from "./reading/types.ts";
import { isValue } from "./reading/values.ts";
import { type Gap, type Side, unitsOf } from "./slots/gaps.ts";
import type { SlotChange } from "./slots/slot.ts";
import { isContent, SMALL_WORDS } from "./slots/words.ts";

/** Of what the version that says less says, the share that stands, from which two sentences make one statement. */
const MIN_STANDING = 0.65;
/** Telling words that open both versions: a subject and its verb, which make a statement whatever follows. */
const MIN_OPENING = 3;
/** Letters by which inflections of a word are one word: "centre", "centres". */
const STEM = 4;

type Which = "before" | "after";

/**
 * The changes of two sentences that make one statement: of what the shorter one says beside its changed values, most stands in the
 * other. "Walk-ins at the hall will cease on 9 April" → "Walk-ins for adults at the mill have ceased on 12 April" are two; a sentence
 * that only grew is one. Of others, what their common opening leads to: "Public trains are run by …". Linear.
 */
export function inStatement(gaps: readonly Gap[], changes: readonly SlotChange[]): readonly SlotChange[] {
  const [gone, come] = [restOf(gaps, changes, "before"), restOf(gaps, changes, "after")];
  const moved = inCommon(gone, come);
  const standing = keptIn(gaps, changes) + moved;
  const shorter = standing + Math.min(gone.length, come.length) - moved;
  return standing >= MIN_STANDING * shorter ? changes : changes.filter((change) => isOpened(gaps[0], change));
}

/** What came or went on one side beside the changed values. */
function restOf(gaps: readonly Gap[], changes: readonly SlotChange[], which: Which): readonly string[] {
  const isInValue = coverOf(changes, which);
  return gaps
    .flatMap((gap) => unitsOf(gap[which]))
    .filter((unit) => isTelling(unit) && !isInValue(unit))
    .map(({ sort, key }) => (sort === "word" ? key.slice(0, STEM) : key));
}

/** How many words of both sides are the same. */
function inCommon(gone: readonly string[], come: readonly string[]): number {
  const open = new Map<string, number>();
  for (const word of come) {
    open.set(word, (open.get(word) ?? 0) + 1);
  }
  return gone.filter((word) => {
    const count = open.get(word) ?? 0;
    open.set(word, count - 1);
    return count > 0;
  }).length;
}

/** How much is kept outside the changed values. */
function keptIn([first, ...more]: readonly Gap[], changes: readonly SlotChange[]): number {
  const isInValue = coverOf(changes, "before");
  const gone = new Set([first, ...more].flatMap((gap) => (gap === undefined ? [] : unitsOf(gap.before))));
  const units = first?.before.sentence.units ?? [];
  return units.filter((unit) => isTelling(unit) && !gone.has(unit) && !isInValue(unit)).length;
}

/** Whether a unit is part of a changed value. */
function coverOf(changes: readonly SlotChange[], which: Which): (unit: Unit) => boolean {
  const tokens = new Set<number>();
  for (const change of changes) {
    const { from = 0, to = 0 } = change[which] ?? {};
    for (let at = from; at < to; at++) {
      tokens.add(at);
    }
  }
  return ({ from }) => tokens.has(from);
}

/** Everything before the value stands, and says who does what. */
function isOpened(first: Gap | undefined, { before, after }: SlotChange): boolean {
  if (first === undefined || before === undefined || after === undefined) {
    return false;
  }
  const opening = first.before.sentence.units.slice(0, first.before.from);
  const isNext = (side: Side, from: number) =>
    unitsOf(side).every((unit) => unit.from >= from || !isTelling(unit));
  return (
    first.after.from === first.before.from &&
    opening.filter(isTelling).length >= MIN_OPENING &&
    isNext(first.before, before.from) &&
    isNext(first.after, after.from)
  );
}

/** A value, or a word that says something. */
function isTelling(unit: Unit): boolean {
  return isValue(unit) || (isContent(unit) && !SMALL_WORDS.has(unit.key));
}
