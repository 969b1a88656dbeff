import type { Block } from "./gap.ts";

/** The next word, from a place on. */
const WORD_AFTER = /[^\p{L}\p{M}\p{N}]*([\p{L}\p{M}\p{N}]+)/uy;
/** The last word before a place, and what stands between; a pattern that looks back is read backwards. */
const WORD_BEFORE = /(?<=([\p{L}\p{M}\p{N}]+)([^\p{L}\p{M}\p{N}]*))/uy;

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
 * became a sentence. Reads no further than the first word that differs.
 */
export function cutAnew(gap: Block, { before, after, folded }: Sentences): CutAnew {
  const sentencesOf = (texts: readonly string[], from: number, step: 1 | -1) => (n: number) =>
    folded(texts[from + step * n] ?? "");
  const { i, j, rows, columns } = gap;
  const first = runsOf(
    cursorOver(rows, sentencesOf(before, i, 1), wordsFromStart),
    cursorOver(columns, sentencesOf(after, j, 1), wordsFromStart),
  );
  const leading = blocksOf(first, gap);
  const start = endOf(leading, gap);
  const [left, right] = [i + rows - start.i, j + columns - start.j];
  const last = runsOf(
    cursorOver(left, sentencesOf(before, i + rows - 1, -1), wordsFromEnd),
    cursorOver(right, sentencesOf(after, j + columns - 1, -1), wordsFromEnd),
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

/** The words of a text, one after another; `undefined` after the last. */
type NextWord = () => string | undefined;

/** A place in the words of sentences. */
interface Cursor {
  /** How many sentences were begun. */
  taken: number;
  /** The word here; `undefined` at the end of a sentence. */
  word: string | undefined;
  readonly step: () => void;
  /** Goes on to the next sentence; false after the last. */
  readonly goOn: () => boolean;
}

function cursorOver(
  count: number,
  sentence: (n: number) => string,
  wordsOf: (sentence: string) => NextWord,
): Cursor {
  let next: NextWord = () => undefined;
  const cursor: Cursor = {
    taken: 0,
    word: undefined,
    step: () => {
      cursor.word = next();
    },
    goOn: () => {
      if (cursor.taken === count) {
        return false;
      }
      next = wordsOf(sentence(cursor.taken));
      cursor.taken += 1;
      cursor.step();
      return true;
    },
  };
  return cursor;
}

function wordsFromStart(text: string): NextWord {
  let at = 0;
  return () => {
    WORD_AFTER.lastIndex = at;
    const word = WORD_AFTER.exec(text)?.[1];
    at = WORD_AFTER.lastIndex;
    return word;
  };
}

function wordsFromEnd(text: string): NextWord {
  let at = text.length;
  return () => {
    WORD_BEFORE.lastIndex = at;
    const [, word, between = ""] = WORD_BEFORE.exec(text) ?? [];
    at -= (word?.length ?? 0) + between.length;
    return word;
  };
}

/** Runs of the same words from one end of two texts, each as short as it can be. */
function runsOf(before: Cursor, after: Cursor): Run[] {
  const runs: Run[] = [];
  let [row, column] = [0, 0];
  while (takeSame(before, after)) {
    runs.push([before.taken - row, after.taken - column]);
    [row, column] = [before.taken, after.taken];
  }
  return runs;
}

/** Takes sentences of both sides until they have the same words; false if they have not. */
function takeSame(before: Cursor, after: Cursor): boolean {
  let isSame = before.goOn() && after.goOn();
  while (isSame && (before.word !== undefined || after.word !== undefined)) {
    isSame = pass(before, after);
  }
  return isSame;
}

/** Goes on to a sentence where one has ended, or past a word of both; false at the end, or if the words differ. */
function pass(before: Cursor, after: Cursor): boolean {
  if (before.word === undefined) {
    return before.goOn();
  }
  if (after.word === undefined) {
    return after.goOn();
  }
  const isSame = before.word === after.word;
  before.step();
  after.step();
  return isSame;
}
