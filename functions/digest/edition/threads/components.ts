import { forEachProduct } from "./products.ts";
import type { StoryVector } from "./story-vectors.ts";

/** A term links only so many stories; where more have it, it tells little. */
const MAX_TERM_POSTINGS = 150;
/** Stories that average link can take at once; it takes the square of their number. */
export const MAX_COMPONENT = 500;
/** Stories that are as close as this are one thread, however many they are: copies of one text. */
const COPY = 0.8;

/** Two stories that may belong together, by their places. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** Union-find: the component of a place is its root, and the root knows how many belong to it. */
interface Forest {
  readonly roots: Uint32Array;
  readonly sizes: Uint32Array;
}

/**
 * Groups of places between which no pair reaches the threshold. A crowd that hangs together over more than
 * `MAX_COMPONENT` stories is put together anew from its closest pairs, and no further than that size; only copies of one
 * text go beyond. Time and space grow with the stories and the pairs that share a telling term.
 */
export function componentsOf(vectors: readonly StoryVector[], threshold: number): number[][] {
  const pairs = pairsOf(vectors, threshold);
  const components = connect(vectors.length, pairs, Number.POSITIVE_INFINITY);
  if (components.every(({ length }) => length <= MAX_COMPONENT)) return components;
  pairs.sort((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b);
  return connect(vectors.length, pairs, MAX_COMPONENT);
}

function pairsOf(vectors: readonly StoryVector[], threshold: number): Pair[] {
  const pairs: Pair[] = [];
  forEachProduct(vectors, MAX_TERM_POSTINGS, (a, cosines, touched) => {
    for (const b of touched) {
      const cosine = cosines[b] ?? 0;
      if (cosine >= threshold) pairs.push({ a, b, cosine });
    }
  });
  return pairs;
}

function connect(places: number, pairs: readonly Pair[], maxSize: number): number[][] {
  const forest = { roots: Uint32Array.from({ length: places }, (_, n) => n), sizes: new Uint32Array(places) };
  forest.sizes.fill(1);
  for (const pair of pairs) union(pair, forest, maxSize);
  return [...Map.groupBy(forest.roots.keys(), (place) => rootOf(forest.roots, place)).values()];
}

function union({ a, b, cosine }: Pair, { roots, sizes }: Forest, maxSize: number): void {
  const [rootA, rootB] = [rootOf(roots, a), rootOf(roots, b)];
  const size = (sizes[rootA] ?? 0) + (sizes[rootB] ?? 0);
  if (rootA === rootB || (size > maxSize && cosine < COPY)) return;
  roots[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  sizes[Math.min(rootA, rootB)] = size;
}

function rootOf(roots: Uint32Array, place: number): number {
  let root = place;
  while (roots[root] !== root) {
    const next = roots[root] ?? root;
    roots[root] = roots[next] ?? next;
    root = next;
  }
  return root;
}
