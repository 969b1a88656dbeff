import type { Token } from "../reading/tokens.ts";
import type { Unit } from "../reading/types.ts";
import { isValue } from "../reading/values.ts";
import { type Span, unitsIn } from "../slots/slot.ts";
import { FUNCTION_WORDS } from "../slots/words.ts";

/** Tokens that are not shown with a fact, half open: "…" stands for words that only one version has there, nothing for the mark of a note. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly shown: "…" | "";
}

/** Units read on each side of a value; more are never shown. */
const MAX_BESIDE_VALUE = 16;
/** Words of the other version that may be passed over for one that stands in both. */
const MAX_SKIPPED = 6;
/** Letters by which inflections of a word are one word. */
const STEM = 4;
const NOTE = /^(?:[*^†‡¹²³⁰-⁹]|\[\^?\d{1,3}\])$/u;

/**
 * What of the words around a value is not shown: "from 9 → 8 to …" of "from 9 to 17" and "from 8 to 16", as 9 to 16 was never said; what the
 * other version has not at this place, and where it has more. Linear.
 */
export function cutsAround(span: Span, other: Span | undefined): readonly Cut[] {
  const [lead, tail] = other === undefined ? [[], []] : bothSides(span, other);
  const { tokens } = span.sentence;
  return [...merged(tokens, lead), ...merged(tokens, tail), ...notesIn(tokens)].toSorted(
    (a, b) => a.from - b.from || a.to - b.to,
  );
}

function bothSides(span: Span, other: Span): readonly [lead: readonly Cut[], tail: readonly Cut[]] {
  const [before, after] = [leadOf(span, span.from), tailOf(span, span.to)];
  const own = unitsIn(other);
  return [
    unlike(
      before,
      [...inner(own.toReversed(), before), ...leadOf(other, other.from)],
      (unit) => unit.to,
    ).toReversed(),
    unlike(after, [...inner(own, after), ...tailOf(other, other.to)], (unit) => unit.from),
  ];
}

/** The units before a place, the nearest first. */
function leadOf({ sentence: { units } }: Span, place: number): readonly Unit[] {
  const end = units.findLastIndex((unit) => unit.to <= place) + 1;
  return units.slice(Math.max(0, end - MAX_BESIDE_VALUE), end).toReversed();
}

/** The units after a place. */
function tailOf({ sentence: { units } }: Span, place: number): readonly Unit[] {
  const start = units.findIndex((unit) => unit.from >= place);
  return start < 0 ? [] : units.slice(start, start + MAX_BESIDE_VALUE);
}

/** How much of a span opens the words beside another one: "Velm va" beside "Velm [ne va]". */
function inner(run: readonly Unit[], near: readonly Unit[]): readonly Unit[] {
  const [first] = near;
  const at = first === undefined ? -1 : run.findIndex(({ key }) => key === first.key);
  return at < 0 ? [] : run.slice(at);
}

/** Words that only one version has at a place; "of", "after the" alone say too little to be cut. */
interface Open extends Cut {
  readonly isTelling: boolean;
}

/** Where two runs of units beside a value differ, outwards; `edge` is the token at which a unit faces the value. */
function unlike(own: readonly Unit[], others: readonly Unit[], edge: (unit: Unit) => number): readonly Cut[] {
  const cuts: Cut[] = [];
  let [at, open]: [number, Open | undefined] = [0, undefined];
  for (const unit of own) {
    const place = placeOf(unit, others, at, open?.isTelling === true);
    if (place < 0) {
      open = withUnit(open, unit);
    } else {
      cuts.push(...ended(open, others.slice(at, place), edge(unit)));
      [at, open] = [place + 1, undefined];
    }
  }
  return [...cuts, ...ended(open, [], 0)];
}

/** A cut that ends at a place; one of no words where the other version has some that say something. */
function ended(cut: Open | undefined, passed: readonly Unit[], place: number): readonly Cut[] {
  if (cut?.isTelling === true) {
    return [cut];
  }
  return passed.every(isSmall) ? [] : [cut ?? { from: place, to: place, shown: "…" }];
}

/** A cut that goes on over a unit. */
function withUnit(cut: Open | undefined, unit: Unit): Open {
  const { from, to } = cut ?? unit;
  const isTelling = cut?.isTelling === true || !isSmall(unit);
  return { from: Math.min(unit.from, from), to: Math.max(unit.to, to), shown: "…", isTelling };
}

/**
 * Where a unit stands next among others: a small word only if no words stand before it, a value if no other does, unless they stand in
 * the place of what was cut.
 */
function placeOf(unit: Unit, others: readonly Unit[], at: number, isCut: boolean): number {
  const near = others.slice(at, at + MAX_SKIPPED + 1);
  const place = near.findIndex((other) => stemOf(other) === stemOf(unit));
  const passed = near.slice(0, Math.max(0, place));
  const isReplaced = isCut && (isSmall(unit) || passed.length <= 1);
  const isFar = isSmall(unit) ? !passed.every(isSmall) : isValue(unit) && passed.some(isValue);
  return place < 0 || unit.isRepeated === true || (isFar && !isReplaced) ? -1 : at + place;
}

/** Cuts with nothing but marks between them are one. */
function merged(tokens: readonly Token[], cuts: readonly Cut[]): readonly Cut[] {
  const all: Cut[] = [];
  for (const cut of cuts) {
    const last = all.at(-1);
    const isNext = last !== undefined && tokens.slice(last.to, cut.from).every(({ type }) => type === "mark");
    all.splice(isNext ? -1 : all.length, 1, isNext ? { ...cut, from: last.from } : cut);
  }
  return all;
}

/** A mark, or a small word. */
export function isEmpty({ type, form }: Token): boolean {
  return type === "mark" || FUNCTION_WORDS.has(form);
}

/** Marks of notes that stand at a word: "^Children", "12 euros*", "a berth[1]". */
function notesIn(tokens: readonly Token[]): readonly Cut[] {
  return tokens.flatMap((token, at) => {
    const isAtWord = token.isGlued || tokens[at + 1]?.isGlued === true;
    return NOTE.test(token.text) && isAtWord ? [{ from: at, to: at + 1, shown: "" as const }] : [];
  });
}

function isSmall({ sort, key, isRepeated }: Unit): boolean {
  return (sort === "opaque" && isRepeated !== true) || (sort === "word" && FUNCTION_WORDS.has(key));
}

function stemOf({ sort, key }: Unit): string {
  return sort === "word" ? key.slice(0, STEM) : key;
}
