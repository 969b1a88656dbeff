import type { Profiles } from "./candidates.ts";
import { type Block, rangeOf } from "./gap.ts";
import {
  commonOpening,
  type Likeness,
  likenessBy,
  likenessOf,
  mergeProfiles,
  type Profile,
  sharedWith,
} from "./similarity.ts";

/** What speaks for and against two sentences of a gap being one sentence; each has its weight. */
export interface Evidence {
  /** Always 1: what any two sentences have. */
  readonly bias: number;
  /** Words in common, as a share of both. */
  readonly dice: number;
  /** The same as a share of the sentence that is the more contained in the other. */
  readonly part: number;
  readonly opening: number;
  /** |ln| of the ratio of their lengths. */
  readonly lengths: number;
  /** How far their places in the gap are apart, in its length. */
  readonly drift: number;
  /** 1 for one sentence that became two, or two that became one, in other words; 0 for a clean cut, and for a pair. */
  readonly split: number;
  /** Dice that both halves together have more than the better one alone. */
  readonly splitGain: number;
}

/** Both halves of a split sentence are lighter, and found in it to this part; and so is it in both of them. */
const MIN_HALF = 0.5;
/** Of a clean cut, to this part: then little but the cut happened. */
const CLEAN_HALF = 0.8;
/** Less in common than this is another sentence, however alone the two stand. */
const MIN_DICE = 0.08;
/** A pair that is so much less alike than what one of them has elsewhere is not meant. */
const MAX_RIVALRY = 0.35;

/** Dice of each sentence with the one that it is surely the same as, by index. */
export interface Partners {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

/** The sentences of a gap, side by side. A cell counts row by row. */
export interface Grid {
  readonly rows: readonly Profile[];
  readonly columns: readonly Profile[];
  /** Weight of the features that a row and a column have in common, by cell. */
  readonly common: Float64Array;
  readonly lexicon: Profiles["lexicon"];
  /** Dice of the sure partner, by row and by column; 0 without. */
  readonly rowRivals: readonly number[];
  readonly columnRivals: readonly number[];
}

/** The grid of a gap; linear in its cells and in the words of their sentences. */
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
    for (const column of columns) common[cell++] = shared(column);
  }
  return common;
}

/** The profiles that meet in a cell, and where it lies. */
function cellOf({ rows, columns, common }: Grid, cell: number) {
  const [row, column] = [Math.floor(cell / columns.length), cell % columns.length];
  const [before, after] = [rows[row] ?? NOTHING, columns[column] ?? NOTHING];
  return { row, column, before, after, likeness: likenessBy(common[cell] ?? 0, before, after) };
}

const NOTHING: Profile = { features: [], weight: 0, opening: [] };

/** The evidence for a row and a column; none where they cannot be the same sentence. */
export function pairEvidence(grid: Grid, cell: number): Evidence | undefined {
  const { row, column, before, after, likeness } = cellOf(grid, cell);
  const rival = Math.max(grid.rowRivals[row] ?? 0, grid.columnRivals[column] ?? 0);
  if (likeness.dice < Math.max(MIN_DICE, rival - MAX_RIVALRY)) return undefined;
  return {
    ...wordEvidence(before, after, likeness),
    drift: drift(grid, row + 0.5, column + 0.5),
    split: 0,
    splitGain: 0,
  };
}

/** The evidence for a row and a column with the next one; none where these are not its halves. */
export function splitEvidence(grid: Grid, cell: number): Evidence | undefined {
  const next = grid.columns[(cell % grid.columns.length) + 1];
  if (next === undefined) return undefined;
  const { row, column, before, after, likeness } = cellOf(grid, cell);
  if (likeness.ofAfter < MIN_HALF) return undefined;
  if (Math.max(after.weight, next.weight) >= before.weight) return undefined;
  const other = likenessBy(grid.common[cell + 1] ?? 0, before, next);
  if (other.ofAfter < MIN_HALF || likeness.ofBefore + other.ofBefore < MIN_HALF) return undefined;
  const halves = {
    better: Math.max(likeness.dice, other.dice),
    worst: Math.min(likeness.ofAfter, other.ofAfter),
  };
  return {
    ...joinedEvidence([before, mergeProfiles(after, next, grid.lexicon)], halves, grid),
    drift: drift(grid, row + 0.5, column + 1),
  };
}

/** The evidence for a row and the next one with a column; none where these are not its halves. */
export function mergeEvidence(grid: Grid, cell: number): Evidence | undefined {
  const next = grid.rows[Math.floor(cell / grid.columns.length) + 1];
  if (next === undefined) return undefined;
  const { row, column, before, after, likeness } = cellOf(grid, cell);
  if (likeness.ofBefore < MIN_HALF) return undefined;
  if (Math.max(before.weight, next.weight) >= after.weight) return undefined;
  const other = likenessBy(grid.common[cell + grid.columns.length] ?? 0, next, after);
  if (other.ofBefore < MIN_HALF || likeness.ofAfter + other.ofAfter < MIN_HALF) return undefined;
  const halves = {
    better: Math.max(likeness.dice, other.dice),
    worst: Math.min(likeness.ofBefore, other.ofBefore),
  };
  return {
    ...joinedEvidence([mergeProfiles(before, next, grid.lexicon), after], halves, grid),
    drift: drift(grid, row + 1, column + 0.5),
  };
}

function wordEvidence(before: Profile, after: Profile, { dice, ofBefore, ofAfter }: Likeness) {
  return {
    bias: 1,
    dice,
    part: Math.max(ofBefore, ofAfter),
    opening: commonOpening(before, after),
    lengths: Math.abs(Math.log((before.weight + 1) / (after.weight + 1))),
  };
}

/** One sentence and two: dice of the better half alone, and what part of the worst is found in the whole. */
function joinedEvidence(
  [before, after]: readonly [Profile, Profile],
  { better, worst }: { readonly better: number; readonly worst: number },
  { lexicon }: Grid,
) {
  const whole = likenessOf(before, after, lexicon);
  const isClean = Math.min(whole.dice, worst) >= CLEAN_HALF;
  return { ...wordEvidence(before, after, whole), split: isClean ? 0 : 1, splitGain: whole.dice - better };
}

/** How far apart two places in the gap are, 0 to 1. */
function drift({ rows, columns }: Grid, row: number, column: number): number {
  return Math.abs(row / rows.length - column / columns.length);
}
