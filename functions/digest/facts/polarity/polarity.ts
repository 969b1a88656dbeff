import { type Gap, type Side, unitsOf } from "../slots/gaps.ts";
import type { SlotChange } from "../slots/slot.ts";
import { boundChange } from "./bounds.ts";
import { isWeighty } from "./claims.ts";
import { degreeChange } from "./degrees.ts";
import { haveSameNegations, limitedNegation, negationChange } from "./negation.ts";
import { oppositeChange } from "./opposites.ts";
import type { Rewriting } from "./rewriting.ts";

/** A gap with more units than this is rewritten: what a single word in it means for the claim, nobody can say. */
const MAX_CLAIM_UNITS = 6;
/** Words that may have changed in the clause around a gap. */
const MAX_BESIDE_CLAIM = 5;
/** The same around a negation, which other words can take back: "without a lid" → "with the lid off". */
const MAX_BESIDE_NEGATION = 2;
/** Share of a sentence that may have changed where a word takes the place of another. */
const MAX_REWRITTEN = 0.35;
/** The same where a word came or went, or a negation did, which a rewritten sentence may say otherwise. */
const MAX_LONE_REWRITTEN = 0.25;

/** A claim turned round or made more or less certain, in one gap of a sentence of which not too much else was rewritten. */
export function polarityChange(
  whole: Gap,
  rewriting: Rewriting,
  lang: string | undefined,
): SlotChange | undefined {
  const ended = withoutDate(whole);
  if (ended !== undefined) {
    return hasClaim(ended) && rewriting.around(whole) === 0 ? oppositeChange(ended) : undefined;
  }
  return changeIn(whole, rewriting, lang);
}

/** "Postponed to May" → "cancelled": a gap without the date that one side has at an end, with its small words. */
function withoutDate({ before, after }: Gap): Gap | undefined {
  const [a, b] = [before, after].map(cutDate);
  const isOne = (a === undefined) !== (b === undefined);
  return isOne ? { before: a ?? before, after: b ?? after } : undefined;
}

function cutDate(side: Side): Side | undefined {
  const own = unitsOf(side);
  const at = own.findIndex(({ sort }) => sort === "date");
  if (at < 0) {
    return undefined;
  }
  const start = own.slice(0, at).findLastIndex((unit) => isWeighty(unit)) + 1;
  return at === own.length - 1
    ? { ...side, to: side.from + start }
    : { ...side, from: side.from + (start === 0 ? at + 1 : 0) };
}

function changeIn(gap: Gap, rewriting: Rewriting, lang: string | undefined): SlotChange | undefined {
  if (!hasClaim(gap)) {
    return undefined;
  }
  const words = rewriting.around(gap);
  const share = words <= MAX_BESIDE_CLAIM ? rewriting.share(gap) : 1;
  const isKept = rewriting.beforeTail(gap) === 0;
  if (share > MAX_REWRITTEN) {
    return isKept ? negationChange(gap, lang) : undefined;
  }
  const isNegatable = isKept || (words <= MAX_BESIDE_NEGATION && share <= MAX_LONE_REWRITTEN);
  const change = claimChange(gap, isNegatable, lang);
  const isLone = change?.before === undefined || change.after === undefined;
  return isLone && share > MAX_LONE_REWRITTEN ? undefined : change;
}

/** Which way a claim was turned: by another word, by a negation, in degree or in the bound of a number. */
function claimChange(gap: Gap, isNegatable: boolean, lang: string | undefined): SlotChange | undefined {
  const opposite = boundChange(gap) ?? oppositeChange(gap);
  if (opposite !== undefined && haveSameNegations(gap, lang)) {
    return opposite;
  }
  const negation = isNegatable ? negationChange(gap, lang) : undefined;
  return negation ?? limitedNegation(gap) ?? degreeChange(gap, lang);
}

/** Both sides are words alone, and few. */
function hasClaim({ before, after }: Gap): boolean {
  return [before, after]
    .map(unitsOf)
    .every((units) => units.length <= MAX_CLAIM_UNITS && units.every(({ sort }) => sort === "word"));
}
