import { fold } from "../../text/fold.ts";
import { onceEach } from "../../text/once.ts";
import { anchorEqual, internSentences, pairEqual } from "./anchors.ts";
import type { Budget, Candidate, Profiles } from "./candidates.ts";
import type { IndexPair, WeightedPair } from "./chain.ts";
import { cutAnew } from "./cut-anew.ts";
import { type Block, gapsBetween, pairBlock, rangeOf, type Unaligned, unalignedIn } from "./gap.ts";
import { alignGap } from "./gaps.ts";
import { findMoves, findPartners, findSimilar } from "./moves.ts";
import { type Lexicon, newLexicon, profileOf } from "./similarity.ts";

/** Total budget of one alignment. A megabyte on each side takes well under a second. */
const BUDGET: Budget = { pairs: 40_000, visits: 2_000_000, cells: 300_000, exhausted: false };

/** The result of an alignment. */
export interface Alignment {
  /** In order, without crossings; a 1–2 or 2–1 block is a split or a merge. */
  readonly blocks: readonly Block[];
  /** Pairs that cross the blocks. */
  readonly moves: readonly IndexPair[];
  /** A bound was reached: edited sentences may be reported as removed and added. */
  readonly truncated: boolean;
}

/**
 * The index pairs of corresponding sentences: equal, edited or moved; a split or merged sentence gives two pairs.
 * Sorted. Swapping the arguments swaps the pairs.
 */
export function alignSentences(before: readonly string[], after: readonly string[]): [number, number][] {
  const { blocks, moves } = alignBlocks(before, after);
  return [...pairsOfBlocks(blocks), ...moves.map(([i, j]): [number, number] => [i, j])].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
}

/** All index pairs covered by the blocks, in order. */
export function pairsOfBlocks(blocks: readonly Block[]): [number, number][] {
  return blocks.flatMap(pairsOf);
}

function pairsOf({ i, j, rows, columns }: Block): [number, number][] {
  const side = Math.max(rows, columns);
  return Array.from({ length: side }, (_, n) => [i + Math.min(n, rows - 1), j + Math.min(n, columns - 1)]);
}

/**
 * Aligns in three steps: equal sentences are the anchors; the gaps between them get the most likely pairs, splits and
 * merges; of the remaining sentences, equal and very similar pairs in any position are moves. Past the bounds the
 * alignment is coarser, and `truncated` is set. `folded` is what sentences are compared by.
 */
export function alignBlocks(
  before: readonly string[],
  after: readonly string[],
  folded = onceEach(fold),
): Alignment {
  if (isBackward(before, after)) {
    return transpose(alignForward(after, before, folded));
  }
  return alignForward(before, after, folded);
}

/** Canonical argument order, so that `align(b, a)` mirrors `align(a, b)` even on ties. */
function isBackward(before: readonly string[], after: readonly string[]): boolean {
  if (before.length !== after.length) {
    return before.length > after.length;
  }
  const differs = before.findIndex((sentence, n) => sentence !== after[n]);
  return differs >= 0 && (before[differs] ?? "") > (after[differs] ?? "");
}

function transpose({ blocks, moves, truncated }: Alignment): Alignment {
  return {
    blocks: blocks.map(({ i, j, rows, columns }) => ({ i: j, j: i, rows: columns, columns: rows })),
    moves: moves.map(([i, j]): IndexPair => [j, i]),
    truncated,
  };
}

function alignForward(
  before: readonly string[],
  after: readonly string[],
  folded: (text: string) => string,
): Alignment {
  const { whole, sentences, anchors, gaps, context } = findGaps(before, after, folded);
  const blocks = gaps.flatMap((gap, n) => [...alignedIn(gap), ...anchors.slice(n, n + 1)]);
  const moves = findMoves(
    unalignedIn(gapsBetween(blocks, whole)),
    sentences,
    context.similar,
    context.budget,
  );
  return { blocks, moves, truncated: context.budget.exhausted };

  function alignedIn(gap: Block): readonly Block[] {
    if (gap.rows === 0 || gap.columns === 0) {
      return [];
    }
    const { leading, rest, trailing } = cutAnew(gap, { before, after, folded });
    return [...leading, ...alignGap(rest, context), ...trailing];
  }
}

/** The equal sentences that anchor the alignment, and the gaps before each of them and after the last. */
export function findGaps(before: readonly string[], after: readonly string[], folded = onceEach(fold)) {
  const whole = { i: 0, j: 0, rows: before.length, columns: after.length };
  const sentences = internSentences(before, after, folded);
  const equal = pairEqual(sentences);
  const budget = { ...BUDGET };
  const profiles = profilesOf(before, after, newLexicon(folded));
  const similar = findSimilar(withoutPairs(whole, equal), profiles, budget);
  const anchors = anchorEqual(sentences, equal, similar.map(weighted)).map(pairBlock);
  const gaps = gapsBetween(anchors, whole);
  const partners = findPartners(unalignedIn(gaps), sentences, similar);
  return { whole, sentences, anchors, gaps, context: { profiles, similar, partners, budget } };

  function weighted({ i, j, dice }: Candidate): WeightedPair {
    const length = Math.min(before[i]?.length ?? 0, after[j]?.length ?? 0);
    return { pair: [i, j], weight: dice * length };
  }
}

function withoutPairs({ rows, columns }: Block, pairs: readonly IndexPair[]): Unaligned {
  const [pairedRows, pairedColumns] = [new Set<number>(), new Set<number>()];
  for (const [i, j] of pairs) {
    pairedRows.add(i);
    pairedColumns.add(j);
  }
  return {
    rows: rangeOf(0, rows).filter((i) => !pairedRows.has(i)),
    columns: rangeOf(0, columns).filter((j) => !pairedColumns.has(j)),
  };
}

/** Sentences that are repeated have one profile. */
function profilesOf(before: readonly string[], after: readonly string[], lexicon: Lexicon): Profiles {
  const read = onceEach((sentence) => profileOf(sentence, lexicon));
  return { before: (n) => read(before[n] ?? ""), after: (n) => read(after[n] ?? ""), lexicon };
}
