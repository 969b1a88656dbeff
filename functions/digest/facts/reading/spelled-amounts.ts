import { JOINERS } from "../slots/words.ts";
import { isHyphen, type Token } from "./tokens.ts";
import type { Unit } from "./types.ts";
import { plainKey } from "./values.ts";

/** Units between a number in digits and the bracket that repeats it: "4.75 € (incl. VAT) (four euros …)" is beyond us. */
const MAX_BEFORE_BRACKET = 2;
const ONE = "#1";

/**
 * The places of numbers in words that only repeat one in digits: "sixty (60) days", "$1,200 (twelve hundred dollars)",
 * "4,75 € TTC (quatre euros et soixante-quinze centimes)". Linear.
 */
export function spelledAmounts(tokens: readonly Token[], units: readonly Unit[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const [n, unit] of units.entries()) {
    if ((isInWords(tokens, unit) || isOne(tokens, unit)) && isSameInBrackets(tokens, unit, units[n + 1])) {
      places.add(n);
    } else if (tokens[unit.from - 1]?.text === "(") {
      for (const place of inBrackets(tokens, units, n)) {
        places.add(place);
      }
    }
  }
  return places;
}

/** "Sixty (60)": the same number in digits, alone in brackets, right after it. */
function isSameInBrackets(tokens: readonly Token[], unit: Unit, next: Unit | undefined): boolean {
  return (
    next?.from === unit.to + 1 &&
    tokens[unit.to]?.text === "(" &&
    tokens[next.to]?.text === ")" &&
    tokens[next.from]?.type === "number" &&
    numberIn(next) === (isOne(tokens, unit) ? ONE : numberIn(unit))
  );
}

/** "one (1) vote": the word for it is an article elsewhere. */
function isOne(tokens: readonly Token[], { sort, from }: Unit): boolean {
  return sort === "word" && tokens[from]?.means?.isOne === true;
}

/** The numbers in words that fill the brackets that open before a unit, if the first of them is the number in digits before them. */
function inBrackets(tokens: readonly Token[], units: readonly Unit[], first: number): readonly number[] {
  const amount = units
    .slice(Math.max(0, first - MAX_BEFORE_BRACKET), first)
    .findLast(({ sort }) => sort === "number");
  const start = units[first];
  if (start === undefined || !isInWords(tokens, start) || amount === undefined || isInWords(tokens, amount)) {
    return [];
  }
  const places: number[] = [];
  let end = start.from;
  for (let n = first; isPartOfAmount(tokens, units[n], end); n++) {
    end = units[n]?.to ?? end;
    places.push(n);
  }
  return tokens[end]?.text === ")" && numberIn(start) === wholeOf(amount) ? places : [];
}

/** The next unit, with no mark but a hyphen before it: a number in words, or what joins two. */
function isPartOfAmount(tokens: readonly Token[], unit: Unit | undefined, end: number): boolean {
  const isNext = unit?.from === end || (unit?.from === end + 1 && isHyphen(tokens[end]));
  return unit !== undefined && isNext && (isInWords(tokens, unit) || JOINERS.has(unit.key));
}

function isInWords(tokens: readonly Token[], { sort, from }: Unit): boolean {
  return sort === "number" && tokens[from]?.type === "word";
}

function numberIn(unit: Unit): string | undefined {
  return unit.sort === "number" ? plainKey(unit) : undefined;
}

/** The key of a number without its decimals. */
function wholeOf(unit: Unit): string | undefined {
  return numberIn(unit)?.replace(/\.\d+$/, "");
}
