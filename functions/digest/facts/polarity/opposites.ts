import { hasUnspaced } from "../../text/scripts.ts";
import { wordSet } from "../phrases.ts";
import { isHyphen } from "../reading/tokens.ts";
import type { Unit } from "../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../slots/gaps.ts";
import { type SlotChange, spanOf, spanOfUnits } from "../slots/slot.ts";
import { JOINERS, PREPOSITIONS } from "../slots/words.ts";
import { ADDITIVE, isSameStem, isWeighty, turned } from "./claims.ts";
import { polesOf } from "./poles.ts";
import { isPrefixed } from "./prefixes.ts";

/** Words for another place of the text. */
const PLACES = wordSet("above below");
/** Units from a verb to what it is said of: "increase the (number)". */
const MAX_TO_OBJECT = 2;
/** What stands there, or how it is told. */
const POINTED = wordSet(
  "table figure image picture photo screenshot chart graph map diagram list section paragraph example form link see shown listed described " +
    "mentioned noted given stated set as",
);

/** "rose" → "fell": one word of an axis replaced by one of its other pole, nothing else of weight changed. */
export function oppositeChange({ before, after }: Gap): SlotChange | undefined {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  if (
    [before, after].some((side) => unitsOf(side).some((unit) => isTail(side, unit) || pointsTo(side, unit)))
  ) {
    return undefined;
  }
  if (isUnspaced(a) && isUnspaced(b)) {
    const isTurned = areOpposite(joined(a), joined(b));
    return isTurned ? turned(spanOfUnits(before.sentence, a), spanOfUnits(after.sentence, b)) : undefined;
  }
  if (!isOfOneThing(before, after)) {
    return undefined;
  }
  if (areOpposite(hyphenated(a), hyphenated(b))) {
    return turned(spanOfUnits(before.sentence, a), spanOfUnits(after.sentence, b));
  }
  for (const left of a) {
    const right = b.find((unit) => isOpposite(left, unit) && isAlone(a, left) && isAlone(b, unit));
    if (right !== undefined) {
      return turned(spanOf(before.sentence, left), spanOf(after.sentence, right));
    }
  }
  return undefined;
}

/** "decrease the noise" → "increase the calm" says the same: the next word after both, if one follows, is the same. */
function isOfOneThing(before: Side, after: Side): boolean {
  const [a, b] = [before, after].map(({ sentence: { units }, to }) =>
    units.slice(to, to + MAX_TO_OBJECT).find((unit) => unit.sort !== "word" || isWeighty(unit)),
  );
  return a?.sort !== "word" || b?.sort !== "word" || isSameStem(a.key, b.key);
}

/** "the table below", "see above)": where something stands in the text, and not what a value is compared with. */
function pointsTo({ sentence: { tokens } }: Side, { from, key }: Unit): boolean {
  const [before, next] = [tokens[from - 1], tokens[from + 1]];
  const isAlone = next?.type !== "word" || PREPOSITIONS.has(next.form) || JOINERS.has(next.form);
  const isNumber = next?.type === "number" || next?.means !== undefined;
  return PLACES.has(key) && (POINTED.has(before?.form ?? "") || (isAlone && !isNumber));
}

/** "SIDE-OPEN": the last word of a compound, which is a name of its own. */
function isTail({ sentence: { tokens } }: Side, { from }: Unit): boolean {
  return isHyphen(tokens[from - 1]) && tokens[from - 1]?.isGlued === true && tokens[from]?.isGlued === true;
}

/** Whether all words are of scripts without spaces, whose words are read letter by letter. */
export function isUnspaced(units: readonly Unit[]): boolean {
  return units.length > 0 && units.every(({ key }) => hasUnspaced(key));
}

/** Units of a script without spaces as one text. */
export function joined(units: readonly Unit[]): string {
  return units.map(({ key }) => key).join("");
}

/** "no one" as the table has it. */
function hyphenated(units: readonly Unit[]): string {
  return units.map(({ key }) => key).join("-");
}

function isOpposite(a: Unit, b: Unit): boolean {
  return a.sort === "word" && b.sort === "word" && areOpposite(a.key, b.key);
}

/** Nothing else says anything. */
function isAlone(units: readonly Unit[], one: Unit): boolean {
  return units.every((unit) => unit === one || !isWeighty(unit) || ADDITIVE.has(unit.key));
}

/** On one axis the words stand for unlike poles, and on none for the same. */
function areOpposite(a: string, b: string): boolean {
  if (isPrefixed(a, b) || isPrefixed(b, a)) {
    return true;
  }
  const left = polesOf(a);
  const right = left.length === 0 ? [] : polesOf(b);
  const shared = left.flatMap(({ axis, pole }) =>
    right.filter((other) => other.axis === axis).map((other) => other.pole !== pole),
  );
  return shared.length > 0 && shared.every((isUnlike) => isUnlike);
}
