import type { IndexPair } from "../align/chain.ts";
import { isAlike } from "./alike.ts";
import { bodyOf, columnsOf, type Grid, headingOf, isFigures, isNaming } from "./grid.ts";
import type { TablePair } from "./match-tables.ts";

/** Share of their cells that two columns without a common heading have in common. */
const MIN_OVERLAP = 0.5;

/**
 * The columns of two versions of a table, paired: those with the same heading, then those with the same content, then those in
 * the same place between paired ones, if no heading says that they are others. Sorted.
 */
export function matchColumns(tables: TablePair): readonly IndexPair[] {
  const pairs = new Pairs(sameHeading(tables));
  pairs.add(sameContent(tables, pairs));
  pairs.add(samePlace(tables, pairs));
  return pairs.sorted();
}

/** Pairs of columns, each in one at most. */
class Pairs {
  readonly before = new Map<number, number>();
  readonly after = new Map<number, number>();

  constructor(pairs: readonly IndexPair[]) {
    this.add(pairs);
  }

  add(pairs: readonly IndexPair[]): void {
    for (const [c, d] of pairs) {
      if (!this.before.has(c) && !this.after.has(d)) {
        this.before.set(c, d);
        this.after.set(d, c);
      }
    }
  }

  sorted(): readonly IndexPair[] {
    return [...this.before].sort((a, b) => a[0] - b[0]);
  }
}

function sameHeading([before, after]: TablePair): readonly IndexPair[] {
  const places = headingPlaces(after);
  return [...headingPlaces(before)].flatMap(([heading, [c, ...more]]): IndexPair[] => {
    const [d, ...others] = places.get(heading) ?? [];
    return c === undefined || d === undefined || more.length + others.length > 0 ? [] : [[c, d]];
  });
}

function headingPlaces(table: Grid): ReadonlyMap<string, readonly number[]> {
  const named = columnsOf(table.width).filter((column) => isNaming(headingOf(table, column)));
  return Map.groupBy(named, (column) => headingOf(table, column));
}

function sameContent([before, after]: TablePair, pairs: Pairs): readonly IndexPair[] {
  const rest = columnsOf(before.width).filter((c) => !pairs.before.has(c));
  const others = columnsOf(after.width)
    .filter((d) => !pairs.after.has(d))
    .map((d) => ({ d, cells: countsOf(bodyOf(after, d)) }));
  const candidates = rest.flatMap((c) => {
    const cells = countsOf(bodyOf(before, c));
    return others.map((other) => ({ c, d: other.d, overlap: overlapOf(cells, other.cells) }));
  });
  return candidates
    .filter(({ overlap }) => overlap >= MIN_OVERLAP)
    .sort((a, b) => b.overlap - a.overlap || Math.abs(a.c - a.d) - Math.abs(b.c - b.d))
    .map(({ c, d }): IndexPair => [c, d]);
}

interface Counts {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function countsOf(cells: readonly string[]): Counts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const cell of cells) {
    if (cell !== "") {
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
      total += 1;
    }
  }
  return { counts, total };
}

function overlapOf(a: Counts, b: Counts): number {
  let shared = 0;
  for (const [cell, count] of a.counts) {
    shared += Math.min(count, b.counts.get(cell) ?? 0);
  }
  return shared === 0 ? 0 : shared / Math.min(a.total, b.total);
}

/** Columns between the same paired ones, or at the same edge, if there are as many on both sides. */
function samePlace(tables: TablePair, pairs: Pairs): readonly IndexPair[] {
  const [before, after] = tables;
  const ends = [...pairs.sorted(), [before.width, after.width] as const];
  let [c, d] = [0, 0];
  return ends.flatMap(([nextC, nextD]): IndexPair[] => {
    const places = nextC - c === nextD - d ? columnsOf(nextC - c) : [];
    const found = places.map((n): IndexPair => [c + n, d + n]).filter((pair) => isOne(tables, pair));
    [c, d] = [nextC + 1, nextD + 1];
    return found;
  });
}

function isOne([before, after]: TablePair, [c, d]: IndexPair): boolean {
  const [heading, other] = [headingOf(before, c), headingOf(after, d)];
  if (before.hasHeading || after.hasHeading) {
    return heading === other || (heading !== "" && other !== "" && isAlike(heading, other));
  }
  const areFigures = isFigures(before, c) && isFigures(after, d);
  return (
    areFigures || Math.max(before.width, after.width) <= 2 || before.rows.length + after.rows.length <= 2
  );
}
