import { MAX_COMPONENT } from "./components.ts";
import { forEachProduct } from "./products.ts";
import type { StoryVector } from "./story-vectors.ts";

/** Groups while they grow, by number: a merged one takes the lower number, the other is empty from then on. */
interface Growing {
  readonly members: number[][];
  /** Mean cosine between two groups. */
  readonly likeness: readonly Float64Array[];
  /** The group that is closest to each. */
  readonly nearest: number[];
}

/**
 * Merges the two closest groups of stories until no mean cosine reaches the threshold. Square time and space in
 * the members, as a rule; more than `MAX_COMPONENT` stay one group.
 */
export function averageLink(
  members: readonly number[],
  vectors: readonly StoryVector[],
  threshold: number,
): number[][] {
  if (members.length === 1 || members.length > MAX_COMPONENT) return [[...members]];
  const growing: Growing = {
    members: members.map((member) => [member]),
    likeness: cosinesOf(members.flatMap((member) => vectors[member] ?? [])),
    nearest: [],
  };
  for (const number of members.keys()) growing.nearest.push(nearestTo(number, growing));
  for (let best = closest(growing, threshold); best !== undefined; best = closest(growing, threshold)) {
    const other = growing.nearest[best] ?? best;
    merge(Math.min(best, other), Math.max(best, other), growing);
  }
  return growing.members.filter((group) => group.length > 0);
}

function cosinesOf(vectors: readonly StoryVector[]): Float64Array[] {
  const rows = vectors.map(() => new Float64Array(vectors.length));
  forEachProduct(vectors, vectors.length, (place, cosines) => {
    for (let other = 0; other < place; other++) setBoth(rows, place, other, cosines[other] ?? 0);
  });
  return rows;
}

function setBoth(rows: readonly Float64Array[], a: number, b: number, value: number): void {
  rows[a]?.fill(value, b, b + 1);
  rows[b]?.fill(value, a, a + 1);
}

function likenessOf({ likeness }: Growing, a: number, b: number): number {
  return likeness[a]?.[b] ?? 0;
}

/** The number of the closest other group; its own number where there is none. */
function nearestTo(number: number, growing: Growing): number {
  let best = number;
  for (const [other, group] of growing.members.entries()) {
    if (other === number || group.length === 0) continue;
    if (best === number || likenessOf(growing, number, other) > likenessOf(growing, number, best))
      best = other;
  }
  return best;
}

/** The group whose nearest is nearest of all, if that is near enough. */
function closest(growing: Growing, threshold: number): number | undefined {
  let best: { readonly number: number; readonly likeness: number } | undefined;
  for (const [number, group] of growing.members.entries()) {
    const nearest = growing.nearest[number] ?? number;
    if (group.length === 0 || nearest === number) continue;
    const likeness = likenessOf(growing, number, nearest);
    if (likeness >= threshold && likeness > (best?.likeness ?? 0)) best = { number, likeness };
  }
  return best?.number;
}

/** The mean cosine with a merged group is the mean over its members (Lance and Williams 1967). */
function merge(into: number, from: number, growing: Growing): void {
  const { members, likeness, nearest } = growing;
  const [a, b] = [members[into] ?? [], members[from] ?? []];
  members[into] = [...a, ...b];
  members[from] = [];
  for (const other of othersOf(into, members)) {
    const sum = a.length * likenessOf(growing, into, other) + b.length * likenessOf(growing, from, other);
    setBoth(likeness, into, other, sum / (a.length + b.length));
  }
  nearest[into] = nearestTo(into, growing);
  for (const other of othersOf(into, members)) {
    if (nearest[other] === into || nearest[other] === from) nearest[other] = nearestTo(other, growing);
  }
}

function othersOf(number: number, members: readonly number[][]): number[] {
  return [...members.keys()].filter((other) => other !== number && (members[other]?.length ?? 0) > 0);
}
