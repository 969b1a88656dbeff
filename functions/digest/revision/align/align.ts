import { anchorEqual, internSentences, pairEqual } from "./anchors.ts";
import type { Budget, Candidate, Profiles } from "./candidates.ts";
import type { Pair, WeighedPair } from "./chain.ts";
import { type Block, gapsBetween, type Open, openOf, pairBlock, rangeOf } from "./gap.ts";
import { alignGap } from "./gaps.ts";
import { findAlike, findMoves, findPartners } from "./moves.ts";
import { type Lexicon, newLexicon, type Profile, profileOf } from "./similarity.ts";

/** What one alignment may spend in all. A megabyte on both sides stays well under a second. */
const BUDGET: Budget = { pairs: 40_000, visits: 2_000_000, cells: 300_000, exhausted: false };

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
  return [...pairsOfBlocks(blocks), ...moves.map(([i, j]): [number, number] => [i, j])].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
}

/** Every pair of indices that some blocks cover, in order. */
export function pairsOfBlocks(blocks: readonly Block[]): [number, number][] {
  return blocks.flatMap(pairsOf);
}

function pairsOf({ i, j, rows, columns }: Block): [number, number][] {
  const side = Math.max(rows, columns);
  return Array.from({ length: side }, (_, n) => [i + Math.min(n, rows - 1), j + Math.min(n, columns - 1)]);
}

/**
 * The alignment as blocks: equal sentences anchor it; in the gaps between, the most likely pairs, splits and mergers; of
 * what is left, equal and much alike pairs anywhere are moves. Past the bounds it is coarser, and says so.
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
    blocks: blocks.map(({ i, j, rows, columns }) => ({ i: j, j: i, rows: columns, columns: rows })),
    moves: moves.map(([i, j]): Pair => [j, i]),
    truncated,
  };
}

function alignForward(before: readonly string[], after: readonly string[]): Alignment {
  const { whole, sentences, anchors, gaps, context } = findGaps(before, after);
  const blocks = gaps.flatMap((gap, n) => [...alignGap(gap, context), ...anchors.slice(n, n + 1)]);
  const moves = findMoves(openOf(gapsBetween(blocks, whole)), sentences, context.alike);
  return { blocks, moves, truncated: context.budget.exhausted };
}

/** The equal sentences that anchor the alignment, and what is open before each of them and behind the last. */
export function findGaps(before: readonly string[], after: readonly string[]) {
  const whole = { i: 0, j: 0, rows: before.length, columns: after.length };
  const sentences = internSentences(before, after);
  const equal = pairEqual(sentences);
  const budget = { ...BUDGET };
  const profiles = profilesOf(before, after);
  const alike = findAlike(withoutPairs(whole, equal), profiles, budget);
  const anchors = anchorEqual(sentences, equal, alike.map(weighted)).map(pairBlock);
  const gaps = gapsBetween(anchors, whole);
  const partners = findPartners(openOf(gaps), sentences, alike);
  return { whole, sentences, anchors, gaps, context: { profiles, alike, partners, budget } };

  function weighted({ i, j, dice }: Candidate): WeighedPair {
    const length = Math.min(before[i]?.length ?? 0, after[j]?.length ?? 0);
    return { pair: [i, j], weight: dice * length };
  }
}

function withoutPairs({ rows, columns }: Block, pairs: readonly Pair[]): Open {
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

function profilesOf(before: readonly string[], after: readonly string[]): Profiles {
  const lexicon = newLexicon();
  return { before: memo(before, lexicon), after: memo(after, lexicon), lexicon };
}

function memo(sentences: readonly string[], lexicon: Lexicon): (n: number) => Profile {
  const known: Profile[] = [];
  return (n) => {
    known[n] ??= profileOf(sentences[n] ?? "", lexicon);
    return known[n];
  };
}
