import { type Interned, positionsOf } from "./anchors.ts";
import { type Budget, type Candidate, findCandidates, type Profiles } from "./candidates.ts";
import type { IndexPair } from "./chain.ts";
import type { Unaligned } from "./gap.ts";
import type { Partners } from "./gap-features.ts";

/** Minimum Dice of a moved sentence: it must be more similar than one in place. */
const MIN_DICE = 0.65;
/** Minimum weight of a moved sentence, to rule out coincidence: about five content words. */
const MIN_WEIGHT = 7;
/** Edited sentences that may have moved: comparing each takes longer than finding it, and a story with more is another one. */
const MAX_EDITED_MOVES = 4_000;

/** Very similar pairs of unaligned sentences, in any position. */
export function findSimilar(open: Unaligned, profiles: Profiles, budget: Budget): Candidate[] {
  return findCandidates(open, profiles, MIN_DICE, budget)
    .filter(({ i, j }) => Math.min(profiles.before(i).weight, profiles.after(j).weight) >= MIN_WEIGHT)
    .sort((a, b) => b.dice - a.dice || a.i - b.i || a.j - b.j);
}

/** The partner of each unaligned sentence, in any position: an equal sentence, or else the most similar one. */
export function findPartners(open: Unaligned, sentences: Interned, similar: readonly Candidate[]): Partners {
  const equal = pairRepeats(open, sentences);
  const rows = new Map(equal.map(([i]) => [i, 1]));
  const columns = new Map(equal.map(([, j]) => [j, 1]));
  for (const { i, j, dice } of takeBest(similar, rows, columns)) {
    rows.set(i, dice);
    columns.set(j, dice);
  }
  return { rows, columns };
}

/**
 * Pairs of unaligned sentences, in any position: first equal ones, the first occurrence with the first, then the most
 * similar, up to a bound; past it, the budget is marked `exhausted`. Each index is used at most once. Sorted.
 */
export function findMoves(
  open: Unaligned,
  sentences: Interned,
  similar: readonly Candidate[],
  budget: Budget,
): IndexPair[] {
  const [openRows, openColumns] = [new Set(open.rows), new Set(open.columns)];
  const equal = pairRepeats(open, sentences);
  const best = takeBest(
    similar.filter(({ i, j }) => openRows.has(i) && openColumns.has(j)),
    new Map(equal),
    new Map(equal.map(([i, j]) => [j, i])),
  );
  budget.exhausted ||= best.length > MAX_EDITED_MOVES;
  const edited = best.slice(0, MAX_EDITED_MOVES).map(({ i, j }): IndexPair => [i, j]);
  return [...equal, ...edited].sort((a, b) => a[0] - b[0]);
}

function pairRepeats({ rows, columns }: Unaligned, { before, after }: Interned): IndexPair[] {
  const positions = positionsOf(columns.map((j) => after[j] ?? -1));
  const taken = new Map<number, number>();
  return rows.flatMap((i): IndexPair[] => {
    const number = before[i] ?? -1;
    const nth = taken.get(number) ?? 0;
    const j = columns[positions.get(number)?.[nth] ?? -1];
    if (j === undefined) {
      return [];
    }
    taken.set(number, nth + 1);
    return [[i, j]];
  });
}

/** The best candidates; each index is used at most once, and never one already taken. */
function takeBest(
  similar: readonly Candidate[],
  usedRows: ReadonlyMap<number, number>,
  usedColumns: ReadonlyMap<number, number>,
): Candidate[] {
  const [rows, columns] = [new Set(usedRows.keys()), new Set(usedColumns.keys())];
  return similar.filter(({ i, j }) => {
    if (rows.has(i) || columns.has(j)) {
      return false;
    }
    rows.add(i);
    columns.add(j);
    return true;
  });
}
