import { wordSet } from "../phrases.ts";
import type { ReadSentence, Unit } from "../reading/types.ts";
import { isName, type NameContext } from "./names/is-name.ts";
import type { SlotChange, Span } from "./slot.ts";
import { FUNCTION_WORDS, isContent, JOINERS } from "./words.ts";

const CONFIDENCE = 0.8;
const LISTING_MARK = /^[,、・·/]$/;
/** Longest run of units that takes part in a swap: a name. */
const MAX_PARTNER = 4;
/** "from Oslo to Bergen": between two places they say which way. */
const DIRECTIONS = wordSet("to à nach a naar до do till into para");
/** Longest stretch between two partners. */
const MAX_BETWEEN = 20;

/** Two partners, as indices of units in the version before, half open. */
interface Swap {
  readonly first: readonly [from: number, to: number];
  readonly second: readonly [from: number, to: number];
}

/**
 * Roles that were swapped while every word stayed: "Holt shot Vik" → "Vik shot Holt"; "killed 12 and wounded 5" → "wounded
 * 12 and killed 5", which is told as two numbers. Members of an enumeration and clauses that changed places are no change.
 */
export function swapChanges(
  before: ReadSentence,
  after: ReadSentence,
  context: NameContext,
): readonly SlotChange[] {
  const swap = findSwap(before.units, after.units);
  if (swap === undefined) {
    return [];
  }
  const numbers = swappedNumbers(before, after, swap);
  if (numbers !== undefined) {
    return numbers;
  }
  return areRoles(before, swap, context)
    ? [{ kind: "polarity", before: around(before, swap), after: around(after, swap), confidence: CONFIDENCE }]
    : [];
}

/** "killed 12 and wounded 5": the verbs changed places, so the numbers did. */
function swappedNumbers(
  before: ReadSentence,
  after: ReadSentence,
  { first, second }: Swap,
): readonly SlotChange[] | undefined {
  const value = before.units.slice(first[1], second[0]).find(({ sort }) => sort === "number");
  const next = before.units[second[1]];
  return value !== undefined && next?.sort === "number" && first[1] - first[0] === 1
    ? [numberChange(before, value, after, next), numberChange(before, next, after, value)]
    : undefined;
}

function numberChange(before: ReadSentence, a: Unit, after: ReadSentence, b: Unit): SlotChange {
  const other = after.units.find(({ key }) => key === b.key) ?? b;
  return {
    kind: "number",
    before: { sentence: before, from: a.from, to: a.to },
    after: { sentence: after, from: other.from, to: other.to },
    confidence: CONFIDENCE,
  };
}

/** Both partners say something; between them stands a verb or a direction, and nothing that makes them members of an enumeration. */
function areRoles(sentence: ReadSentence, { first, second }: Swap, context: NameContext): boolean {
  const { units, tokens } = sentence;
  const between = units.slice(first[1], second[0]);
  const isListed = tokens
    .slice(units[first[1]]?.from, units[second[0]]?.from)
    .some(({ text, form }) => LISTING_MARK.test(text) || JOINERS.has(form));
  const isSaid = [first, second].every(([from, to]) => units.slice(from, to).some(isContent));
  const isVerb = (unit: Unit) =>
    unit.sort === "word" && !FUNCTION_WORDS.has(unit.key) && !isName(sentence, unit, context);
  return (
    isSaid &&
    !isListed &&
    between.every(({ sort }) => sort !== "number") &&
    between.some((unit) => DIRECTIONS.has(unit.key) || isVerb(unit))
  );
}

/** Before: … x M y …, after: … y M x …, with all else the same; x and y are words. */
function findSwap(before: readonly Unit[], after: readonly Unit[]): Swap | undefined {
  const start = before.findIndex(({ key }, n) => key !== after[n]?.key);
  const end = before.findLastIndex(({ key }, n) => key !== after[n]?.key) + 1;
  if (before.length !== after.length || start < 0 || end - start > MAX_BETWEEN + 2 * MAX_PARTNER) {
    return undefined;
  }
  for (let x = 1; x <= MAX_PARTNER; x++) {
    for (let y = 1; y <= MAX_PARTNER; y++) {
      const swap: Swap = { first: [start, start + x], second: [end - y, end] };
      if (isSwap(before, after, swap)) {
        return swap;
      }
    }
  }
  return undefined;
}

function isSwap(before: readonly Unit[], after: readonly Unit[], { first, second }: Swap): boolean {
  const [start, x] = first;
  const [y, end] = second;
  const isKept = (from: number, to: number, place: number) =>
    before.slice(from, to).every(({ key }, n) => key === after[place + n]?.key);
  const areWords = (from: number, to: number) => before.slice(from, to).every(({ sort }) => sort === "word");
  return (
    x < y &&
    isKept(start, x, end - (x - start)) &&
    isKept(y, end, start) &&
    isKept(x, y, start + (end - y)) &&
    areWords(start, x) &&
    areWords(y, end)
  );
}

function around(sentence: ReadSentence, { first, second }: Swap): Span {
  return {
    sentence,
    from: sentence.units[first[0]]?.from ?? 0,
    to: sentence.units[second[1] - 1]?.to ?? sentence.tokens.length,
  };
}
