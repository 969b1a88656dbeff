import {
  addShingles,
  type ShingleIndex,
  shingleIndex,
  shinglesOf,
  visitOwners,
} from "../../text/shingles.ts";

/** Two files have the same text if the longer one contains this share of the shorter one's shingles. */
const CONTAINMENT = 0.8;
/** Shorter texts must have exactly the same words: many stories share a few stock phrases. */
const MIN_SHINGLES = 16;

interface Shingled {
  readonly key: string;
  readonly shingles: Uint32Array;
}

/**
 * Maps the key of each duplicate story to the key of its representative. The longest of the similar texts represents
 * the others, the first by key if several are equally long; a representative is never itself a key of the map. The order
 * of the stories does not matter. Texts without words have no duplicates.
 *
 * Containment of five-word shingles (Broder, 1997). About linear: a shingle index finds the candidates.
 */
export function findDuplicates(
  stories: readonly { readonly key: string; readonly text: string }[],
): ReadonlyMap<string, string> {
  const shingled = stories
    .map(({ key, text }): Shingled => ({ key, shingles: shinglesOf(text) }))
    .sort((a, b) => b.shingles.length - a.shingles.length || compare(a.key, b.key));
  const index = shingleIndex(shingled.reduce((sum, { shingles }) => sum + shingles.length, 0));
  const duplicates = new Map<string, string>();
  const counts = new Uint16Array(stories.length);
  for (const [place, { key, shingles }] of shingled.entries()) {
    const original = closest(shingles, index, counts);
    const representative = original && shingled[original.place];
    if (
      representative !== undefined &&
      isSameText(original?.shared ?? 0, shingles, representative.shingles)
    ) {
      duplicates.set(key, representative.key);
    } else {
      addShingles(index, shingles, place);
    }
  }
  return duplicates;
}

/** The indexed story that shares most of the shingles; the first of several. Takes counts of 0, one a story, and leaves them so. */
function closest(
  shingles: Uint32Array,
  index: ShingleIndex,
  counts: Uint16Array,
): { readonly place: number; readonly shared: number } | undefined {
  const found: number[] = [];
  const count = (place: number): void => {
    const known = counts[place] ?? 0;
    if (known === 0) {
      found.push(place);
    }
    counts[place] = known + 1;
  };
  for (const shingle of shingles) {
    visitOwners(index, shingle, count);
  }
  let best: { readonly place: number; readonly shared: number } | undefined;
  for (const place of found) {
    const shared = counts[place] ?? 0;
    if (isCloser(place, shared, best)) {
      best = { place, shared };
    }
  }
  for (const place of found) {
    counts[place] = 0;
  }
  return best;
}

function isCloser(
  place: number,
  shared: number,
  best: { readonly place: number; readonly shared: number } | undefined,
): boolean {
  return best === undefined || shared > best.shared || (shared === best.shared && place < best.place);
}

function isSameText(shared: number, shorter: Uint32Array, longer: Uint32Array): boolean {
  if (shorter.length < MIN_SHINGLES) {
    return shared === longer.length;
  }
  return shared >= CONTAINMENT * shorter.length;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
