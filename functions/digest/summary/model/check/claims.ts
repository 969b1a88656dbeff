import { isWeighty } from "../../../facts/polarity/claims.ts";
import { isCueIn } from "../../../facts/polarity/languages.ts";
import {
  CONTRACTED,
  KOREAN_NEGATION,
  NEGATIONS,
  NOT_NEGATING,
  WITH_NE,
} from "../../../facts/polarity/negation-words.ts";
import { type Pole, polesOf } from "../../../facts/polarity/poles.ts";
import type { ReadSentence, Unit } from "../../../facts/reading/types.ts";
import { SMALL_WORDS } from "../../../facts/slots/words.ts";
import { stem } from "../../../text/stems.ts";

/** A weighty word of a sentence, and what stands near it. */
export interface Claim {
  readonly unit: Unit;
  readonly stem: string;
  /** The negation that is read to negate it. */
  readonly negation: Unit | undefined;
  readonly poles: readonly Pole[];
  /** The stems of the weighty words around it. */
  readonly around: ReadonlySet<string>;
}

/** Of a verb, rather than a direction: "bring down". */
const PARTICLES: ReadonlySet<string> = new Set(["up", "down", "above", "below"]);
/** Units from a negation to the word that it negates. */
const MAX_TO_NEGATED = 3;
/** Weighty words on each side that say what a word is said of. */
const AROUND = 4;

/** The weighty words of a sentence, each with the negation not far before it, if no weighty word stands between. */
export function claimsOf({ units }: ReadSentence, lang: string | undefined): readonly Claim[] {
  const claims: Claim[] = [];
  const stems: string[] = [];
  let last: { readonly unit: Unit; readonly at: number } | undefined;
  const found: (readonly [unit: Unit, negation: Unit | undefined])[] = [];
  for (const [at, unit] of units.entries()) {
    if (isNegation(unit, units[at + 1], lang)) {
      last = { unit, at };
    } else if (isWeighty(unit) && !SMALL_WORDS.has(unit.key)) {
      found.push([unit, last !== undefined && at - last.at <= MAX_TO_NEGATED ? last.unit : undefined]);
      stems.push(stem(unit.key));
      last = undefined;
    }
  }
  for (const [at, [unit, negation]] of found.entries()) {
    const around = [...stems.slice(Math.max(0, at - AROUND), at), ...stems.slice(at + 1, at + 1 + AROUND)];
    claims.push({
      unit,
      stem: stems[at] ?? "",
      negation,
      poles: PARTICLES.has(unit.key) ? [] : polesOf(unit.key),
      around: new Set(around),
    });
  }
  return claims;
}

function isNegation({ key, sort }: Unit, next: Unit | undefined, lang: string | undefined): boolean {
  const isWord =
    (NEGATIONS.has(key) && !WITH_NE.has(key) && isCueIn(key, lang)) ||
    CONTRACTED.test(key) ||
    KOREAN_NEGATION.test(key);
  return sort === "word" && isWord && !NOT_NEGATING.has(next?.key ?? "");
}
