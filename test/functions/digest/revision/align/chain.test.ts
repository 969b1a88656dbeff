import fc from "fast-check";
import { expect, test } from "vitest";
import {
  heaviestChain,
  type IndexPair,
  type WeightedPair,
} from "../../../../../functions/digest/revision/align/chain.ts";

const side = fc.integer({ min: 0, max: 5 });
const weightedPair: fc.Arbitrary<WeightedPair> = fc
  .record({ i: side, j: side, weight: fc.integer({ min: 1, max: 9 }) })
  .map(({ i, j, weight }) => ({ pair: [i, j], weight }));

const follows = (a: IndexPair, b: IndexPair) => a[0] < b[0] && a[1] < b[1];

/** The heaviest chain's weight by trying all. */
function heaviestByTrying(pairs: readonly WeightedPair[], last?: IndexPair): number {
  const next = pairs.filter(({ pair }) => last === undefined || follows(last, pair));
  return Math.max(0, ...next.map(({ pair, weight }) => weight + heaviestByTrying(next, pair)));
}

test("finds a chain as heavy as the heaviest there is, in order and without an index twice", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(weightedPair, { maxLength: 9, selector: ({ pair }) => String(pair) }),
      (pairs) => {
        const chain = heaviestChain(pairs, 8);
        expect(chain.every((pair, n) => n === 0 || follows(chain[n - 1] ?? pair, pair))).toBe(true);
        const taken = pairs.filter(({ pair }) => chain.some((link) => String(link) === String(pair)));
        expect(taken.reduce((sum, { weight }) => sum + weight, 0)).toBe(heaviestByTrying(pairs));
      },
    ),
    { seed: 8, numRuns: 300 },
  );
});
