import { wordSet } from "../phrases.ts";
import type { Unit } from "../reading/types.ts";
import type { Side } from "../slots/gaps.ts";
import { type SlotChange, type Span, slotChange } from "../slots/slot.ts";
import { FUNCTION_WORDS } from "../slots/words.ts";

const CONFIDENCE = 0.9;
/** Kept words shown on each side of a turned claim. */
const AROUND = 2;
/** Verbs that come and go with a negation: "did not resign", "resigned". */
const AUXILIARIES = wordSet(
  "do does did is are was were be been being has have had having will would can could should may might must shall a ont été est sont hat " +
    "haben ist sind wird werden wordt worden werd ha han hanno è to ser être sein essere zijn",
);
/** Words that add to a claim and do not change it. */
export const ADDITIVE = wordSet(
  "also then too still now even ever just auch dann nun inzwischen nunmehr désormais ormai agora aussi également también igualmente anche inoltre também " +
    "ook",
);
const HANGUL = /^\p{Script=Hangul}/u;

/** A turned claim; a side is absent if it has no words for it. */
export function turned(before: Span | undefined, after: Span | undefined): SlotChange {
  return slotChange("polarity", before, after, CONFIDENCE);
}

/** Words that say something by themselves. */
export function isWeighty({ sort, key }: Unit): boolean {
  return sort === "word" && !AUXILIARIES.has(key) && !FUNCTION_WORDS.has(key);
}

/** The keys of the weighty words. */
export function weighty(units: readonly Unit[]): readonly string[] {
  return units.filter(isWeighty).map(({ key }) => key);
}

/** Whether two runs of words are the same, one by one, but for their endings. */
export function areSameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, n) => isSameStem(word, b[n] ?? ""));
}

/** In Korean two syllables are a stem, elsewhere three letters of a short word, four of a long one. */
export function isSameStem(a: string, b: string): boolean {
  const [shortest, longest] = HANGUL.test(a) ? [2, 2] : [3, 4];
  const length = Math.min(a.length, b.length, longest);
  return a.slice(0, length) === b.slice(0, length) && (length >= shortest || a === b);
}

/** A side of a gap with the words around it, up to the next figure, which may be another now. */
export function around({ sentence, from, to }: Side): Span {
  const { units, tokens } = sentence;
  const isFigure = (unit: Unit) => tokens[unit.from]?.type === "number";
  const lead = units.slice(Math.max(0, from - AROUND), from);
  const tail = units.slice(to, to + AROUND);
  const value = tail.findIndex(isFigure);
  const first = units[from - lead.length + lead.findLastIndex(isFigure) + 1];
  const last = units[to + (value < 0 ? tail.length : value) - 1];
  return { sentence, from: first?.from ?? 0, to: last?.to ?? tokens.length };
}
