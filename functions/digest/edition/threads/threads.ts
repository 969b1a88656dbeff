import { averageLink } from "./average-link.ts";
import { componentsOf } from "./components.ts";
import { vectorsOf } from "./story-vectors.ts";

/** Two clusters of stories are merged if the mean cosine between them reaches this. */
const THRESHOLD = 0.33;

/**
 * Groups stories about the same event, as lists of keys: tf-idf vectors, cosine similarity, agglomerative clustering
 * with average linkage and one threshold. Every story is in exactly one group; a story on its own is a group of one.
 * Groups and keys are sorted, and do not depend on the order of the stories.
 *
 * Bounded for thousands of stories: the mean cosine of two clusters never exceeds that of their closest pair, so only
 * stories connected by pairs above the threshold (found with an inverted index) need to be compared; an oversized
 * component is first split, closest pairs first (`components.ts`).
 */
export function groupThreads(stories: readonly { key: string; text: string }[]): string[][] {
  const sorted = stories.toSorted((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  const vectors = vectorsOf(sorted.map(({ text }) => text));
  return componentsOf(vectors, THRESHOLD)
    .flatMap((component) => averageLink(component, vectors, THRESHOLD))
    .map((group) => group.map((story) => sorted[story]?.key ?? "").sort(compare))
    .sort((a, b) => compare(a[0] ?? "", b[0] ?? ""));
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
