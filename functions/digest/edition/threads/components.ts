import { forEachProduct } from "./products.ts";
import type { StoryVector } from "./story-vectors.ts";

/** Stories linked by a term; one in more stories says little. */
const MAX_LINKED_STORIES = 150;
/** Stories clustered at once by average linkage, whose cost is quadratic. */
export const MAX_COMPONENT = 500;
/** Stories at least this similar are copies of one text, and one thread however many they are. */
const COPY = 0.8;

/** Two stories that may belong together, by index. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** Union-find: a component is identified by its root, and its size is stored there. */
interface Forest {
  readonly roots: Uint32Array;
  readonly sizes: Uint32Array;
}

/**
 * Connected components of the stories under single linkage: no pair between two of them reaches the threshold. If any
 * has more than `MAX_COMPONENT` stories, components are rebuilt from the closest pairs first, up to that size; only
 * copies of one text may exceed it. Time and space grow with the stories and the pairs that share a linking term.
 */
export function componentsOf(vectors: readonly StoryVector[], threshold: number): number[][] {
  const pairs = pairsOf(vectors, threshold);
  const components = connect(vectors.length, pairs, Number.POSITIVE_INFINITY);
  if (components.every(({ length }) => length <= MAX_COMPONENT)) {
    return components;
  }
  pairs.sort((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b);
  return connect(vectors.length, pairs, MAX_COMPONENT);
}

function pairsOf(vectors: readonly StoryVector[], threshold: number): Pair[] {
  const pairs: Pair[] = [];
  forEachProduct(vectors, MAX_LINKED_STORIES, (a, cosines, touched) => {
    for (const b of touched) {
      const cosine = cosines[b] ?? 0;
      if (cosine >= threshold) {
        pairs.push({ a, b, cosine });
      }
    }
  });
  return pairs;
}

function connect(places: number, pairs: readonly Pair[], maxSize: number): number[][] {
  const forest = { roots: Uint32Array.from({ length: places }, (_, n) => n), sizes: new Uint32Array(places) };
  forest.sizes.fill(1);
  for (const pair of pairs) {
    union(pair, forest, maxSize);
  }
  return [...Map.groupBy(forest.roots.keys(), (place) => rootOf(forest.roots, place)).values()];
}

function union({ a, b, cosine }: Pair, { roots, sizes }: Forest, maxSize: number): void {
  const [rootA, rootB] = [rootOf(roots, a), rootOf(roots, b)];
  const size = (sizes[rootA] ?? 0) + (sizes[rootB] ?? 0);
  if (rootA === rootB || (size > maxSize && cosine < COPY)) {
    return;
  }
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
