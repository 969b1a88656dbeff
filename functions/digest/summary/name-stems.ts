import { stemsOf } from "./stems.ts";
import { countTerms } from "./vectors.ts";

/** A word that follows another one, so that its capital, if it has one, is its own. */
const INNER_WORD = /(?<=[\p{Ll}\p{N}],? )\p{L}[\p{L}\p{M}\p{N}'’-]*/gu;
const CAPITAL = /^\p{Lu}/u;

/** The stems of words that the texts write with a capital inside sentences more often than without: names, mostly. */
export function nameStemsOf(texts: readonly string[]): Set<string> {
  const words = countTerms(texts.flatMap((text) => text.match(INNER_WORD) ?? []));
  const balances = new Map<string, number>();
  for (const [word, count] of words) {
    const step = CAPITAL.test(word) ? count : -count;
    for (const stem of stemsOf(word)) balances.set(stem, (balances.get(stem) ?? 0) + step);
  }
  return new Set([...balances].filter(([, balance]) => balance > 0).map(([stem]) => stem));
}
