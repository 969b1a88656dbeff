import type { Profiles } from "./candidates.ts";
import { type Block, rangeOf } from "./gap.ts";
import {
  commonOpening,
  mergeProfiles,
  type Profile,
  type Similarity,
  sharedWith,
  similarityFrom,
  similarityOf,
} from "./similarity.ts";

/** Features of two candidate sentences in a gap; the model has a weight for each. */
export interface Features {
  /** Always 1: the intercept. */
  readonly bias: number;
  /** Dice coefficient: weight in common as a share of both sentences. */
  readonly dice: number;
  /** The same as a share of the sentence more fully contained in the other. */
  readonly containment: number;
  readonly opening: number;
  /** |ln| of the ratio of their weights. */
  readonly lengthRatio: number;
  /** Distance between their relative positions in the gap, 0 to 1. */
  readonly drift: number;
  /** 1 for a reworded split or merge; 0 for a clean cut and for a pair. */
  readonly split: number;
  /** Gain in Dice of both halves together over the better half alone. */
  readonly splitGain: number;
}

/** Each half is lighter than the whole with ≥ 50 % of it found there; both halves cover ≥ 50 % of the whole. */
const MIN_HALF = 0.5;
/** In a clean cut at least this share of each half is found in the whole: little else has changed. */
const CLEAN_HALF = 0.8;
/** Below this, two sentences are different even without a rival. */
const MIN_DICE = 0.08;
/** Reject a pair if its Dice is more than this below that of a sure partner elsewhere. */
const MAX_RIVALRY = 0.35;

/** Dice of each sentence with its sure partner, by index. */
export interface Partners {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

/** The sentences of a gap as a grid; cells are numbered row by row. */
export interface Grid {
  readonly rows: readonly Profile[];
  readonly columns: readonly Profile[];
  /** Weight of the terms common to row and column, by cell. */
  readonly common: Float64Array;
  readonly lexicon: Profiles["lexicon"];
  /** Dice of the sure partner, by row and by column; 0 if there is none. */
  readonly rowRivals: readonly number[];
  readonly columnRivals: readonly number[];
}

/** The grid of a gap; linear in its cells and the words of their sentences. */
export function gridOf(gap: Block, { before, after, lexicon }: Profiles, partners: Partners): Grid {
  const [i, j] = [rangeOf(gap.i, gap.rows), rangeOf(gap.j, gap.columns)];
  const [rows, columns] = [i.map(before), j.map(after)];
  return {
    rows,
    columns,
    common: commonWeights(rows, columns, lexicon),
    lexicon,
    rowRivals: i.map((row) => partners.rows.get(row) ?? 0),
    columnRivals: j.map((column) => partners.columns.get(column) ?? 0),
  };
}

function commonWeights(
  rows: readonly Profile[],
  columns: readonly Profile[],
  lexicon: Profiles["lexicon"],
): Float64Array {
  const common = new Float64Array(rows.length * columns.length);
  let cell = 0;
  for (const row of rows) {
    const shared = sharedWith(row, lexicon);
    for (const column of columns) {
      common[cell++] = shared(column);
    }
  }
  return common;
}

/** A cell of a grid: its number, its place, and the profiles of its row and column. */
export interface Cell {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly before: Profile;
  readonly after: Profile;
  readonly similarity: Similarity;
}

/** The cell with this number. */
export function cellOf({ rows, columns, common }: Grid, at: number): Cell {
  const column = at % columns.length;
  const row = (at - column) / columns.length;
  const before = rows[row] ?? NOTHING;
  const after = columns[column] ?? NOTHING;
  return { at, row, column, before, after, similarity: similarityFrom(common[at] ?? 0, before, after) };
}

const NOTHING: Profile = { terms: [], weight: 0, opening: [] };

/** Features of a row and a column; `undefined` if they cannot be the same sentence. */
export function pairFeatures(grid: Grid, cell: Cell): Features | undefined {
  const { row, column, before, after, similarity } = cell;
  const rival = Math.max(grid.rowRivals[row] ?? 0, grid.columnRivals[column] ?? 0);
  if (similarity.dice < Math.max(MIN_DICE, rival - MAX_RIVALRY)) {
    return undefined;
  }
  return {
    ...wordFeatures(before, after, similarity),
    drift: drift(grid, row + 0.5, column + 0.5),
    split: 0,
    splitGain: 0,
  };
}

/** Features of a row split into a column and the next one; `undefined` if these are not its halves. */
export function splitFeatures(grid: Grid, cell: Cell): Features | undefined {
  const { row, column, before, after, similarity } = cell;
  const next = grid.columns[column + 1];
  if (next === undefined) {
    return undefined;
  }
  if (similarity.ofAfter < MIN_HALF) {
    return undefined;
  }
  if (Math.max(after.weight, next.weight) >= before.weight) {
    return undefined;
  }
  const other = similarityFrom(grid.common[cell.at + 1] ?? 0, before, next);
  if (other.ofAfter < MIN_HALF || similarity.ofBefore + other.ofBefore < MIN_HALF) {
    return undefined;
  }
  const halves = {
    better: Math.max(similarity.dice, other.dice),
    worst: Math.min(similarity.ofAfter, other.ofAfter),
  };
  return {
    ...joinedFeatures([before, mergeProfiles(after, next, grid.lexicon)], halves, grid),
    drift: drift(grid, row + 0.5, column + 1),
  };
}

/** Features of a row and the next one merged into a column; `undefined` if these are not its halves. */
export function mergeFeatures(grid: Grid, cell: Cell): Features | undefined {
  const { row, column, before, after, similarity } = cell;
  const next = grid.rows[row + 1];
  if (next === undefined) {
    return undefined;
  }
  if (similarity.ofBefore < MIN_HALF) {
    return undefined;
  }
  if (Math.max(before.weight, next.weight) >= after.weight) {
    return undefined;
  }
  const other = similarityFrom(grid.common[cell.at + grid.columns.length] ?? 0, next, after);
  if (other.ofBefore < MIN_HALF || similarity.ofAfter + other.ofAfter < MIN_HALF) {
    return undefined;
  }
  const halves = {
    better: Math.max(similarity.dice, other.dice),
    worst: Math.min(similarity.ofBefore, other.ofBefore),
  };
  return {
    ...joinedFeatures([mergeProfiles(before, next, grid.lexicon), after], halves, grid),
    drift: drift(grid, row + 1, column + 0.5),
  };
}

function wordFeatures(before: Profile, after: Profile, { dice, ofBefore, ofAfter }: Similarity) {
  return {
    bias: 1,
    dice,
    containment: Math.max(ofBefore, ofAfter),
    opening: commonOpening(before, after),
    lengthRatio: Math.abs(Math.log((before.weight + 1) / (after.weight + 1))),
  };
}

/** Features of a split or merge. `better`: Dice of the better half alone; `worst`: share of the worse half found in the whole. */
function joinedFeatures(
  [before, after]: readonly [Profile, Profile],
  { better, worst }: { readonly better: number; readonly worst: number },
  { lexicon }: Grid,
) {
  const whole = similarityOf(before, after, lexicon);
  const isClean = Math.min(whole.dice, worst) >= CLEAN_HALF;
  return { ...wordFeatures(before, after, whole), split: isClean ? 0 : 1, splitGain: whole.dice - better };
}

/** Distance between two relative positions in the gap, 0 to 1. */
function drift({ rows, columns }: Grid, row: number, column: number): number {
  return Math.abs(row / rows.length - column / columns.length);
}
