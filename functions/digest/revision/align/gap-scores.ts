import type { Profiles } from "./candidates.ts";
import type { Block } from "./gap.ts";
import {
  cellOf,
  type Features,
  type Grid,
  gridOf,
  mergeFeatures,
  type Partners,
  pairFeatures,
  splitFeatures,
} from "./gap-features.ts";

/**
 * Log-odds weight of each feature, for two sentences of a gap being the same sentence. Fitted by maximum likelihood to
 * human alignments of some essays and their revisions (`bench/fit-alignment.ts`), with clean cuts scored like other
 * splits; fitted without them, the weights differ but the alignments hardly do.
 */
export const WEIGHTS: Readonly<Record<keyof Features, number>> = {
  bias: -2.57,
  dice: 4.09,
  containment: 4.27,
  opening: 1.49,
  lengthRatio: -2.02,
  drift: -1.15,
  split: -3.01,
  splitGain: 0.58,
};
/** Cost of an unaligned run of sentences of any length, on one side or both; fitted with the weights. */
export const OPEN_COST = 1.16;

/** Below this, leaving both unaligned is always better: it costs at most `OPEN_COST`. */
const MIN_SCORE = -OPEN_COST;

/** Scores of the cells of a gap, row by row; `-Infinity` where the sentences cannot be the same. */
export interface GapScores {
  readonly pairs: Float64Array;
  /** Of a row split into a column and the next one. */
  readonly splits: Float64Array;
  /** Of a row and the next one merged into a column. */
  readonly merges: Float64Array;
}

/** Scores all cells of a gap; linear in its cells and the words its sentences share. */
export function scoreGap(gap: Block, profiles: Profiles, partners: Partners): GapScores {
  const grid = gridOf(gap, profiles, partners);
  const cells = grid.rows.length * grid.columns.length;
  const scores = {
    pairs: new Float64Array(cells).fill(Number.NEGATIVE_INFINITY),
    splits: new Float64Array(cells).fill(Number.NEGATIVE_INFINITY),
    merges: new Float64Array(cells).fill(Number.NEGATIVE_INFINITY),
  };
  for (let at = 0; at < cells; at++) {
    if (!isWorthScoring(grid, at)) {
      continue;
    }
    const cell = cellOf(grid, at);
    scores.pairs[at] = logOdds(pairFeatures(grid, cell));
    scores.splits[at] = logOdds(splitFeatures(grid, cell));
    scores.merges[at] = logOdds(mergeFeatures(grid, cell));
  }
  return scores;
}

/** The log-odds of some features; `-Infinity` for `undefined`. */
export function logOdds(features: Features | undefined, weights = WEIGHTS): number {
  if (features === undefined) {
    return Number.NEGATIVE_INFINITY;
  }
  return (
    weights.bias * features.bias +
    weights.dice * features.dice +
    weights.containment * features.containment +
    weights.opening * features.opening +
    weights.lengthRatio * features.lengthRatio +
    weights.drift * features.drift +
    weights.split * features.split +
    weights.splitGain * features.splitGain
  );
}

/**
 * Whether a cell could reach `MIN_SCORE` with equal opening, length and position; in a large grid most cells cannot. Half of
 * a split sentence reaches it through its containment.
 */
function isWorthScoring({ rows, columns, common }: Grid, cell: number): boolean {
  const shared = common[cell] ?? 0;
  if (shared === 0) {
    return false;
  }
  const before = rows[Math.floor(cell / columns.length)]?.weight ?? 0;
  const after = columns[cell % columns.length]?.weight ?? 0;
  const most =
    WEIGHTS.bias +
    WEIGHTS.opening +
    (WEIGHTS.dice * 2 * shared) / (before + after) +
    (WEIGHTS.containment * shared) / Math.min(before, after);
  return most > MIN_SCORE;
}
