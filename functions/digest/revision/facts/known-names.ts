import type { FactChange } from "../../facts/types.ts";
import { once } from "../../text/once.ts";
import { capitalsIn, firstCapitalsIn } from "./capitals.ts";

const NAME_PARTS = /[\s.'’-]+/;

/** Returns a test for facts that add or drop a name found in both stories: they are not news. */
export function knownNames(before: string, after: string): (fact: FactChange) => boolean {
  const [inBefore, inAfter] = [before, after].map((text) => ({
    isThere: capitalsIn(text),
    alone: once(() => firstCapitalsIn(text)),
  }));
  return (fact) => {
    if (fact.kind !== "name" || (fact.before !== undefined && fact.after !== undefined)) {
      return false;
    }
    const words = (fact.before ?? fact.after ?? "").split(NAME_PARTS);
    const other = fact.before === undefined ? inBefore : inAfter;
    return other !== undefined && isKnownName(words, other);
  };
}

/** By all its words, or by its last where that stands alone, as a surname does: in "Harbour Board", "Board" is no known "Velm Board". */
function isKnownName(
  words: readonly string[],
  {
    isThere,
    alone,
  }: { readonly isThere: (word: string) => boolean; readonly alone: () => ReadonlySet<string> },
): boolean {
  const last = words.at(-1) ?? "";
  return isThere(last) && (words.every(isThere) || alone().has(last));
}
