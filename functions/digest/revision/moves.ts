import { type Interned, type Pair, placesOf } from "./anchors.ts";
import { type Budget, type Candidate, findCandidates, type Gap, type Profiles } from "./candidates.ts";

/** A sentence elsewhere must be more alike than one in its place to be taken for the same. */
const MIN_DICE = 0.6;

/**
 * Pairs among the sentences that no block covers, wherever they stand: equal ones first, the first with the
 * first, then the most alike. Each index is used once. Sorted.
 */
export function findMoves(open: Gap, sentences: Interned, profiles: Profiles, budget: Budget): Pair[] {
  const equal = pairEqual(open, sentences);
  const usedRows = new Set(equal.map(([i]) => i));
  const usedColumns = new Set(equal.map(([, j]) => j));
  const rest = {
    rows: open.rows.filter((i) => !usedRows.has(i)),
    columns: open.columns.filter((j) => !usedColumns.has(j)),
  };
  const similar = takeBest(findCandidates(rest, profiles, budget));
  return [...equal, ...similar].sort((a, b) => a[0] - b[0]);
}

function pairEqual({ rows, columns }: Gap, { before, after }: Interned): Pair[] {
  const places = placesOf(columns.map((j) => after[j] ?? -1));
  return rows.flatMap((i): Pair[] => {
    const at = places.get(before[i] ?? -1)?.shift();
    const j = at === undefined ? undefined : columns[at];
    return j === undefined ? [] : [[i, j]];
  });
}

function takeBest(candidates: readonly Candidate[]): Pair[] {
  const byLikeness = candidates
    .filter(({ likeness }) => likeness.dice >= MIN_DICE)
    .sort((a, b) => b.likeness.dice - a.likeness.dice || a.i - b.i || a.j - b.j);
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  return byLikeness.flatMap(({ i, j }): Pair[] => {
    if (rows.has(i) || columns.has(j)) return [];
    rows.add(i);
    columns.add(j);
    return [[i, j]];
  });
}
