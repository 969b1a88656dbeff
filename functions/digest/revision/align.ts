import { anchorEqual, type Interned, internSentences, type Pair } from "./anchors.ts";
import type { Budget, Gap, Profiles } from "./candidates.ts";
import type { Block } from "./chain.ts";
import { alignGap } from "./gaps.ts";
import { findMoves } from "./moves.ts";
import { type Profile, profileOf } from "./similarity.ts";

/** Pairs looked at and postings visited in one alignment, in all. A megabyte on both sides stays under a second. */
const MAX_PAIRS = 60_000;
const MAX_VISITS = 1_500_000;
/** What the alignment found. */
export interface Alignment {
  /** In order, not crossing; a block of more than one sentence was split or merged. */
  readonly blocks: readonly Block[];
  /** Pairs that cross the blocks. */
  readonly moves: readonly Pair[];
  /** A bound was reached; sentences may be reported as removed and added that were edited. */
  readonly truncated: boolean;
}

/**
 * Every pair of indices whose sentences are the same sentence: equal, edited, moved; a split or merged one gives two
 * pairs. Sorted. Swapping the arguments swaps the pairs.
 */
export function alignSentences(before: readonly string[], after: readonly string[]): [number, number][] {
  const { blocks, moves } = alignBlocks(before, after);
  return [...blocks.flatMap(pairsOf), ...moves.map(([i, j]): [number, number] => [i, j])].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
}

function pairsOf({ i, j, rows, columns }: Block): [number, number][] {
  const side = Math.max(rows, columns);
  return Array.from({ length: side }, (_, n) => [i + Math.min(n, rows - 1), j + Math.min(n, columns - 1)]);
}

/**
 * The alignment as blocks: equal sentences anchor it; in the gaps between, the heaviest chain of similar ones; of what
 * is left, equal and very similar pairs anywhere are moves. Past the bounds it is coarser, and says so.
 */
export function alignBlocks(before: readonly string[], after: readonly string[]): Alignment {
  if (isBackward(before, after)) return transpose(alignForward(after, before));
  return alignForward(before, after);
}

/** Ties could fall differently the other way round; so both ways are computed as one. */
function isBackward(before: readonly string[], after: readonly string[]): boolean {
  if (before.length !== after.length) return before.length > after.length;
  const differs = before.findIndex((sentence, n) => sentence !== after[n]);
  return differs >= 0 && (before[differs] ?? "") > (after[differs] ?? "");
}

function transpose({ blocks, moves, truncated }: Alignment): Alignment {
  return {
    blocks: blocks.map(({ i, j, rows, columns, weight }) => ({
      i: j,
      j: i,
      rows: columns,
      columns: rows,
      weight,
    })),
    moves: moves.map(([i, j]): Pair => [j, i]),
    truncated,
  };
}

function alignForward(before: readonly string[], after: readonly string[]): Alignment {
  const sentences = internSentences(before, after);
  const budget: Budget = { pairs: MAX_PAIRS, visits: MAX_VISITS, exhausted: false };
  const profiles = { before: memo(before), after: memo(after) };
  const blocks = fillGaps(anchorEqual(sentences), sentences, profiles, budget);
  const moves = findMoves(openOf(blocks, sentences), sentences, profiles, budget);
  return { blocks, moves, truncated: budget.exhausted };
}

function memo(sentences: readonly string[]): (n: number) => Profile {
  const known: Profile[] = [];
  return (n) => {
    known[n] ??= profileOf(sentences[n] ?? "");
    return known[n];
  };
}

function fillGaps(
  anchors: readonly Pair[],
  { before, after }: Interned,
  profiles: Profiles,
  budget: Budget,
): Block[] {
  const blocks: Block[] = [];
  let [i, j] = [0, 0];
  for (const [row, column] of [...anchors, [before.length, after.length] as const]) {
    if (row > i && column > j) {
      const gap = { rows: range(i, row), columns: range(j, column) };
      for (const block of alignGap(gap, profiles, budget)) blocks.push(block);
    }
    if (row < before.length) blocks.push({ i: row, j: column, rows: 1, columns: 1, weight: 1 });
    [i, j] = [row + 1, column + 1];
  }
  return blocks;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

/** Indices that no block covers. */
function openOf(blocks: readonly Block[], { before, after }: Interned): Gap {
  const rows = new Set(range(0, before.length));
  const columns = new Set(range(0, after.length));
  for (const { i, j, ...size } of blocks) {
    for (let n = 0; n < size.rows; n++) rows.delete(i + n);
    for (let n = 0; n < size.columns; n++) columns.delete(j + n);
  }
  return { rows: [...rows], columns: [...columns] };
}
