import type { Budget, Candidate, Profiles } from "./candidates.ts";
import { heaviestChain } from "./chain.ts";
import { type Block, gapsBetween, pairBlock } from "./gap.ts";
import type { Partners } from "./gap-features.ts";
import { scoreGap } from "./gap-scores.ts";
import { heaviestPath } from "./path.ts";

/** Largest grid scored in full: a completely rewritten story of 200 sentences. */
const MAX_GRID = 40_000;

/** State shared by all gaps of one alignment. */
export interface GapContext {
  readonly profiles: Profiles;
  /** Very similar pairs, in any position. */
  readonly similar: readonly Candidate[];
  readonly partners: Partners;
  readonly budget: Budget;
}

/**
 * The most likely alignment of a gap, in order and without crossings: 1–1, 1–2 and 2–1 blocks. A gap too large for one
 * grid is divided at its very similar pairs; a part that is still too large stays unaligned, and the budget is marked
 * `exhausted`.
 */
export function alignGap(gap: Block, context: GapContext): Block[] {
  if (gap.rows * gap.columns <= MAX_GRID) {
    return alignGrid(gap, context);
  }
  const dividers = dividersOf(gap, context.similar);
  return gapsBetween(dividers, gap).flatMap((part, n) => [
    ...alignGrid(part, context),
    ...dividers.slice(n, n + 1),
  ]);
}

function alignGrid(gap: Block, { profiles, partners, budget }: GapContext): Block[] {
  const cells = gap.rows * gap.columns;
  if (cells === 0) {
    return [];
  }
  if (cells > Math.min(MAX_GRID, budget.cells)) {
    budget.exhausted = true;
    return [];
  }
  budget.cells -= cells;
  const blocks = heaviestPath(scoreGap(gap, profiles, partners), gap.rows, gap.columns);
  return blocks.map((block) => ({ ...block, i: gap.i + block.i, j: gap.j + block.j }));
}

function dividersOf({ i, j, rows, columns }: Block, similar: readonly Candidate[]): Block[] {
  const inGap = similar.filter((pair) => {
    return pair.i >= i && pair.i < i + rows && pair.j >= j && pair.j < j + columns;
  });
  return heaviestChain(
    inGap.map((pair) => ({ pair: [pair.i, pair.j], weight: pair.dice })),
    j + columns,
  ).map(pairBlock);
}
