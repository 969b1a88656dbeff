import { expect, test } from "vitest";
import type { Block } from "../../../../../functions/digest/revision/align/gap.ts";
import { type GapScores, OPEN_COST } from "../../../../../functions/digest/revision/align/gap-scores.ts";
import { heaviestPath } from "../../../../../functions/digest/revision/align/path.ts";
import { fc } from "../../../../support/laws.ts";

const ROWS = 4;
const COLUMNS = 3;
const score = fc.oneof(
  fc.constant(Number.NEGATIVE_INFINITY),
  fc.integer({ min: -8, max: 12 }).map((n) => n / 4),
);
const cells = fc
  .array(score, { minLength: ROWS * COLUMNS, maxLength: ROWS * COLUMNS })
  .map((values) => Float64Array.from(values));
const grid: fc.Arbitrary<GapScores> = fc.record({ pairs: cells, splits: cells, merges: cells });

const SIZES = [
  ["pairs", 1, 1],
  ["splits", 1, 2],
  ["merges", 2, 1],
] as const;

/** Total score of some blocks of a grid: each unaligned run between them costs once. */
function total(scores: GapScores, blocks: readonly Block[]): number {
  let [i, j, sum] = [0, 0, 0];
  for (const block of [...blocks, { i: ROWS, j: COLUMNS, rows: 0, columns: 0 }]) {
    if (block.i > i || block.j > j) {
      sum -= OPEN_COST;
    }
    const kind = SIZES.find(([, rows, columns]) => rows === block.rows && columns === block.columns)?.[0];
    if (kind !== undefined) {
      sum += scores[kind][block.i * COLUMNS + block.j] ?? 0;
    }
    [i, j] = [block.i + block.rows, block.j + block.columns];
  }
  return sum;
}

/** All valid lists of blocks from a corner of the grid on. */
function everyPath(i = 0, j = 0): Block[][] {
  const firsts = Array.from({ length: ROWS - i }, (_, row) => i + row).flatMap((row) =>
    Array.from({ length: COLUMNS - j }, (_, column) => j + column).flatMap((column) =>
      SIZES.filter(([, rows, columns]) => row + rows <= ROWS && column + columns <= COLUMNS).map(
        ([, rows, columns]): Block => ({ i: row, j: column, rows, columns }),
      ),
    ),
  );
  return [
    [],
    ...firsts.flatMap((first) =>
      everyPath(first.i + first.rows, first.j + first.columns).map((rest) => [first, ...rest]),
    ),
  ];
}

test("finds the highest-scoring list of 1–1, 1–2 and 2–1 blocks", () => {
  const paths = everyPath();
  fc.assert(
    fc.property(grid, (scores) => {
      const best = Math.max(...paths.map((path) => total(scores, path)));
      expect(total(scores, heaviestPath(scores, ROWS, COLUMNS))).toBeCloseTo(best, 9);
    }),
    { seed: 11, numRuns: 100 },
  );
});
