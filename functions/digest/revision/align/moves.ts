import { type Interned, placesOf } from "./anchors.ts";
import { type Budget, type Candidate, findCandidates, type Profiles } from "./candidates.ts";
import type { Pair } from "./chain.ts";
import type { Open } from "./gap.ts";
import type { Partners } from "./gap-features.ts";

/** A sentence elsewhere must be more alike than one in its place to be taken for the same, */
const MIN_DICE = 0.65;
/** and long enough for that to be no accident: about five telling words. */
const MIN_WEIGHT = 7;

/** Pairs among open sentences that are much alike, wherever they stand. */
export function findAlike(open: Open, profiles: Profiles, budget: Budget): Candidate[] {
  return findCandidates(open, profiles, MIN_DICE, budget)
    .filter(({ i, j }) => Math.min(profiles.before(i).weight, profiles.after(j).weight) >= MIN_WEIGHT)
    .sort((a, b) => b.dice - a.dice || a.i - b.i || a.j - b.j);
}

/** What the open sentences have for a partner, wherever it stands: an equal one, else the most alike. */
export function findPartners(open: Open, sentences: Interned, alike: readonly Candidate[]): Partners {
  const equal = pairRepeats(open, sentences);
  const rows = new Map(equal.map(([i]) => [i, 1]));
  const columns = new Map(equal.map(([, j]) => [j, 1]));
  for (const { i, j, dice } of takeBest(alike, rows, columns)) {
    rows.set(i, dice);
    columns.set(j, dice);
  }
  return { rows, columns };
}

/**
 * Pairs among the sentences that no block covers, wherever they stand: equal ones first, the first with the
 * first, then the most alike. Each index is used once. Sorted.
 */
export function findMoves(open: Open, sentences: Interned, alike: readonly Candidate[]): Pair[] {
  const [openRows, openColumns] = [new Set(open.rows), new Set(open.columns)];
  const equal = pairRepeats(open, sentences);
  const similar = takeBest(
    alike.filter(({ i, j }) => openRows.has(i) && openColumns.has(j)),
    new Map(equal),
    new Map(equal.map(([i, j]) => [j, i])),
  );
  return [...equal, ...similar.map(({ i, j }): Pair => [i, j])].sort((a, b) => a[0] - b[0]);
}

function pairRepeats({ rows, columns }: Open, { before, after }: Interned): Pair[] {
  const places = placesOf(columns.map((j) => after[j] ?? -1));
  const taken = new Map<number, number>();
  return rows.flatMap((i): Pair[] => {
    const number = before[i] ?? -1;
    const nth = taken.get(number) ?? 0;
    const j = columns[places.get(number)?.[nth] ?? -1];
    if (j === undefined) return [];
    taken.set(number, nth + 1);
    return [[i, j]];
  });
}

/** The best candidates, each index once and none that is in use. */
function takeBest(
  alike: readonly Candidate[],
  usedRows: ReadonlyMap<number, number>,
  usedColumns: ReadonlyMap<number, number>,
): Candidate[] {
  const [rows, columns] = [new Set(usedRows.keys()), new Set(usedColumns.keys())];
  return alike.filter(({ i, j }) => {
    if (rows.has(i) || columns.has(j)) return false;
    rows.add(i);
    columns.add(j);
    return true;
  });
}
