import type { Block } from "./gap.ts";

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** A gap, with blocks of the same words at its ends, and what is left between them. */
export interface CutAnew {
  readonly leading: readonly Block[];
  readonly rest: Block;
  readonly trailing: readonly Block[];
}

/** The sentences of two stories, and what they are compared by. */
interface Sentences {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly folded: (sentence: string) => string;
}

/** How many sentences before and after have the same words. */
type Run = readonly [rows: number, columns: number];

/**
 * Blocks of sentences at both ends of a gap that have the same words, cut otherwise: lines that became a paragraph, a list that
 * became a sentence. Linear in what they have in common.
 */
export function cutAnew(gap: Block, { before, after, folded }: Sentences): CutAnew {
  const wordsOf = (sentence = "") => folded(sentence).match(WORDS)?.join(" ") ?? "";
  const { i, j, rows, columns } = gap;
  const first = runsOf(
    cursorOver(rows, (n) => wordsOf(before[i + n])),
    cursorOver(columns, (n) => wordsOf(after[j + n])),
    withoutStart,
  );
  const leading = blocksOf(first, gap);
  const start = endOf(leading, gap);
  const [left, right] = [i + rows - start.i, j + columns - start.j];
  const last = runsOf(
    cursorOver(left, (n) => wordsOf(before[i + rows - 1 - n])),
    cursorOver(right, (n) => wordsOf(after[j + columns - 1 - n])),
    withoutEnd,
  ).toReversed();
  const taken = last.reduce((sum, run) => [sum[0] + run[0], sum[1] + run[1]] as const, [0, 0] as Run);
  const rest = { ...start, rows: left - taken[0], columns: right - taken[1] };
  return { leading, rest, trailing: blocksOf(last, { i: rest.i + rest.rows, j: rest.j + rest.columns }) };
}

function blocksOf(runs: readonly Run[], { i, j }: Pick<Block, "i" | "j">): readonly Block[] {
  let [row, column] = [i, j];
  return runs.map(([rows, columns]) => {
    const block = { i: row, j: column, rows, columns };
    [row, column] = [row + rows, column + columns];
    return block;
  });
}

function endOf(blocks: readonly Block[], { i, j }: Block): Pick<Block, "i" | "j"> {
  const last = blocks.at(-1);
  return last === undefined ? { i, j } : { i: last.i + last.rows, j: last.j + last.columns };
}

/** Hands out the words of sentences, one sentence after another; `undefined` after the last. */
interface Cursor {
  taken: number;
  readonly next: () => string | undefined;
}

function cursorOver(count: number, at: (n: number) => string): Cursor {
  const cursor = {
    taken: 0,
    next: () => (cursor.taken < count ? at(cursor.taken++) : undefined),
  };
  return cursor;
}

type Without = (longer: string, part: string) => string | undefined;

/** Runs of the same words from one end of two texts, each as short as it can be. */
function runsOf(before: Cursor, after: Cursor, without: Without): Run[] {
  const runs: Run[] = [];
  let [row, column] = [0, 0];
  while (takeSame(before, after, without)) {
    runs.push([before.taken - row, after.taken - column]);
    [row, column] = [before.taken, after.taken];
  }
  return runs;
}

/** Takes sentences of both sides until they have the same words; false if they have not. */
function takeSame(before: Cursor, after: Cursor, without: Without): boolean {
  let [a, b] = [before.next(), after.next()];
  while (a !== b && a !== undefined && b !== undefined) {
    [a, b] = a.length > b.length ? [without(a, b), after.next()] : [before.next(), without(b, a)];
  }
  return a !== undefined && a === b;
}

function withoutStart(longer: string, part: string): string | undefined {
  if (part === "") {
    return longer;
  }
  return longer.startsWith(`${part} `) ? longer.slice(part.length + 1) : undefined;
}

function withoutEnd(longer: string, part: string): string | undefined {
  if (part === "") {
    return longer;
  }
  return longer.endsWith(` ${part}`) ? longer.slice(0, -part.length - 1) : undefined;
}
