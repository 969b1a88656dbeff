import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, heaviestChain } from "../../../../functions/digest/revision/chain.ts";

const side = fc.integer({ min: 0, max: 5 });
const size = fc.constantFrom({ rows: 1, columns: 1 }, { rows: 1, columns: 2 }, { rows: 2, columns: 1 });
const block: fc.Arbitrary<Block> = fc
  .record({ i: side, j: side, size, weight: fc.integer({ min: 1, max: 9 }) })
  .map(({ i, j, size, weight }) => ({ i, j, ...size, weight }));

const follows = (a: Block, b: Block) => a.i + a.rows <= b.i && a.j + a.columns <= b.j;
const weightOf = (chain: readonly Block[]) => chain.reduce((sum, { weight }) => sum + weight, 0);

/** The heaviest chain's weight by trying all. */
function heaviestByTrying(blocks: readonly Block[], last?: Block): number {
  const next = blocks.filter((block) => last === undefined || follows(last, block));
  return Math.max(0, ...next.map((block) => block.weight + heaviestByTrying(next, block)));
}

test("finds a chain as heavy as the heaviest there is, in order and without overlap", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 9 }), (blocks) => {
      const chain = heaviestChain(blocks, 8);
      expect(chain.every((block, n) => n === 0 || follows(chain[n - 1] ?? block, block))).toBe(true);
      expect(weightOf(chain)).toBe(heaviestByTrying(blocks));
    }),
    { seed: 8, numRuns: 300 },
  );
});
