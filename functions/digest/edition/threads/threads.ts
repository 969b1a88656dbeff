import { averageLink } from "./average-link.ts";
import { componentsOf } from "./components.ts";
import { vectorsOf } from "./story-vectors.ts";

/** Two groups of stories become one thread while the mean cosine between them reaches this. */
const THRESHOLD = 0.33;

/**
 * Stories about one event, as groups of keys: tf-idf vectors, cosine, average-link agglomeration with one
 * threshold. Every story is in exactly one group; a story alone is a group of one. Groups and keys are sorted, and do
 * not depend on the order of the stories.
 *
 * Bounded for thousands of stories: the mean cosine of two groups never exceeds that of their closest pair, so only
 * stories connected by pairs above the threshold (found by an inverted index) need comparing with each other; a
 * connected crowd is first taken apart by a higher threshold (`components.ts`).
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
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
