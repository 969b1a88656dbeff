import { type Gap, unitsOf } from "../slots/gaps.ts";
import { isWeighty } from "./claims.ts";

/** Kept units on each side of a gap that are its clause. */
const CLAUSE = 6;

/** How far a sentence was rewritten beside one of its gaps. */
export interface Rewriting {
  /** The weighty words that came or went beside a gap, within its clause. */
  readonly around: (gap: Gap) => number;
  /** The same without a clause that ended the sentence and is gone. */
  readonly beforeTail: (gap: Gap) => number;
  /** The share of the weighty words outside a gap that came or went in the other gaps of its sentence, 0 to 1. */
  readonly share: (gap: Gap) => number;
}

/** The rewriting of a sentence, of which `gaps` are all gaps. Each is read once, and none before the first question. */
export function rewritingOf(gaps: readonly Gap[]): Rewriting {
  let read: ReturnType<typeof sizesOf> | undefined;
  const sizes = () => {
    read ??= sizesOf(gaps);
    return read;
  };
  return {
    around: (gap) => {
      const { ofGaps } = sizes();
      return gaps.reduce((sum, other, n) => sum + (isBeside(gap, other) ? (ofGaps[n] ?? 0) : 0), 0);
    },
    beforeTail: (gap) => {
      const { ofGaps } = sizes();
      const tail = gaps.findLastIndex(isTail);
      return gaps.reduce(
        (sum, other, n) => sum + (n !== tail && isBeside(gap, other) ? (ofGaps[n] ?? 0) : 0),
        0,
      );
    },
    share: (gap) => {
      const { ofGaps, changed, whole } = sizes();
      const own = ofGaps[gaps.indexOf(gap)] ?? 0;
      return changed === own ? 0 : (changed - own) / (whole - own);
    },
  };
}

function sizesOf(gaps: readonly Gap[]) {
  const ofGaps = gaps.map(sizeOf);
  const changed = ofGaps.reduce((sum, size) => sum + size, 0);
  return { ofGaps, changed, whole: wholeSize(gaps[0]) };
}

/** The size of the sentence that a gap is in. */
function wholeSize(gap: Gap | undefined): number {
  if (gap === undefined) {
    return 0;
  }
  const whole = (side: Gap["before"]) => ({ ...side, from: 0, to: side.sentence.units.length });
  return sizeOf({ before: whole(gap.before), after: whole(gap.after) });
}

/** "… as long as the boat is new": a condition that ended the sentence, and is gone. */
function isTail({ before, after }: Gap): boolean {
  const isEnd = [before, after].every(({ sentence, to }) => to === sentence.units.length);
  return isEnd && before.from < before.to && after.from === after.to;
}

function isBeside(gap: Gap, other: Gap): boolean {
  const { before } = gap;
  return other !== gap && other.before.from <= before.to + CLAUSE && other.before.to >= before.from - CLAUSE;
}

/** The weighty words and values on both sides. */
function sizeOf({ before, after }: Gap): number {
  return [...unitsOf(before), ...unitsOf(after)].filter((unit) => unit.sort !== "word" || isWeighty(unit))
    .length;
}
