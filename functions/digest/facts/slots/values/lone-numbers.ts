import { wordSet } from "../../phrases.ts";
import type { Unit } from "../../reading/types.ts";
import type { Gap, Side } from "../gaps.ts";
import { type SlotChange, spanOf } from "../slot.ts";
import { AGES, isContent, PREPOSITIONS, SMALL_WORDS } from "../words.ts";

/** "Figure 2 shows": a number after these counts nothing. */
const NUMBERED = wordSet(
  "figure figura fig abbildung abb table tabelle tab tabla tabella tableau tabela box chart step page seite página",
);
const NO_COUNT = /^#(?:1$|x)|\.$/;

/**
 * A number that came or went with nothing else, while what it counts stands: "the five boats moored" → "the boats moored".
 * `stays` says whether a value is not found elsewhere in the other sentence.
 */
export function loneNumbers({ before, after }: Gap, stays: (unit: Unit) => boolean): readonly SlotChange[] {
  const isGone = before.to > before.from;
  const [side, other] = isGone ? [before, after] : [after, before];
  const number = other.from === other.to && side.from > 0 ? toldAlone(side) : undefined;
  if (number === undefined || !stays(number)) {
    return [];
  }
  const span = spanOf(side.sentence, number);
  return [{ kind: "number", ...(isGone ? { before: span } : { after: span }), confidence: 0.8 }];
}

/** A count by itself before what it counts, or a measure with its preposition. */
function toldAlone({ sentence: { units }, from, to }: Side): Unit | undefined {
  const [first, second] = [units[from], units[from + 1]];
  if (to - from === 1) {
    const isNumbered = NUMBERED.has(units[from - 1]?.key ?? "");
    return first !== undefined && !isNumbered && isCount(first) && isCounted(units[to], first)
      ? first
      : undefined;
  }
  const isLed = to - from === 2 && PREPOSITIONS.has(first?.key ?? "");
  return isLed && second !== undefined && isMeasure(second) ? second : undefined;
}

/** No measure, year, ordinal, article or "once". */
function isCount({ sort, key, unit, isYear }: Unit): boolean {
  return sort === "number" && unit === "" && isYear !== true && !NO_COUNT.test(key);
}

/** "A deposit of £150". */
function isMeasure({ sort, unit = "" }: Unit): boolean {
  return sort === "number" && unit !== "" && !AGES.has(unit);
}

function isCounted(counted: Unit | undefined, { to }: Unit): boolean {
  return counted?.from === to && isContent(counted) && !SMALL_WORDS.has(counted.key);
}
