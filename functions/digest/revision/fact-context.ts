import type { Fact, Place } from "./fact-tokens.ts";

const MAX_CONTEXT_WORDS = 4;
const EDGE_WORDS = new Set(
  "a an and are as at be been but by for from had has have he her his in into is it its of on or over she that the their they this to was were which who will with".split(
    " ",
  ),
);

/**
 * A few words around a fact that say what it is about: those behind it up to the next mark ("people died"), else
 * those before it. `undefined` where it stands alone.
 */
export function contextOf(places: readonly Place[], fact: Fact): string | undefined {
  const behind = trimEdges(wordsFrom(places, fact.to, 1));
  if (behind.length > 0) return behind.join(" ");
  const ahead = trimEdges(wordsFrom(places, fact.from - 1, -1).reverse());
  return ahead.length > 0 ? ahead.join(" ") : undefined;
}

function wordsFrom(places: readonly Place[], start: number, step: 1 | -1): string[] {
  const words: string[] = [];
  for (let at = start; words.length < MAX_CONTEXT_WORDS; at += step) {
    const place = places[at];
    if (place === undefined || place.type !== "word") break;
    words.push(place.text);
  }
  return words;
}

/** Little words at the ends say nothing: "people died in the" is "people died". */
function trimEdges(words: readonly string[]): string[] {
  const isTelling = (word: string) => !EDGE_WORDS.has(word.toLowerCase());
  return words.slice(
    words.findIndex(isTelling) < 0 ? words.length : words.findIndex(isTelling),
    words.findLastIndex(isTelling) + 1,
  );
}
