import { describe, expect, test } from "vitest";
import { edgesOf, fitDocument } from "../../bench/fit/fit-documents.ts";
import { fitWeights } from "../../bench/fit/fit-weights.ts";
import { logLikelihood } from "../../bench/fit/gap-model.ts";
import type { Block } from "../../functions/digest/revision/align/gap.ts";
import { OPEN_COST, WEIGHTS } from "../../functions/digest/revision/align/gap-scores.ts";

const ferry =
  "The ferry will run every ten minutes from six, and tickets will be free until the bridge opens.";
const vote = "The council voted on Tuesday to close the bridge for two years.";
const cost = "Repairs will cost $12 million, most of it paid by the state.";
const before = [vote, ferry, cost, "Nobody was hurt."];
const after = [
  "On Tuesday the council voted to close the old bridge for two years.",
  "The ferry will run every ten minutes from six.",
  "Tickets will be free until the bridge opens.",
  "Two choirs sang at the museum.",
  "Repairs will cost $15 million, half of it paid by the state.",
];
const document = fitDocument({
  before,
  after,
  edges: [
    [0, 0],
    [1, 1],
    [1, 2],
    [2, 4],
  ],
});
const weights = { ...WEIGHTS, open: OPEN_COST };

const SIZES = [
  { rows: 1, columns: 1 },
  { rows: 1, columns: 2 },
  { rows: 2, columns: 1 },
];

/** Every way to take blocks out of a grid that do not cross, from a corner on. */
function everyWay(grid: { readonly rows: number; readonly columns: number }, i = 0, j = 0): Block[][] {
  const blocks = SIZES.flatMap((size) => {
    const [lastRow, lastColumn] = [grid.rows - size.rows, grid.columns - size.columns];
    return range(i, lastRow).flatMap((row) =>
      range(j, lastColumn).map((column) => ({ i: row, j: column, ...size })),
    );
  });
  const ways = blocks.flatMap((block) => {
    return everyWay(grid, block.i + block.rows, block.j + block.columns).map((rest) => [block, ...rest]);
  });
  return [[], ...ways];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}

describe("the model that the aligner's weights are fitted with", () => {
  test("reads a split sentence as one block", () => {
    expect(document.gaps[0]?.theirs).toEqual([
      { i: 0, j: 0, rows: 1, columns: 1 },
      { i: 1, j: 1, rows: 1, columns: 2 },
      { i: 2, j: 4, rows: 1, columns: 1 },
    ]);
  });

  test("gives all alignments of a gap together the likelihood 1", () => {
    for (const gap of document.gaps) {
      const likelihoods = everyWay(gap).map((theirs) => Math.exp(logLikelihood({ ...gap, theirs }, weights)));
      expect(likelihoods.reduce((sum, likelihood) => sum + likelihood, 0)).toBeCloseTo(1, 9);
    }
  });

  test("finds with the aligner's weights what people found", () => {
    expect(edgesOf(document, weights)).toEqual(document.edges);
  });

  test("fits weights that make the alignments of people more likely", () => {
    const fitted = fitWeights(document.gaps);
    const worth = (some: typeof weights) =>
      document.gaps.reduce((sum, gap) => sum + logLikelihood(gap, some), 0);
    expect(worth(fitted)).toBeGreaterThan(worth({ ...weights, dice: 0, containment: 0 }));
    expect(fitted.dice).toBeGreaterThan(0);
    expect(edgesOf(document, fitted)).toEqual(document.edges);
  });
});
