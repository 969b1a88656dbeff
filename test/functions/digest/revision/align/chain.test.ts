import { expect, test } from "vitest";
import {
  heaviestChain,
  type IndexPair,
  type WeightedPair,
} from "../../../../../functions/digest/revision/align/chain.ts";
import { fc } from "../../../../support/laws.ts";

const side = fc.integer({ min: 0, max: 5 });
const weightedPair: fc.Arbitrary<WeightedPair> = fc
  .record({ i: side, j: side, weight: fc.integer({ min: 1, max: 9 }) })
  .map(({ i, j, weight }) => ({ pair: [i, j], weight }));

const follows = (a: IndexPair, b: IndexPair) => a[0] < b[0] && a[1] < b[1];

/** The weight of the heaviest chain, by brute force. */
function heaviestByBruteForce(pairs: readonly WeightedPair[], last?: IndexPair): number {
  const next = pairs.filter(({ pair }) => last === undefined || follows(last, pair));
  return Math.max(0, ...next.map(({ pair, weight }) => weight + heaviestByBruteForce(next, pair)));
}

test("finds a chain of maximum weight, in order and with each index at most once", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(weightedPair, { maxLength: 9, selector: ({ pair }) => String(pair) }),
      (pairs) => {
        const chain = heaviestChain(pairs, 8);
        expect(chain.every((pair, n) => n === 0 || follows(chain[n - 1] ?? pair, pair))).toBe(true);
        const taken = pairs.filter(({ pair }) => chain.some((link) => String(link) === String(pair)));
        expect(taken.reduce((sum, { weight }) => sum + weight, 0)).toBe(heaviestByBruteForce(pairs));
      },
    ),
    { seed: 8, numRuns: 300 },
  );
});
