import { isPrefixed } from "../../../facts/polarity/prefixes.ts";
import type { ReadSentence } from "../../../facts/reading/types.ts";
import { type Claim, claimsOf } from "./claims.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";

/** Letters of a word from which its prefix is looked at. */
const MIN_PREFIXED = 6;
/** Words around two claims that are the same, from which they speak of one thing; more where a negation is missed than where one is seen. */
const MIN_COMMON = 2;
const MIN_COMMON_PLAIN = 3;

/** Words of a sentence that it negates and the story does not, or the reverse; and of which the story has only the opposite. */
export function turnedClaims(sentence: ReadSentence, source: Source): readonly Found[] {
  const claims = claimsOf(sentence, source.lang);
  const isNegated = claims.some(({ negation }) => negation !== undefined);
  return claims.flatMap((claim): readonly Found[] => {
    const { unit, negation } = claim;
    const same = (source.claims.get(claim.stem) ?? []).filter((other) => isOfOneThing(claim, other));
    const isTurned =
      same.length > 0 ? isOtherwise(claim, same, isNegated) : !isNegated && isOpposed(claim, source);
    const from = Math.min(unit.from, negation?.from ?? unit.from);
    return isTurned ? [{ kind: "polarity", from, to: unit.to }] : [];
  });
}

function isOfOneThing({ around }: Claim, other: Claim, least = MIN_COMMON): boolean {
  return around.intersection(other.around).size >= Math.min(least, around.size);
}

/** All that the story says of it is negated, and this not; or the reverse. */
function isOtherwise(claim: Claim, same: readonly Claim[], isNegated: boolean): boolean {
  return claim.negation === undefined
    ? !isNegated &&
        same.every((other) => other.negation !== undefined && isOfOneThing(claim, other, MIN_COMMON_PLAIN))
    : same.every((other) => other.negation === undefined);
}

/** "rose" where the story says that it fell; "unlikely" where it says likely. */
function isOpposed(claim: Claim, source: Source): boolean {
  const { poles, unit } = claim;
  const isKnown = source.words.has(unit.key);
  if (poles.length === 0 && (isKnown || unit.key.length < MIN_PREFIXED)) {
    return false;
  }
  const near = [...new Set([...claim.around].flatMap((word) => source.beside.get(word) ?? []))].filter(
    (other) => isOfOneThing(claim, other),
  );
  const isOther = ({ unit: { key } }: Claim) => isPrefixed(key, unit.key) || isPrefixed(unit.key, key);
  const stands = (is: (pole: number, mine: number) => boolean) =>
    near.some((other) =>
      other.poles.some(({ axis, pole }) => poles.some((mine) => mine.axis === axis && is(pole, mine.pole))),
    );
  const isTurned = stands((pole, mine) => pole !== mine) && !stands((pole, mine) => pole === mine);
  return isTurned || (!isKnown && near.some(isOther));
}
