import type { Budget, Candidate, Profiles } from "./candidates.ts";
import { heaviestChain } from "./chain.ts";
import { type Block, gapsBetween, pairBlock } from "./gap.ts";
import type { Partners } from "./gap-features.ts";
import { scoreGap } from "./gap-scores.ts";
import { heaviestPath } from "./path.ts";

/** Cells of a grid that is filled whole: a story of 200 sentences written anew. */
const MAX_GRID = 40_000;

/** What the gaps of one alignment have in common. */
export interface GapContext {
  readonly profiles: Profiles;
  /** Pairs that are much alike, wherever they stand. */
  readonly alike: readonly Candidate[];
  readonly partners: Partners;
  readonly budget: Budget;
}

/**
 * The most likely alignment of a gap in which nothing crosses: one and one, one and two, two and one, in order. A gap too
 * large for a grid is divided by the pairs that are much alike; what is still too large stays open, and the budget says so.
 */
export function alignGap(gap: Block, context: GapContext): Block[] {
  if (gap.rows * gap.columns <= MAX_GRID) return alignGrid(gap, context);
  const dividers = dividersOf(gap, context.alike);
  return gapsBetween(dividers, gap).flatMap((part, n) => [
    ...alignGrid(part, context),
    ...dividers.slice(n, n + 1),
  ]);
}

function alignGrid(gap: Block, { profiles, partners, budget }: GapContext): Block[] {
  const cells = gap.rows * gap.columns;
  if (cells === 0) return [];
  if (cells > Math.min(MAX_GRID, budget.cells)) {
    budget.exhausted = true;
    return [];
  }
  budget.cells -= cells;
  const blocks = heaviestPath(scoreGap(gap, profiles, partners), gap.rows, gap.columns);
  return blocks.map((block) => ({ ...block, i: gap.i + block.i, j: gap.j + block.j }));
}

function dividersOf({ i, j, rows, columns }: Block, alike: readonly Candidate[]): Block[] {
  const inGap = alike.filter((pair) => {
    return pair.i >= i && pair.i < i + rows && pair.j >= j && pair.j < j + columns;
  });
  return heaviestChain(
    inGap.map((pair) => ({ pair: [pair.i, pair.j], weight: pair.dice })),
    j + columns,
  ).map(pairBlock);
}
