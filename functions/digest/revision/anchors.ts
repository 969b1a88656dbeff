import { type Block, heaviestChain } from "./chain.ts";
import { fold } from "./fold.ts";

/** Sentences as numbers: equal numbers, equal sentences (but for white space, typography and case). */
export interface Interned {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Length of each sentence in letters, by number. */
  readonly lengths: readonly number[];
}

/** Gives equal sentences of both sides the same number. */
export function internSentences(before: readonly string[], after: readonly string[]): Interned {
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  const intern = (sentence: string) => {
    const form = fold(sentence);
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, lengths.length);
    lengths.push(form.length);
    return lengths.length - 1;
  };
  return { before: before.map(intern), after: after.map(intern), lengths };
}

/** Index before, index after. */
export type Pair = readonly [number, number];

/**
 * Equal sentences that stand in the same order on both sides: the heaviest chain of those that occur equally
 * often on both (the first with the first, the second with the second; unique ones are the anchors of a patience diff),
 * then grown to equal neighbours. O(n log n).
 */
export function anchorEqual(sentences: Interned): Pair[] {
  const { before, after, lengths } = sentences;
  const blocks = pairOccurrences(before, after).map(([i, j]): Block => {
    return { i, j, rows: 1, columns: 1, weight: 1 + (lengths[before[i] ?? 0] ?? 0) };
  });
  const anchors = heaviestChain(blocks, after.length).map(({ i, j }): Pair => [i, j]);
  return grow(anchors, sentences);
}

/** Places of each number, in order. */
export function placesOf(numbers: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [at, number] of numbers.entries()) {
    const known = places.get(number);
    if (known === undefined) places.set(number, [at]);
    else known.push(at);
  }
  return places;
}

function pairOccurrences(before: readonly number[], after: readonly number[]): Pair[] {
  const afterPlaces = placesOf(after);
  return [...placesOf(before)].flatMap(([number, rows]) => {
    const columns = afterPlaces.get(number) ?? [];
    if (rows.length !== columns.length) return [];
    return rows.map((i, n): Pair => [i, columns[n] ?? 0]);
  });
}

/** Adds the equal sentences right after and right before each anchor, and at both ends of the story. */
function grow(anchors: readonly Pair[], sentences: Interned): Pair[] {
  const { before, after } = sentences;
  const grown: Pair[] = [];
  let [i, j] = [0, 0];
  for (const [row, column] of [...anchors, [before.length, after.length] as const]) {
    const open = Math.min(row - i, column - j);
    const behind = countSame(open, (n) => before[i + n] === after[j + n]);
    const ahead = countSame(open - behind, (n) => before[row - 1 - n] === after[column - 1 - n]);
    for (let n = 0; n < behind; n++) grown.push([i + n, j + n]);
    for (let n = ahead; n > 0; n--) grown.push([row - n, column - n]);
    if (row < before.length) grown.push([row, column]);
    [i, j] = [row + 1, column + 1];
  }
  return grown;
}

function countSame(most: number, isSame: (n: number) => boolean): number {
  let count = 0;
  while (count < most && isSame(count)) count += 1;
  return count;
}
