import { describe, expect, it } from "vitest";
import {
  clusterByMean,
  relativeTo,
  type Similarities,
} from "../../../../../functions/digest/edition/threads/average-link.ts";
import { fc } from "../../../../support/laws.ts";

const STORIES = 200;

/** Rows of cosines, each the same from either side. */
function similarities(stories: number, cosine: (a: number, b: number) => number): Float64Array[] {
  return Array.from({ length: stories }, (_, a) =>
    Float64Array.from({ length: stories }, (_, b) => (a === b ? 0 : cosine(Math.min(a, b), Math.max(a, b)))),
  );
}

/** Average linkage as it is defined: the two clusters with the highest mean, again and again. */
function byDefinition(cosines: Similarities, threshold: number): number[][] {
  const groups = cosines.map((_, place) => [place]);
  const mean = (a: readonly number[], b: readonly number[]) =>
    a.flatMap((x) => b.map((y) => cosines[x]?.[y] ?? 0)).reduce((sum, each) => sum + each, 0) /
    (a.length * b.length);
  for (;;) {
    const pairs = groups.flatMap((a, at) => groups.slice(at + 1).map((b) => ({ a, b, mean: mean(a, b) })));
    const best = pairs.toSorted((x, y) => y.mean - x.mean)[0];
    if (best === undefined || best.mean < threshold) {
      return groups;
    }
    best.a.push(...best.b);
    groups.splice(groups.indexOf(best.b), 1);
  }
}

function sorted(groups: readonly (readonly number[])[]): number[][] {
  return groups.map((group) => group.toSorted((a, b) => a - b)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** How often a cosine is looked up while clustering. */
function stepsOf(cosine: (a: number, b: number) => number, stories: number): number {
  let steps = 0;
  const counted = similarities(stories, cosine).map(
    (row) =>
      new Proxy(row, {
        get: (target, name) => {
          steps += Number(name !== "fill");
          return name === "fill" ? target.fill.bind(target) : target[Number(name)];
        },
      }),
  );
  clusterByMean(counted, 0.3);
  return steps;
}

describe("clusterByMean", () => {
  it("gives the clusters of average linkage by its definition", () => {
    const matrix = fc.integer({ min: 1, max: 12 }).chain((stories) =>
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 144, maxLength: 144 }).map((all) =>
        // Sums of no two sets of pairs are equal, so that no merge is a matter of taste.
        similarities(stories, (a, b) => (all[12 * a + b] ?? 0) * 0.9 + 0.04 * Math.sin(12 * a + b) ** 2),
      ),
    );
    fc.assert(
      fc.property(matrix, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (cosines, threshold) => {
        const expected = sorted(byDefinition(cosines, threshold));
        expect(
          sorted(
            clusterByMean(
              cosines.map((row) => row.slice()),
              threshold,
            ),
          ),
        ).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[name: string, cosine: (a: number, b: number) => number]>([
    ["are all the same", () => 0.9],
    ["are all a little different", (a, b) => 0.9 - 0.000_1 * ((a * 7 + b * 13) % 31)],
    ["each are closest to the next", (a, b) => 0.9 - 0.001 * (b - a)],
    ["each are closest to the first", (a) => 0.9 - 0.001 * a],
    ["each are closest to the last", (_, b) => 0.4 + 0.001 * b],
    ["come in pairs", (a, b) => (b === (a ^ 1) ? 0.9 : 0.5)],
    ["have nothing in common", () => 0],
  ])("takes a quadratic number of steps where stories %s", (_, cosine) => {
    expect(stepsOf(cosine, STORIES)).toBeLessThan(8 * STORIES ** 2);
  });
});

describe("relativeTo", () => {
  /** Three reports on each of two events: 0.7 alike, or so, within one and 0.4 across them. */
  const twoEvents = (within: number) =>
    similarities(6, (a, b) => (Math.floor(a / 3) === Math.floor(b / 3) ? within : 0.4));

  it("parts two events of one kind, whose reports are closer to their own than to the others", () => {
    expect(sorted(clusterByMean(relativeTo(twoEvents(0.65)), 0.36))).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(clusterByMean(twoEvents(0.65), 0.36)).toHaveLength(1);
  });

  it("leaves reports together that are no closer to any others", () => {
    expect(clusterByMean(relativeTo(similarities(6, () => 0.4)), 0.36)).toHaveLength(1);
  });

  it("takes no notice of other versions of a report", () => {
    expect(clusterByMean(relativeTo(twoEvents(0.95)), 0.36)).toHaveLength(1);
  });

  it("raises no cosine, and is the same from either side", () => {
    const cosines = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(cosines, (all) => {
        const given = similarities(6, (a, b) => all[6 * a + b] ?? 0);
        const scaled = relativeTo(given);
        for (const [a, row] of scaled.entries()) {
          for (const [b, cosine] of row.entries()) {
            expect(cosine).toBeLessThanOrEqual(given[a]?.[b] ?? 0);
            expect(cosine).toBeCloseTo(scaled[b]?.[a] ?? 0, 12);
          }
        }
      }),
    );
  });
});
