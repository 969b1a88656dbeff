import { meanOf } from "./mean.ts";

/**
 * B-cubed F1 of groups against the true group of each member (Bagga and Baldwin, 1998): for each member, the
 * share of its group that truly belongs with it (precision) and the share of its true group found (recall); the
 * harmonic mean of both means. From 0 to 1. A member in no group counts as alone.
 */
export function bCubedF1(groups: readonly (readonly string[])[], truth: ReadonlyMap<string, string>): number {
  const groupOf = new Map(groups.flatMap((group) => group.map((member) => [member, group] as const)));
  const sizes = sizesOf([...truth.values()]);
  const scores = [...truth].map(([member, event]) => {
    const group = groupOf.get(member) ?? [member];
    const together = group.filter((other) => truth.get(other) === event).length;
    return { precision: together / group.length, recall: together / (sizes.get(event) ?? 1) };
  });
  const precision = meanOf(scores.map((score) => score.precision));
  const recall = meanOf(scores.map((score) => score.recall));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function sizesOf(events: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const event of events) {
    sizes.set(event, (sizes.get(event) ?? 0) + 1);
  }
  return sizes;
}
