import { forEachProduct, type StoryVector } from "./story-vectors.ts";

/** A term links only so many stories; where more have it, it tells little. */
const MAX_POSTINGS = 150;
/** Stories that average link can take at once; it takes the square of their number. */
export const MAX_COMPONENT = 500;
const THRESHOLD_STEP = 0.2;
/** Stories that hang together at this are one thread, however many they are. */
const MAX_THRESHOLD = 0.8;

/** Groups of stories between which no pair reaches the threshold; a crowd is taken apart by a higher one. */
export function componentsOf(vectors: readonly StoryVector[], threshold: number): number[][] {
  return takeApart([...vectors.keys()], vectors, threshold);
}

function takeApart(
  members: readonly number[],
  vectors: readonly StoryVector[],
  threshold: number,
): number[][] {
  const components = connect(
    members.flatMap((member) => vectors[member] ?? []),
    threshold,
  ).map((component) => component.flatMap((place) => members[place] ?? []));
  return components.flatMap((component) =>
    component.length <= MAX_COMPONENT || threshold > MAX_THRESHOLD
      ? [component]
      : takeApart(component, vectors, threshold + THRESHOLD_STEP),
  );
}

/** The connected components of the pairs whose cosine reaches the threshold, as places (union-find). */
function connect(members: readonly StoryVector[], threshold: number): number[][] {
  const roots = members.map((_, place) => place);
  forEachProduct(members, MAX_POSTINGS, (place, cosines, touched) => {
    for (const other of touched) {
      if ((cosines[other] ?? 0) >= threshold) roots[rootOf(roots, other)] = rootOf(roots, place);
    }
  });
  return [...Map.groupBy(roots.keys(), (place) => rootOf(roots, place)).values()];
}

function rootOf(roots: number[], place: number): number {
  let root = place;
  while (roots[root] !== root) {
    const next = roots[root] ?? root;
    roots[root] = roots[next] ?? next;
    root = next;
  }
  return root;
}
