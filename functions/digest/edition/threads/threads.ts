import { averageLink } from "./average-link.ts";
import { componentsOf } from "./components.ts";
import { vectorsOf } from "./story-vectors.ts";

/** Two clusters of stories are merged if their mean likeness reaches this. */
const SIMILAR = 0.3;

/**
 * Groups stories about the same event, as lists of keys: tf-idf vectors, cosine similarity relative to that of the
 * closest stories, agglomerative clustering with average linkage and one threshold for all of them. Every story is in exactly one group; a story on its own is a group of one.
 * Groups and keys are sorted, and do not depend on the order of the stories.
 *
 * Bounded for thousands of stories: the mean cosine of two clusters never exceeds that of their closest pair, so only
 * stories connected by pairs above the threshold (found with an inverted index) need to be compared; an oversized
 * component is first split, closest pairs first (`components.ts`).
 */
export function groupThreads(stories: readonly { key: string; text: string }[]): string[][] {
  const sorted = stories.toSorted((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  const vectors = vectorsOf(sorted.map(({ text }) => text));
  return componentsOf(vectors, SIMILAR)
    .flatMap((component) => averageLink(component, vectors, SIMILAR))
    .map((group) => group.map((story) => sorted[story]?.key ?? "").sort(compare))
    .sort((a, b) => compare(a[0] ?? "", b[0] ?? ""));
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
