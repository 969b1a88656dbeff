import type { Unit } from "../../reading/types.ts";
import type { Gap } from "../gaps.ts";
import { type SlotChange, spanOf } from "../slot.ts";
import { AGES, isContent, PREPOSITIONS, SMALL_WORDS } from "../words.ts";

const NO_COUNT = /^#(?:1$|x)|\.$/;

/**
 * A count that came or went with nothing else, while what it counts stands: "the five boats moored" → "the boats moored".
 * `stays` says whether a value is not found elsewhere in the other sentence.
 */
export function loneNumbers({ before, after }: Gap, stays: (unit: Unit) => boolean): readonly SlotChange[] {
  const isGone = before.to > before.from;
  const [{ sentence, from: start, to }, other] = isGone ? [before, after] : [after, before];
  const isLed = to - start === 2 && PREPOSITIONS.has(sentence.units[start]?.key ?? "");
  const from = isLed ? start + 1 : start;
  const [number, counted] = [sentence.units[from], sentence.units[to]];
  const isAlone = to - from === 1 && other.from === other.to && from > 0;
  if (!isAlone || number === undefined || !stays(number)) {
    return [];
  }
  const isTold = isLed ? isAmount(number) : isCount(number) && isCounted(counted, number);
  if (!isTold) {
    return [];
  }
  const span = spanOf(sentence, number);
  return [{ kind: "number", ...(isGone ? { before: span } : { after: span }), confidence: 0.8 }];
}

/** No measure, year, ordinal, article or "once". */
function isCount({ sort, key, unit, isYear }: Unit): boolean {
  return sort === "number" && unit === "" && isYear !== true && !NO_COUNT.test(key);
}

/** "A deposit of £150": a measure with its preposition. */
function isAmount({ sort, unit = "" }: Unit): boolean {
  return sort === "number" && unit !== "" && !AGES.has(unit);
}

function isCounted(counted: Unit | undefined, { to }: Unit): boolean {
  return counted?.from === to && isContent(counted) && !SMALL_WORDS.has(counted.key);
}
