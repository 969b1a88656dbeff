import { wordSet } from "../../phrases.ts";
import { boundBefore } from "../../polarity/bounds.ts";
import { isSameStem } from "../../polarity/claims.ts";
import { cuesIn } from "../../polarity/cues.ts";
import type { Unit } from "../../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { type SlotChange, slotChange, spanOfUnits } from "../slot.ts";
import { ARTICLES, isContent } from "../words.ts";

/** "Both", "a number of" and the like, beside the quantities of the degrees. */
const BOTH = wordSet("both beide beiden ambos ambas entrambi entrambe båda begge oba obie samtliga samtlige");
const PHRASES = wordSet("number couple handful");
const OF = wordSet("of de di des van av");

/** "all members" → "nine members", "a number of boats" → "five boats": a number in the place of a quantity, or the other way round. */
export function quantifierChange({ before, after }: Gap, lang: string | undefined): readonly SlotChange[] {
  const [a, b] = withoutCounted(before, after);
  const isOne = (isNumber(b) && isQuantity(a, lang)) || (isNumber(a) && isQuantity(b, lang));
  return isOne && isBeforeCounted(b)
    ? [slotChange("number", spanOfUnits(a.sentence, unitsOf(a)), spanOfUnits(b.sentence, unitsOf(b)), 0.8)]
    : [];
}

/** Without what is counted, where it stands in another number: "both chairs", "one chair". */
function withoutCounted(before: Side, after: Side): readonly [Side, Side] {
  const [a, b] = [unitsOf(before).at(-1), unitsOf(after).at(-1)];
  const isCounted = a?.sort === "word" && b?.sort === "word" && isContent(a) && isSameStem(a.key, b.key);
  const shorten = (side: Side) => ({ ...side, to: side.to - 1 });
  return isCounted ? [shorten(before), shorten(after)] : [before, after];
}

/** A quantity, perhaps with an article or "of". */
function isQuantity(side: Side, lang: string | undefined): boolean {
  const own = unitsOf(side);
  const found = cuesIn(side, lang).filter(({ scale }) => scale === "quantity");
  const said = new Set([...found.flatMap(({ units }) => units), ...own.filter(({ key }) => BOTH.has(key))]);
  const isPhrase = own.some(({ key }) => PHRASES.has(key)) && OF.has(own.at(-1)?.key ?? "");
  const rest = own.filter((unit) => !said.has(unit) && !PHRASES.has(unit.key));
  return (said.size > 0 || isPhrase) && rest.every(({ key }) => ARTICLES.has(key) || OF.has(key));
}

/** One number without a unit, perhaps with its bound. */
function isNumber(side: Side): boolean {
  const { sentence, from, to } = side;
  const number = sentence.units[to - 1];
  const isLast = to > from && number !== undefined && isCount(side, number);
  return isLast && (to - 1 === from || boundBefore({ sentence, from: to - 1, to: to - 1 }).from === from);
}

function isCount({ sentence }: Side, { sort, unit, isYear, from }: Unit): boolean {
  const isArticle = sentence.tokens[from]?.means?.isOne === true;
  return (sort === "number" && unit === "" && isYear !== true) || (sort === "word" && isArticle);
}

function isBeforeCounted({ sentence: { units }, to }: Side): boolean {
  const [next, counted] = units.slice(to, to + 2);
  return next !== undefined && (isContent(next) || (OF.has(next.key) && counted !== undefined));
}
