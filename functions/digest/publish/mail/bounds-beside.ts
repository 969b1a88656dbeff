import type { EditionFact } from "../../edition/schema.ts";
import { phraseAt } from "../../facts/phrases.ts";
import { REVERSED_BOUNDS } from "../../facts/polarity/bound-words.ts";

type Around = NonNullable<EditionFact["around"]>;

/** `and above`, `years or older`, `以上` */
const BOUND_AFTER =
  /^(?:(?:years?|jahre|ans|años|%)\s)?(?:and|or|und|oder|et|ou|y|o|e|of|en)\s(?:above|over|older|up|more|below|under|younger|less|fewer|mehr|älter|weniger|jünger|plus|moins|más|menos|più|meno|meer|minder|ouder|jonger|mais)(?![\p{L}\p{N}])|^(?:以上|以下|未満|未满|이상|이하|미만|초과)/iu;

/**
 * The words beside a value that are part of it, as without them it says something else: `at least` before it, `and above` after it; empty if
 * there are none.
 */
export function boundsBeside({ lead, tail }: Around): Around {
  const words = lead.split(" ");
  const keys = words.map((word) => word.toLowerCase()).toReversed();
  const before = phraseAt(REVERSED_BOUNDS, (step) => keys[step])?.words.length ?? 0;
  return { lead: words.slice(words.length - before).join(" "), tail: BOUND_AFTER.exec(tail)?.[0] ?? "" };
}
