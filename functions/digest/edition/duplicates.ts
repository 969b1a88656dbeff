import { addShingles, ownersOf, type ShingleIndex, shingleIndex, shinglesOf } from "./shingles.ts";

/** Two files have the same text where the longer one has this share of the shorter one's shingles. */
const CONTAINMENT = 0.8;
/** Shorter texts are the same only where they have the same words: a few stock phrases are in many stories. */
const MIN_SHINGLES = 16;

interface Shingled {
  readonly key: string;
  readonly shingles: Uint32Array;
}

/**
 * Stories that only repeat the text of another one: the key of each, and the key of the story that stands for it. The
 * longest text of its kind stands for the others, the first by key where several are as long; no story that stands for
 * others is in the keys of the map. Order of the stories does not matter. Texts without words repeat nothing.
 *
 * Runs of five words in common, containment (Broder, 1997). About linear: an index of runs finds what to compare.
 */
export function findDuplicates(
  stories: readonly { readonly key: string; readonly text: string }[],
): ReadonlyMap<string, string> {
  const shingled = stories
    .map(({ key, text }): Shingled => ({ key, shingles: shinglesOf(text) }))
    .sort((a, b) => b.shingles.length - a.shingles.length || compare(a.key, b.key));
  const index = shingleIndex(shingled.reduce((sum, { shingles }) => sum + shingles.length, 0));
  const duplicates = new Map<string, string>();
  for (const [place, { key, shingles }] of shingled.entries()) {
    const original = closest(shingles, index);
    const standsFor = original && shingled[original.place];
    if (standsFor !== undefined && isSameText(original?.shared ?? 0, shingles, standsFor.shingles)) {
      duplicates.set(key, standsFor.key);
    } else {
      addShingles(index, shingles, place);
    }
  }
  return duplicates;
}

/** The indexed story that has most of the shingles, the first of several. */
function closest(
  shingles: Uint32Array,
  index: ShingleIndex,
): { readonly place: number; readonly shared: number } | undefined {
  const counts = new Map<number, number>();
  for (const shingle of shingles) {
    for (const place of ownersOf(index, shingle)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  let best: { readonly place: number; readonly shared: number } | undefined;
  for (const [place, shared] of counts) {
    const isBetter =
      best === undefined || shared > best.shared || (shared === best.shared && place < best.place);
    if (isBetter) best = { place, shared };
  }
  return best;
}

function isSameText(shared: number, shorter: Uint32Array, longer: Uint32Array): boolean {
  if (shorter.length < MIN_SHINGLES) return shared === longer.length;
  return shared >= CONTAINMENT * shorter.length;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
