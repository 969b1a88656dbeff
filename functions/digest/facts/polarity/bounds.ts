import { phraseAt } from "../phrases.ts";
import type { Unit } from "../reading/types.ts";
import { isValue } from "../reading/values.ts";
import type { Gap, Side } from "../slots/gaps.ts";
import type { SlotChange, Span } from "../slots/slot.ts";
import { ARTICLES, FUNCTION_WORDS } from "../slots/words.ts";
import { FREQUENCIES, LATER_BOUNDS, LATER_PHRASES, REVERSED_BOUNDS } from "./bound-words.ts";
import { turned } from "./claims.ts";

/** Units of a phrase that may stand between a gap and the number: "no (more) than 12". */
const MAX_REST = 2;
/** Longest bound after a number, in units. */
const MAX_LATER = 2;

/** The first letter of Chinese and Japanese bounds, which a gap may leave out. */
const LATER_START = "以";

/** What limits a number: "≥", "≤", ">", "<", "≈" or "="; empty if nothing does. */
export interface Bound {
  readonly bound: string;
  /** First unit of its words. */
  readonly from: number;
  readonly span?: Span;
}

/** "at least 12" → "at most 12": another bound before or after a value that is kept. */
export function boundChange({ before, after }: Gap): SlotChange | undefined {
  const isLater = laterBoundAt(before) !== undefined || laterBoundAt(after) !== undefined;
  const [a, b] = [before, after].map(isLater ? boundLaterAt : boundAt);
  if (a === undefined || b === undefined || !isToldBound(a.bound, b.bound)) {
    return undefined;
  }
  return isWithin(before, a) && isWithin(after, b) ? turned(a.span, b.span) : undefined;
}

/** "more than 500" → "nearly 700": another bound before a value that changed. */
export function boundOfValues(before: Span, after: Span): SlotChange | undefined {
  const [a, b] = [boundBefore(sideAt(before)), boundBefore(sideAt(after))];
  return isToldBound(a.bound, b.bound) && a.bound !== "" && b.bound !== ""
    ? turned(a.span, b.span)
    : undefined;
}

/** Values with the bound before them where only one side has one: "(at least 3) days" → "5 days". */
export function withLoneBound(before: Span, after: Span): readonly [before: Span, after: Span] {
  const [a, b] = [boundBefore(sideAt(before)), boundBefore(sideAt(after))];
  const isLone = (a.bound === "") !== (b.bound === "") && isToldBound(a.bound, b.bound);
  const whole = (span: Span, bound: Bound) => ({ ...span, from: bound.span?.from ?? span.from });
  return isLone ? [whole(before, a), whole(after, b)] : [before, after];
}

/** The bound after the value that stands before a side, or else the one before that value, which is not in the gap. */
function boundLaterAt(side: Side): Bound {
  const { sentence, from } = side;
  const value = [from - 1, from - 2].find((at) => isBoundable(sentence.units[at]));
  const earlier = value === undefined ? "" : boundBefore({ sentence, from: value, to: value }).bound;
  return laterBoundAt(side) ?? { bound: earlier, from };
}

/** The bound before the value that follows a gap, or the rest of its phrase; `undefined` if none follows. */
function boundAt({ sentence, to }: Side): Bound | undefined {
  const { units } = sentence;
  let value = to;
  while (value < to + MAX_REST && isRest(units[value])) {
    value += 1;
  }
  if (!isBoundable(units[value])) {
    return undefined;
  }
  const own = boundBefore({ sentence, from: value, to: value });
  const isArticle = value > to && units.slice(to, value).every(({ key }) => ARTICLES.has(key));
  const bound = own.bound === "" && isArticle ? boundBefore({ sentence, from: to, to }) : own;
  const later = laterBoundAt({ sentence, from: value + 1, to: value + 1 + MAX_LATER }) ?? bound;
  return bound.bound === "" ? { ...bound, bound: later.bound } : bound;
}

/** The place in a sentence where a span begins. */
function sideAt({ sentence, from }: Span): Side {
  const at = sentence.units.findIndex((unit) => unit.from >= from);
  return { sentence, from: at, to: at };
}

/** The bound of which the words end where a side begins. */
export function boundBefore({ sentence, from: value }: Side): Bound {
  const { units } = sentence;
  const phrase = phraseAt(REVERSED_BOUNDS, (step) => units[value - 1 - step]?.key);
  if (phrase === undefined) {
    return { bound: "", from: value };
  }
  const from = value - phrase.words.length;
  const span = { sentence, from: units[from]?.from ?? 0, to: units[value - 1]?.to ?? 0 };
  return { bound: phrase.value, from, span };
}

/** The bound that a side of a gap begins with, after a value: "12 or more", "30戸以上", "30가구 이상". */
function laterBoundAt({ sentence, from, to }: Side): Bound | undefined {
  const { units } = sentence;
  const start = units[from - 1]?.key === LATER_START ? from - 1 : from;
  const isAfterValue = units.slice(Math.max(0, start - MAX_REST), start).some(isCount);
  const own = units.slice(start, to);
  const text = own.map(({ key }) => key).join("");
  const bound =
    phraseAt(LATER_PHRASES, (step) => own[step]?.key)?.value ??
    LATER_BOUNDS.find(([word]) => text.startsWith(word))?.[1];
  return bound === undefined || !isAfterValue
    ? undefined
    : { bound, from, span: { sentence, from: units[start]?.from ?? 0, to: units[to - 1]?.to ?? 0 } };
}

/** The unit after the bound that follows a value, "or more"; where a side begins if none does. */
export function boundEnd({ sentence, from }: Side): number {
  const { units } = sentence;
  const phrase = phraseAt(LATER_PHRASES, (step) => units[from + step]?.key);
  return from + (phrase?.words.length ?? 0);
}

/** A number of things; "one or more" is any number. */
function isCount(unit: Unit): boolean {
  return isBoundable(unit) && unit.key !== "#1";
}

function isRest(unit: Unit | undefined): boolean {
  return unit !== undefined && !isBoundable(unit) && (FUNCTION_WORDS.has(unit.key) || unit.key === "than");
}

function isBoundable(unit: Unit | undefined): boolean {
  return unit !== undefined && (isValue(unit) || FREQUENCIES.has(unit.key));
}

/** A change from or to "about" or "exactly" alone says little; between the two it does. */
function isToldBound(a: string, b: string): boolean {
  return a !== b && !(isWeak(a) && isWeak(b) && (a === "" || b === ""));
}

function isWeak(bound: string): boolean {
  return bound === "" || bound === "≈" || bound === "=";
}

/** The gap holds nothing but words of the bound, and small ones before them: "(is below) 12". */
function isWithin({ sentence, from, to }: Side, bound: Bound): boolean {
  const lead = sentence.units.slice(from, bound.from);
  return (
    from === to ||
    (bound.bound !== "" && lead.every(({ key }) => FUNCTION_WORDS.has(key))) ||
    from >= bound.from
  );
}
