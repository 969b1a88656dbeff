import { MAX_COMPONENT } from "./components.ts";
import { forEachProduct } from "./products.ts";
import type { StoryVector } from "./story-vectors.ts";

/** The mean cosine between two clusters, by their numbers, either way round. */
export type Similarities = readonly Float64Array[];

/** Merges the two closest clusters of stories until no mean cosine reaches the threshold; more than `MAX_COMPONENT` stay one cluster. */
export function averageLink(
  members: readonly number[],
  vectors: readonly StoryVector[],
  threshold: number,
): number[][] {
  if (members.length === 1 || members.length > MAX_COMPONENT) {
    return [[...members]];
  }
  const groups = clusterByMean(cosinesOf(members.flatMap((member) => vectors[member] ?? [])), threshold);
  return groups.map((group) => group.flatMap((place) => members[place] ?? []));
}

/**
 * The clusters of average linkage, by the places of `similarity`, which is used up. Quadratic in time whatever is alike: a chain
 * of nearest neighbours ends in two that are closest to each other, and merging these first changes no result (Murtagh 1983).
 */
export function clusterByMean(similarity: Similarities, threshold: number): number[][] {
  const members = new Map(similarity.keys().map((place) => [place, [place]]));
  const clustering = { members, open: new Set(members.keys()), similarity };
  const chain: number[] = [];
  for (const first of similarity.keys()) {
    while (clustering.open.has(first)) {
      takeStep(chain.pop() ?? first, chain, clustering, threshold);
    }
  }
  return [...members.values()];
}

interface Clustering {
  readonly members: Map<number, number[]>;
  /** Those that may still be merged. */
  readonly open: Set<number>;
  readonly similarity: Similarities;
}

/** Extends the chain from its last cluster, or merges its last two; a cluster with none close to it is closed. */
function takeStep(last: number, chain: number[], clustering: Clustering, threshold: number): void {
  const before = chain.at(-1);
  const nearest = nearestTo(last, before, clustering);
  if (nearest === undefined || (clustering.similarity[last]?.[nearest] ?? 0) < threshold) {
    clustering.open.delete(last);
  } else if (nearest === before) {
    chain.pop();
    merge(Math.min(last, nearest), Math.max(last, nearest), clustering);
  } else {
    chain.push(last, nearest);
  }
}

function cosinesOf(vectors: readonly StoryVector[]): Similarities {
  const rows = vectors.map(() => new Float64Array(vectors.length));
  forEachProduct(vectors, vectors.length, (place, cosines) => {
    for (let other = 0; other < place; other++) {
      setBoth(rows, place, other, cosines[other] ?? 0);
    }
  });
  return rows;
}

function setBoth(rows: Similarities, a: number, b: number, value: number): void {
  rows[a]?.fill(value, b, b + 1);
  rows[b]?.fill(value, a, a + 1);
}

/** The closest other cluster; among equals the one before in the chain, which ends it, then the lowest number. */
function nearestTo(
  number: number,
  before: number | undefined,
  { open, similarity }: Clustering,
): number | undefined {
  const row = similarity[number];
  let best = before;
  for (const other of open) {
    if (other !== number && (best === undefined || (row?.[other] ?? 0) > (row?.[best] ?? 0))) {
      best = other;
    }
  }
  return best;
}

/** The mean cosine with a merged cluster is the mean over its members (Lance and Williams 1967). */
function merge(into: number, from: number, { members, open, similarity }: Clustering): void {
  const [a, b] = [members.get(into) ?? [], members.get(from) ?? []];
  members.set(into, [...a, ...b]);
  members.delete(from);
  open.delete(from);
  const [x, y] = [similarity[into], similarity[from]];
  for (const other of open) {
    if (other !== into) {
      const sum = a.length * (x?.[other] ?? 0) + b.length * (y?.[other] ?? 0);
      setBoth(similarity, into, other, sum / (a.length + b.length));
    }
  }
}
