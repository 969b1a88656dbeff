import type { Profiles } from "./candidates.ts";
import type { Block } from "./gap.ts";
import {
  type Evidence,
  type Grid,
  gridOf,
  mergeEvidence,
  type Partners,
  pairEvidence,
  splitEvidence,
} from "./gap-features.ts";

/**
 * How much more likely two sentences of a gap are one sentence than two, as a log-odds sum, by piece of evidence: fitted by
 * maximum likelihood of the alignments that people made of some essays and their revisions (`bench/fit-alignment.ts`),
 * with clean cuts weighed like other splits; fitted without them the weights differ, and the alignments hardly do.
 */
export const WEIGHTS: Readonly<Record<keyof Evidence, number>> = {
  bias: -2.57,
  dice: 4.09,
  part: 4.27,
  opening: 1.49,
  lengths: -2.02,
  drift: -1.15,
  split: -3.01,
  splitGain: 0.58,
};
/** What it costs to leave open a run of sentences, of any length, on one side or both; fitted with the weights. */
export const OPEN_COST = 1.16;

/** With less, leaving both open is better in any case: it costs `OPEN_COST` at most. */
const MIN_SCORE = -OPEN_COST;

/** Scores of the cells of a gap, row by row; `-Infinity` where two are not the same sentence. */
export interface GapScores {
  readonly pairs: Float64Array;
  /** Of a row with a column and the next one. */
  readonly splits: Float64Array;
  /** Of a row and the next one with a column. */
  readonly merges: Float64Array;
}

/** Scores all cells of a gap; linear in its cells and in the words that its sentences share. */
export function scoreGap(gap: Block, profiles: Profiles, partners: Partners): GapScores {
  const grid = gridOf(gap, profiles, partners);
  const cells = grid.rows.length * grid.columns.length;
  const scores = {
    pairs: new Float64Array(cells).fill(Number.NEGATIVE_INFINITY),
    splits: new Float64Array(cells).fill(Number.NEGATIVE_INFINITY),
    merges: new Float64Array(cells).fill(Number.NEGATIVE_INFINITY),
  };
  for (let cell = 0; cell < cells; cell++) {
    if (!isWorthScoring(grid, cell)) continue;
    scores.pairs[cell] = weigh(pairEvidence(grid, cell));
    scores.splits[cell] = weigh(splitEvidence(grid, cell));
    scores.merges[cell] = weigh(mergeEvidence(grid, cell));
  }
  return scores;
}

/** The log-odds of some evidence; without any, none. */
export function weigh(evidence: Evidence | undefined, weights = WEIGHTS): number {
  if (evidence === undefined) return Number.NEGATIVE_INFINITY;
  return (
    weights.bias * evidence.bias +
    weights.dice * evidence.dice +
    weights.part * evidence.part +
    weights.opening * evidence.opening +
    weights.lengths * evidence.lengths +
    weights.drift * evidence.drift +
    weights.split * evidence.split +
    weights.splitGain * evidence.splitGain
  );
}

/**
 * Whether a cell could score enough to be taken, had it the same opening, length and place: most cells of a large grid
 * could not. A half of a split sentence reaches it by what part of it is found in the other.
 */
function isWorthScoring({ rows, columns, common }: Grid, cell: number): boolean {
  const shared = common[cell] ?? 0;
  if (shared === 0) return false;
  const before = rows[Math.floor(cell / columns.length)]?.weight ?? 0;
  const after = columns[cell % columns.length]?.weight ?? 0;
  const most =
    WEIGHTS.bias +
    WEIGHTS.opening +
    (WEIGHTS.dice * 2 * shared) / (before + after) +
    (WEIGHTS.part * shared) / Math.min(before, after);
  return most > MIN_SCORE;
}
