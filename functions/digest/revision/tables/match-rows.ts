import { heaviestChain, type IndexPair } from "../align/chain.ts";
import { gapsBetween, pairBlock, rangeOf } from "../align/gap.ts";
import { isAlike, isExplained } from "./alike.ts";
import { bodyOf, type Cells, type Grid, isDate, isMost, isNaming } from "./grid.ts";
import type { TablePair } from "./match-tables.ts";

/** Share of the rows that have a key of their own. */
const MIN_UNIQUE = 0.95;
/** Rows of a gap that are looked through for one that may be another version of a row. */
const MAX_LOOKED = 20;
/** A shorter key may be the beginning of any other. */
const MIN_NAME = 4;
/** From one row to the next, a column that only counts them goes on by this at most. */
const MAX_STEP = 3;
const COUNT = /^[#(]?(\d{1,5})[.)ºª°]?$/;

/** What identifies the rows of two versions of a table. */
export interface RowMatch {
  /** Pairs of rows, some of which may cross. */
  readonly rows: readonly IndexPair[];
  /** The columns whose cells are the key of a row. */
  readonly keys: readonly IndexPair[];
  /** The columns that only count the rows. */
  readonly counters: readonly IndexPair[];
}

/**
 * The rows of two versions of a table, paired by their keys: the first cells that tell every row from the others, names and dates
 * before figures. What is left between two pairs may be a row of which the key was reworded. Linear in the cells.
 */
export function matchRows(tables: TablePair, columns: readonly IndexPair[]): RowMatch {
  const [before, after] = tables;
  const counters = columns.filter(([c, d]) => isCounter(before, c) && isCounter(after, d));
  const keys = keyOf(
    tables,
    columns.length > counters.length ? columns.filter((pair) => !counters.includes(pair)) : columns,
  );
  const paired = pairByKey(tables, keys);
  const heads = before.hasHeading && after.hasHeading && !paired.some(([i, j]) => i === 0 || j === 0);
  const rows = heads ? [[0, 0] as const, ...paired] : paired;
  const names = keys.filter((pair) => areNames(tables, pair));
  const compared = { keys: names.length === 0 ? keys : names, columns };
  return { rows: [...rows, ...reworded(tables, rows, compared)], keys, counters };
}

/** "1, 2, 2, 4": whether the figures of a column are only those of a count or a ranking. */
function isCounter(table: Grid, column: number): boolean {
  const [first = "", ...body] = table.plain.map((row) => row[column] ?? "");
  const counts = (COUNT.test(first) ? [first, ...body] : body).map((cell) =>
    Number(COUNT.exec(cell)?.[1] ?? Number.NaN),
  );
  return (
    counts.length > 0 &&
    (counts[0] ?? Number.NaN) <= 1 &&
    counts.every(
      (count, n) =>
        n === 0 || (count >= (counts[n - 1] ?? count) && count - (counts[n - 1] ?? 0) <= MAX_STEP),
    )
  );
}

/** As few columns as tell the rows apart; all of them where none do. */
function keyOf(tables: TablePair, columns: readonly IndexPair[]): readonly IndexPair[] {
  const [before, after] = tables;
  const names = columns.filter((pair) => areNames(tables, pair));
  const ordered = [...names, ...columns.filter((pair) => !names.includes(pair))];
  for (let count = 1; count < ordered.length; count++) {
    const keys = ordered.slice(0, count);
    const isUnique = [before, after].every(({ plain }, side) =>
      areUnique(plain.map((row) => keyIn(row, keys, side))),
    );
    if (isUnique) {
      return keys;
    }
  }
  return ordered;
}

function areNames([before, after]: TablePair, [c, d]: IndexPair): boolean {
  return [bodyOf(before, c), bodyOf(after, d)].every((cells) =>
    isMost(cells, (cell) => isNaming(cell) || isDate(cell)),
  );
}

function areUnique(keys: readonly string[]): boolean {
  return new Set(keys).size >= MIN_UNIQUE * keys.length;
}

/** The cells of a row in the key columns of its side. */
function keyIn(row: Cells, keys: readonly IndexPair[], side: number): string {
  return keys.map((pair) => row[pair[side] ?? 0] ?? "").join("\n");
}

/** Rows with the same key, if as many on both sides have it. */
function pairByKey([before, after]: TablePair, keys: readonly IndexPair[]): readonly IndexPair[] {
  const rowsOf = ({ plain }: Grid, side: number) =>
    Map.groupBy(plain.keys(), (n) => keyIn(plain[n] ?? [], keys, side));
  const places = rowsOf(after, 1);
  return [...rowsOf(before, 0)].flatMap(([key, rows]): IndexPair[] => {
    const others = places.get(key) ?? [];
    return key.trim() === "" || rows.length !== others.length
      ? []
      : rows.map((i, n): IndexPair => [i, others[n] ?? 0]);
  });
}

interface Compared {
  readonly keys: readonly IndexPair[];
  readonly columns: readonly IndexPair[];
}

/** In the gaps between pairs, rows in order that may be the same with another key. */
function reworded(tables: TablePair, rows: readonly IndexPair[], compared: Compared): readonly IndexPair[] {
  const [before, after] = tables;
  const used = [new Set(rows.map(([i]) => i)), new Set(rows.map(([, j]) => j))] as const;
  const chain = heaviestChain(
    rows.map((pair) => ({ pair, weight: 1 })),
    after.rows.length,
  );
  const whole = { i: 0, j: 0, rows: before.rows.length, columns: after.rows.length };
  return gapsBetween(chain.map(pairBlock), whole).flatMap((gap) => {
    const left = rangeOf(gap.i, gap.rows).filter((i) => !used[0].has(i));
    const open = rangeOf(gap.j, gap.columns).filter((j) => !used[1].has(j));
    return left.flatMap((i): IndexPair[] => {
      const at = open
        .slice(0, MAX_LOOKED)
        .findIndex((j) => isReworded(before.plain[i] ?? [], after.plain[j] ?? [], compared));
      const [j] = at < 0 ? [] : open.splice(0, at + 1).slice(-1);
      return j === undefined ? [] : [[i, j]];
    });
  });
}

/** Whether a key is the other one with more behind it: "North Bath", "North Bath from 25 May". */
function goesOn(key: string, longer: string): boolean {
  return key.length >= MIN_NAME && longer.startsWith(key) && /^[\s,;:(–—-]/u.test(longer.slice(key.length));
}

/**
 * The same key, or one that is alike while at least half of the other cells are the same, or goes on while all of them are; never
 * another date.
 */
function isReworded(before: Cells, after: Cells, { keys, columns }: Compared): boolean {
  const cellsIn = (pairs: readonly IndexPair[]) =>
    pairs.map(([c, d]) => [before[c] ?? "", after[d] ?? ""] as const);
  const own = cellsIn(keys);
  const others = cellsIn(columns.filter((pair) => !keys.includes(pair))).filter(
    ([a, b]) => a !== "" || b !== "",
  );
  const same = others.filter(([a, b]) => a === b).length;
  const isNear = own.every(([a, b]) => a === b || (!isDate(a) && !isDate(b) && isAlike(a, b)));
  const isSame = own.every(([a, b]) => a === b || isExplained(a, b) || isExplained(b, a));
  const isLonger = own.every(([a, b]) => a === b || goesOn(a, b) || goesOn(b, a));
  return (
    (isNear && (isSame || (same > 0 && same * 2 >= others.length))) ||
    (isLonger && same > 0 && same === others.length)
  );
}
