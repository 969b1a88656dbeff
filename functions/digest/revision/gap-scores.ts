import type { Profiles } from "./candidates.ts";
import { type Block, rangeOf } from "./gap.ts";
import {
  commonOpening,
  type Likeness,
  likenessBy,
  likenessOf,
  mergeProfiles,
  type Profile,
} from "./similarity.ts";

/**
 * How much more likely two sentences of a gap are one sentence than two, as a log-odds sum: fitted by maximum likelihood
 * of the alignments that people made of some essays and their revisions.
 */
const WEIGHTS = {
  bias: -2.6,
  /** Words in common, as a share of both. */
  dice: 4.6,
  /** The same as a share of the sentence that is the more contained in the other. */
  part: 4.7,
  opening: 1.6,
  /** Per unit of |ln| of the ratio of their lengths. */
  lengths: -2.5,
  /** Per gap's length that their places in the gap are apart. */
  drift: -1.2,
  /** For one sentence that became two, or two that became one. */
  split: -3.8,
  /** Per unit of dice that both halves together have more than the better one alone. */
  splitGain: 1.8,
};
/** What it costs to leave open a run of sentences, of any length, on one side or both; fitted with the weights. */
export const OPEN_COST = 1.1;
/** Both halves of a split sentence are lighter, and found in it to this part; and so is it in both of them. */
const MIN_HALF = 0.5;
/** Less in common than this is another sentence, however alone the two stand. */
const MIN_DICE = 0.08;
/** A pair that is so much less alike than what one of them has elsewhere is not meant. */
const MAX_RIVALRY = 0.35;

/** With less, leaving both open is better in any case: it costs `OPEN_COST` at most. */
const MIN_SCORE = -OPEN_COST;

/** Dice of each sentence with the one that it is surely the same as, by index. */
export interface Partners {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

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
    scores.pairs[cell] = scorePair(grid, cell);
    scores.splits[cell] = scoreSplit(grid, cell);
    scores.merges[cell] = scoreMerge(grid, cell);
  }
  return scores;
}

interface Grid {
  readonly rows: readonly Profile[];
  readonly columns: readonly Profile[];
  /** Weight of the features that a row and a column have in common, by cell. */
  readonly common: Float64Array;
  readonly lexicon: Profiles["lexicon"];
  /** Dice of the sure partner, by row and by column; 0 without. */
  readonly rowRivals: readonly number[];
  readonly columnRivals: readonly number[];
}

function gridOf(gap: Block, { before, after, lexicon }: Profiles, partners: Partners): Grid {
  const [i, j] = [rangeOf(gap.i, gap.rows), rangeOf(gap.j, gap.columns)];
  const [rows, columns] = [i.map(before), j.map(after)];
  return {
    rows,
    columns,
    common: commonWeights(rows, columns, lexicon.weights),
    lexicon,
    rowRivals: i.map((row) => partners.rows.get(row) ?? 0),
    columnRivals: j.map((column) => partners.columns.get(column) ?? 0),
  };
}

function commonWeights(
  rows: readonly Profile[],
  columns: readonly Profile[],
  weights: readonly number[],
): Float64Array {
  const places = placesOfFeatures(columns);
  const common = new Float64Array(rows.length * columns.length);
  for (const [row, { features }] of rows.entries()) {
    const line = common.subarray(row * columns.length, (row + 1) * columns.length);
    for (const feature of features) addTo(line, places.get(feature), weights[feature] ?? 0);
  }
  return common;
}

function placesOfFeatures(columns: readonly Profile[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [column, { features }] of columns.entries()) {
    for (const feature of features) {
      const known = places.get(feature);
      if (known === undefined) places.set(feature, [column]);
      else known.push(column);
    }
  }
  return places;
}

function addTo(line: Float64Array, columns: readonly number[] | undefined, weight: number): void {
  if (columns === undefined) return;
  for (const column of columns) line[column] = (line[column] ?? 0) + weight;
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

/** The profiles that meet in a cell, and where it lies. */
function cellOf({ rows, columns, common }: Grid, cell: number) {
  const [row, column] = [Math.floor(cell / columns.length), cell % columns.length];
  const [before, after] = [rows[row] ?? NOTHING, columns[column] ?? NOTHING];
  return { row, column, before, after, likeness: likenessBy(common[cell] ?? 0, before, after) };
}

const NOTHING: Profile = { features: [], weight: 0, opening: [] };

function scorePair(grid: Grid, cell: number): number {
  const { row, column, before, after, likeness } = cellOf(grid, cell);
  const rival = Math.max(grid.rowRivals[row] ?? 0, grid.columnRivals[column] ?? 0);
  if (likeness.dice < Math.max(MIN_DICE, rival - MAX_RIVALRY)) return Number.NEGATIVE_INFINITY;
  return scoreOf(before, after, likeness) + WEIGHTS.drift * drift(grid, row + 0.5, column + 0.5);
}

function scoreOf(before: Profile, after: Profile, { dice, ofBefore, ofAfter }: Likeness): number {
  return (
    WEIGHTS.bias +
    WEIGHTS.dice * dice +
    WEIGHTS.part * Math.max(ofBefore, ofAfter) +
    WEIGHTS.opening * commonOpening(before, after) +
    WEIGHTS.lengths * Math.abs(Math.log((before.weight + 1) / (after.weight + 1)))
  );
}

/** How far apart two places in the gap are, 0 to 1. */
function drift({ rows, columns }: Grid, row: number, column: number): number {
  return Math.abs(row / rows.length - column / columns.length);
}

function scoreSplit(grid: Grid, cell: number): number {
  const { row, column, before, after, likeness } = cellOf(grid, cell);
  const next = grid.columns[column + 1];
  if (next === undefined || likeness.ofAfter < MIN_HALF) return Number.NEGATIVE_INFINITY;
  if (Math.max(after.weight, next.weight) >= before.weight) return Number.NEGATIVE_INFINITY;
  const other = likenessBy(grid.common[cell + 1] ?? 0, before, next);
  if (other.ofAfter < MIN_HALF || likeness.ofBefore + other.ofBefore < MIN_HALF)
    return Number.NEGATIVE_INFINITY;
  const halves = mergeProfiles(after, next, grid.lexicon);
  const together = scoreTogether([before, halves], Math.max(likeness.dice, other.dice), grid);
  return together + WEIGHTS.drift * drift(grid, row + 0.5, column + 1);
}

function scoreMerge(grid: Grid, cell: number): number {
  const { row, column, before, after, likeness } = cellOf(grid, cell);
  const next = grid.rows[row + 1];
  if (next === undefined || likeness.ofBefore < MIN_HALF) return Number.NEGATIVE_INFINITY;
  if (Math.max(before.weight, next.weight) >= after.weight) return Number.NEGATIVE_INFINITY;
  const other = likenessBy(grid.common[cell + grid.columns.length] ?? 0, next, after);
  if (other.ofBefore < MIN_HALF || likeness.ofAfter + other.ofAfter < MIN_HALF)
    return Number.NEGATIVE_INFINITY;
  const halves = mergeProfiles(before, next, grid.lexicon);
  const together = scoreTogether([halves, after], Math.max(likeness.dice, other.dice), grid);
  return together + WEIGHTS.drift * drift(grid, row + 1, column + 0.5);
}

/** One sentence and two; `better` is the dice of the better half alone. */
function scoreTogether(
  [before, after]: readonly [Profile, Profile],
  better: number,
  { lexicon }: Grid,
): number {
  const whole = likenessOf(before, after, lexicon);
  return scoreOf(before, after, whole) + WEIGHTS.split + WEIGHTS.splitGain * (whole.dice - better);
}
