import { columnsOf, type Grid, headingOf, isNaming } from "./grid.ts";

/** Two tables that may be versions of one. */
export type TablePair = readonly [before: Grid, after: Grid];

/** Tables before in which a cell is looked for; one that more of them have says nothing. */
const MAX_TABLES = 16;
/** Share of their names that two versions of a table have in common. */
const MIN_COMMON = 0.2;

/**
 * Pairs tables by what names them: the cells of their first rows and columns, in whatever direction, their rows, and the lines
 * before them. Tables of one form, as in one section after the other, are told apart by the latter. Each table is in one pair
 * at most. Linear in the cells, but for a sort of the pairs.
 */
export function matchTables(before: readonly Grid[], after: readonly Grid[]): readonly TablePair[] {
  const names = before.map(namesOf);
  const index = indexOf(names);
  const candidates = after.flatMap((table, m) => {
    const own = namesOf(table);
    return [...votesFor(own, index)].map(([n, votes]) => ({
      n,
      m,
      common: (2 * votes) / (own.size + (names[n]?.size ?? 0)),
    }));
  });
  const best = candidates
    .filter(({ common }) => common >= MIN_COMMON)
    .sort((a, b) => b.common - a.common || Math.abs(a.n - a.m) - Math.abs(b.n - b.m) || a.n - b.n);
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()];
  const isOnly = onlyForms(before, after);
  return best.flatMap(({ n, m }): TablePair[] => {
    const [a, b] = [before[n], after[m]];
    if (a === undefined || b === undefined || usedBefore.has(n) || usedAfter.has(m)) {
      return [];
    }
    if (!isOnly(a) && !haveCommonLine(a, b)) {
      return [];
    }
    usedBefore.add(n);
    usedAfter.add(m);
    return [[a, b]];
  });
}

/** Whether no other table of the same story has the heading of this one. */
function onlyForms(...sides: readonly (readonly Grid[])[]): (table: Grid) => boolean {
  const several = sides.flatMap((tables) =>
    [...Map.groupBy(tables, formOf)].flatMap(([form, same]) => (same.length > 1 ? [form] : [])),
  );
  const known = new Set(several);
  return (table) => !known.has(formOf(table));
}

function formOf({ plain: [first = []] }: Grid): string {
  return first.join("\n");
}

/** A line before them, or a row that is not the first. */
function haveCommonLine(a: Grid, b: Grid): boolean {
  const rows = new Set(a.plain.slice(1).map((row) => row.join("\n")));
  return (
    a.leads.some((lead) => b.leads.includes(lead)) || b.plain.slice(1).some((row) => rows.has(row.join("\n")))
  );
}

/** The lines before a table, its rows, the cells of the first, and of each row the first cell and the first with letters. */
function namesOf(table: Grid): ReadonlySet<string> {
  const { plain, width, leads } = table;
  const names = [
    ...leads,
    ...plain.map((row) => row.join("\n")),
    ...columnsOf(width).map((column) => headingOf(table, column)),
    ...plain.flatMap((row) => [row.find((cell) => cell !== "") ?? "", row.find(isNaming) ?? ""]),
  ];
  return new Set(names.filter((name) => name !== ""));
}

function indexOf(all: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [n, names] of all.entries()) {
    for (const name of names) {
      const known = index.get(name);
      if (known === undefined) {
        index.set(name, [n]);
      } else {
        known.push(n);
      }
    }
  }
  return index;
}

function votesFor(
  names: ReadonlySet<string>,
  index: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const votes = new Map<number, number>();
  for (const name of names) {
    for (const n of index.get(name)?.slice(0, MAX_TABLES) ?? []) {
      votes.set(n, (votes.get(n) ?? 0) + 1);
    }
  }
  return votes;
}

/** Whether the rows of one table are the columns of the other. */
export function isTurned([before, after]: TablePair): boolean {
  const [rows, columns] = [labelsOf(before), headingsOf(before)];
  const [rowsAfter, columnsAfter] = [labelsOf(after), headingsOf(after)];
  const crossed = common(rows, columnsAfter) + common(columns, rowsAfter);
  const straight = common(rows, rowsAfter) + common(columns, columnsAfter);
  return crossed > straight && crossed * 2 >= rows.size + columns.size;
}

function labelsOf({ plain }: Grid): ReadonlySet<string> {
  return new Set(plain.slice(1).flatMap(([first = ""]) => (first === "" ? [] : [first])));
}

function headingsOf({ plain: [first = []] }: Grid): ReadonlySet<string> {
  return new Set(first.slice(1).filter((cell) => cell !== ""));
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.intersection(b).size;
}
