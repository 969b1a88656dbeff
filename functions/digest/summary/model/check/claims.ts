import { wordSet } from "../../../facts/phrases.ts";
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
/** These deny a thing, not what is said. */
const WITHOUT: ReadonlySet<string> = new Set([
  "without",
  "ohne",
  "sans",
  "sin",
  "senza",
  "sem",
  "zonder",
  "utan",
  "uden",
  "без",
  "bez",
]);
/** "Whether or not the fares rise"; Dutch "of" is English for another thing: "accused of not paying". */
const OR = wordSet("or oder ou o eller lub nebo или");
const DUTCH_OR = "of";
/** Units from a negation to the word that it negates. */
const MAX_TO_NEGATED = 3;
/** Weighty words on each side that say what a word is said of. */
const AROUND = 4;

/** The weighty words of a sentence, each with the negation not far before it, if no weighty word stands between. */
export function claimsOf({ units }: ReadSentence, lang: string | undefined): readonly Claim[] {
  const found = negatedWords(units, lang);
  const stems = found.map(({ unit }) => stem(unit.key));
  return found.map(({ unit, negation }, at) => ({
    unit,
    negation,
    stem: stems[at] ?? "",
    poles: PARTICLES.has(unit.key) ? [] : polesOf(unit.key),
    around: new Set([...stems.slice(Math.max(0, at - AROUND), at), ...stems.slice(at + 1, at + 1 + AROUND)]),
  }));
}

function negatedWords(
  units: readonly Unit[],
  lang: string | undefined,
): readonly Pick<Claim, "unit" | "negation">[] {
  const isOr = ({ key }: Unit) => OR.has(key) || (key === DUTCH_OR && lang?.startsWith("nl") === true);
  const isOpen = (before: Unit | undefined) => before !== undefined && isOr(before);
  const isNegationAt = units.map(
    (unit, at) => isNegation(unit, units[at + 1], lang) && !isOpen(units[at - 1]),
  );
  let open = -1;
  return units.flatMap((unit, at) => {
    if (isNegationAt[at] === true) {
      open = at;
      return [];
    }
    if (!isWeighty(unit) || SMALL_WORDS.has(unit.key)) {
      return [];
    }
    const negation = open >= 0 && at - open <= MAX_TO_NEGATED ? units[open] : undefined;
    open = -1;
    return [{ unit, negation }];
  });
}

function isNegation({ key, sort }: Unit, next: Unit | undefined, lang: string | undefined): boolean {
  const isWord =
    (NEGATIONS.has(key) && !WITH_NE.has(key) && !WITHOUT.has(key) && isCueIn(key, lang)) ||
    CONTRACTED.test(key) ||
    KOREAN_NEGATION.test(key);
  return sort === "word" && isWord && !NOT_NEGATING.has(next?.key ?? "");
}
