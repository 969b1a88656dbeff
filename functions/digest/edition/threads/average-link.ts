import { MAX_COMPONENT } from "./components.ts";
import { forEachProduct } from "./products.ts";
import type { StoryVector } from "./story-vectors.ts";

/** The mean cosine between two clusters, by their numbers, either way round. */
export type Similarities = readonly Float64Array[];

/** Two stories that are closer than this to others are held against that. */
const CLOSE = 0.5;
/** Stories at least this close are versions of one report. */
const VERSION = 0.7;

/**
 * Merges the two closest clusters of stories until no mean likeness reaches the threshold; more than `MAX_COMPONENT` stay one
 * cluster. What counts is the {@link relativeTo} of the cosines.
 */
export function averageLink(
  members: readonly number[],
  vectors: readonly StoryVector[],
  threshold: number,
): number[][] {
  if (members.length === 1 || members.length > MAX_COMPONENT) {
    return [[...members]];
  }
  const cosines = cosinesOf(members.flatMap((member) => vectors[member] ?? []));
  const groups = clusterByMean(relativeTo(cosines), threshold);
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

/**
 * The cosines of a component, each times √(CLOSE / m) where m, the geometric mean of how close the two stories are to those closest to
 * them, is more than `CLOSE`. Two reports that have much in common with others and less with each other are of two events of one
 * kind; that another version of a report is closest says nothing. Local scaling, after Zelnik-Manor and Perona (2004); no cosine
 * rises, so that stories which no pair connects need not be compared.
 */
export function relativeTo(cosines: Similarities): Similarities {
  const nearest = cosines.map((row, place) => nearestCosine(row, place));
  const factor = (a: number, b: number) =>
    Math.sqrt(CLOSE / Math.max(CLOSE, Math.sqrt((nearest[a] ?? 0) * (nearest[b] ?? 0))));
  return cosines.map((row, a) => row.map((cosine, b) => cosine * factor(a, b)));
}

function nearestCosine(row: Float64Array, place: number): number {
  return row.reduce(
    (most, cosine, other) => (other === place || cosine >= VERSION ? most : Math.max(most, cosine)),
    0,
  );
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
