import { averageLink } from "./average-link.ts";
import { componentsOf } from "./components.ts";
import { vectorsOf } from "./story-vectors.ts";

/** Two clusters of stories are merged if the mean cosine between them reaches this, in a pool of {@link SMALL_POOL} stories. */
const LEAST_SIMILAR = 0.3;
/** The same in a large pool. */
const MOST_SIMILAR = 0.33;
const SMALL_POOL = 7;
const PER_LOG_STORIES = 0.01;

/**
 * The threshold for a pool. Of two stories drawn from more, fewer belong together, so that the same cosine is weaker
 * evidence: the prior odds fall with the number of stories, and the threshold rises with its logarithm.
 */
function thresholdFor(stories: number): number {
  const threshold = LEAST_SIMILAR + PER_LOG_STORIES * Math.log(Math.max(1, stories / SMALL_POOL));
  return Math.min(MOST_SIMILAR, threshold);
}

/**
 * Groups stories about the same event, as lists of keys: tf-idf vectors, cosine similarity, agglomerative clustering
 * with average linkage and one threshold for all of them. Every story is in exactly one group; a story on its own is a group of one.
 * Groups and keys are sorted, and do not depend on the order of the stories.
 *
 * Bounded for thousands of stories: the mean cosine of two clusters never exceeds that of their closest pair, so only
 * stories connected by pairs above the threshold (found with an inverted index) need to be compared; an oversized
 * component is first split, closest pairs first (`components.ts`).
 */
export function groupThreads(stories: readonly { key: string; text: string }[]): string[][] {
  const sorted = stories.toSorted((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  const vectors = vectorsOf(sorted.map(({ text }) => text));
  const threshold = thresholdFor(vectors.length);
  return componentsOf(vectors, threshold)
    .flatMap((component) => averageLink(component, vectors, threshold))
    .map((group) => group.map((story) => sorted[story]?.key ?? "").sort(compare))
    .sort((a, b) => compare(a[0] ?? "", b[0] ?? ""));
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
