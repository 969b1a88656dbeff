import type { Block } from "../../functions/digest/revision/align/gap.ts";
import type { Features } from "../../functions/digest/revision/align/gap-features.ts";
import { logOdds } from "../../functions/digest/revision/align/gap-scores.ts";
import { heaviestPath } from "../../functions/digest/revision/align/path.ts";

/** The weights of the aligner, and the cost of an unaligned run. */
export interface Weights extends Features {
  readonly open: number;
}

/** A gap between equal sentences: the features of each possible block, and the blocks that people chose. */
export interface FitGap {
  readonly rows: number;
  readonly columns: number;
  /** By cell, row by row; `undefined` where no such block is possible. */
  readonly pairs: readonly (Features | undefined)[];
  readonly splits: readonly (Features | undefined)[];
  readonly merges: readonly (Features | undefined)[];
  /** In order; indices count from 0 in the gap. */
  readonly theirs: readonly Block[];
}

const NEVER = Number.NEGATIVE_INFINITY;

/** The most likely blocks of a gap. */
export function blocksOf(gap: FitGap, weights: Weights): Block[] {
  return heaviestPath(scoresOf(gap, weights), gap.rows, gap.columns, weights.open);
}

/**
 * Log-likelihood of the human blocks among all alignments of the gap; `-Infinity` if one of them is impossible.
 * The sum over all alignments is the forward algorithm of a pair hidden Markov model (Durbin, Eddy, Krogh and
 * Mitchison, "Biological Sequence Analysis", 1998, chapter 4): linear in the cells.
 */
export function logLikelihood(gap: FitGap, weights: Weights): number {
  const scores = scoresOf(gap, weights);
  const their = theirScore(gap, scores, weights.open);
  return their === NEVER ? NEVER : their - logSumOfPaths(gap, scores, weights.open);
}

interface Scores {
  readonly pairs: Float64Array;
  readonly splits: Float64Array;
  readonly merges: Float64Array;
}

function scoresOf(gap: FitGap, weights: Weights): Scores {
  const score = (features: Features | undefined) => logOdds(features, weights);
  return {
    pairs: Float64Array.from(gap.pairs, score),
    splits: Float64Array.from(gap.splits, score),
    merges: Float64Array.from(gap.merges, score),
  };
}

function theirScore({ rows, columns, theirs }: FitGap, scores: Scores, open: number): number {
  let [score, i, j] = [0, 0, 0];
  for (const block of [...theirs, { i: rows, j: columns, rows: 0, columns: 0 }]) {
    if (block.i > i || block.j > j) {
      score -= open;
    }
    if (block.rows > 0) {
      score += scoreOf(block, scores, columns);
    }
    [i, j] = [block.i + block.rows, block.j + block.columns];
  }
  return score;
}

function scoreOf(block: Block, { pairs, splits, merges }: Scores, columns: number): number {
  const halves = block.columns === 2 ? splits : merges;
  const scores = block.rows + block.columns === 2 ? pairs : halves;
  return scores[block.i * columns + block.j] ?? NEVER;
}

/** Log of the summed likelihood of all paths to a corner that end with a block, an open row or an open column. */
interface Sums {
  readonly width: number;
  readonly closed: Float64Array;
  readonly openRows: Float64Array;
  readonly openColumns: Float64Array;
}

/** Corners without paths around the grid, so that no step needs a bounds check. */
const MARGIN = 2;

function logSumOfPaths({ rows, columns }: FitGap, scores: Scores, open: number): number {
  const width = columns + 1 + MARGIN;
  const blank = () => new Float64Array((rows + 1 + MARGIN) * width).fill(NEVER);
  const sums = { width, closed: blank(), openRows: blank(), openColumns: blank() };
  const cornerAt = (row: number, column: number) => (row + MARGIN) * width + column + MARGIN;
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const at = cornerAt(row, column);
      const cell = (row - 1) * columns + column - 1;
      sums.closed[at] = row + column === 0 ? 0 : sumOfBlocks(sums, at, scores, cell);
      leaveOpen(sums, at, open);
    }
  }
  return allWays(sums, cornerAt(rows, columns));
}

function sumOfBlocks(sums: Sums, at: number, { pairs, splits, merges }: Scores, cell: number): number {
  const columns = sums.width - 1 - MARGIN;
  const pair = allWays(sums, at - sums.width - 1) + (pairs[cell] ?? NEVER);
  const split = allWays(sums, at - sums.width - 2) + (splits[cell - 1] ?? NEVER);
  const merge = allWays(sums, at - 2 * sums.width - 1) + (merges[cell - columns] ?? NEVER);
  return logSum(pair, logSum(split, merge));
}

/** In an open run rows come before columns, so each alignment is counted once. */
function leaveOpen({ width, closed, openRows, openColumns }: Sums, at: number, open: number): void {
  const [above, left] = [at - width, at - 1];
  openRows[at] = logSum((closed[above] ?? NEVER) - open, openRows[above]);
  openColumns[at] = logSum(logSum((closed[left] ?? NEVER) - open, openRows[left]), openColumns[left]);
}

function allWays({ closed, openRows, openColumns }: Sums, at: number): number {
  return logSum(closed[at], logSum(openRows[at], openColumns[at]));
}

function logSum(a = NEVER, b = NEVER): number {
  const most = Math.max(a, b);
  return most === NEVER ? NEVER : most + Math.log1p(Math.exp(-Math.abs(a - b)));
}
