import { MAX_COMPONENT } from "./components.ts";
import { forEachProduct } from "./products.ts";
import type { StoryVector } from "./story-vectors.ts";

/** Clusters by number: a merged one keeps the lower number, the other stays empty. */
interface Clustering {
  readonly members: number[][];
  /** Mean cosine between two clusters. */
  readonly similarity: readonly Float64Array[];
  /** The closest cluster to each. */
  readonly nearest: number[];
}

/**
 * Merges the two closest clusters of stories until no mean cosine reaches the threshold. Usually quadratic time and space
 * in the number of members; more than `MAX_COMPONENT` stay one cluster.
 */
export function averageLink(
  members: readonly number[],
  vectors: readonly StoryVector[],
  threshold: number,
): number[][] {
  if (members.length === 1 || members.length > MAX_COMPONENT) {
    return [[...members]];
  }
  const clustering: Clustering = {
    members: members.map((member) => [member]),
    similarity: cosinesOf(members.flatMap((member) => vectors[member] ?? [])),
    nearest: [],
  };
  for (const number of members.keys()) {
    clustering.nearest.push(nearestTo(number, clustering));
  }
  for (let best = closest(clustering, threshold); best !== undefined; best = closest(clustering, threshold)) {
    const other = clustering.nearest[best] ?? best;
    merge(Math.min(best, other), Math.max(best, other), clustering);
  }
  return clustering.members.filter((group) => group.length > 0);
}

function cosinesOf(vectors: readonly StoryVector[]): Float64Array[] {
  const rows = vectors.map(() => new Float64Array(vectors.length));
  forEachProduct(vectors, vectors.length, (place, cosines) => {
    for (let other = 0; other < place; other++) {
      setBoth(rows, place, other, cosines[other] ?? 0);
    }
  });
  return rows;
}

function setBoth(rows: readonly Float64Array[], a: number, b: number, value: number): void {
  rows[a]?.fill(value, b, b + 1);
  rows[b]?.fill(value, a, a + 1);
}

function similarityOf({ similarity }: Clustering, a: number, b: number): number {
  return similarity[a]?.[b] ?? 0;
}

/** The number of the closest other cluster; its own number if there is none. */
function nearestTo(number: number, clustering: Clustering): number {
  let best = number;
  for (const [other, group] of clustering.members.entries()) {
    if (other === number || group.length === 0) {
      continue;
    }
    if (best === number || similarityOf(clustering, number, other) > similarityOf(clustering, number, best)) {
      best = other;
    }
  }
  return best;
}

/** The cluster with the closest neighbour of all, if that is close enough. */
function closest(clustering: Clustering, threshold: number): number | undefined {
  let best: { readonly number: number; readonly similarity: number } | undefined;
  for (const [number, group] of clustering.members.entries()) {
    const nearest = clustering.nearest[number] ?? number;
    if (group.length === 0 || nearest === number) {
      continue;
    }
    const similarity = similarityOf(clustering, number, nearest);
    if (similarity >= threshold && similarity > (best?.similarity ?? 0)) {
      best = { number, similarity };
    }
  }
  return best?.number;
}

/** The mean cosine with a merged cluster is the mean over its members (Lance and Williams 1967). */
function merge(into: number, from: number, clustering: Clustering): void {
  const { members, similarity, nearest } = clustering;
  const [a, b] = [members[into] ?? [], members[from] ?? []];
  members[into] = [...a, ...b];
  members[from] = [];
  for (const other of othersOf(into, members)) {
    const sum =
      a.length * similarityOf(clustering, into, other) + b.length * similarityOf(clustering, from, other);
    setBoth(similarity, into, other, sum / (a.length + b.length));
  }
  nearest[into] = nearestTo(into, clustering);
  for (const other of othersOf(into, members)) {
    if (nearest[other] === into || nearest[other] === from) {
      nearest[other] = nearestTo(other, clustering);
    }
  }
}

function othersOf(number: number, members: readonly number[][]): number[] {
  return [...members.keys()].filter((other) => other !== number && (members[other]?.length ?? 0) > 0);
}
