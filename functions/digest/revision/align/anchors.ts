import { fold } from "../../text/fold.ts";
import { heaviestChain, type Pair, type WeighedPair } from "./chain.ts";

/** Sentences as numbers: equal numbers, equal sentences (but for white space, typography and case). */
export interface Interned {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Length of each sentence in letters, by number. */
  readonly lengths: readonly number[];
}

/**
 * Gives equal sentences of both sides the same number. What stands on both sides to the letter is not folded, so that
 * sentences that nobody touched cost next to nothing.
 */
export function internSentences(before: readonly string[], after: readonly string[]): Interned {
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const intern = (sentence: string) => {
    const isOnBothSides = inBefore.has(sentence) && inAfter.has(sentence);
    const form = isOnBothSides ? sentence : fold(sentence);
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, lengths.length);
    lengths.push(form.length);
    return lengths.length - 1;
  };
  return { before: before.map(intern), after: after.map(intern), lengths };
}

/**
 * Equal sentences that stand in the same order on both sides: the heaviest chain of `equal` and of what is much `alike`,
 * so that what moved is as little text as can be; then the alike ones left out, for they may yet be split or merged, and
 * the chain grown to equal neighbours. O(n log n).
 */
export function anchorEqual(
  sentences: Interned,
  equal: readonly Pair[],
  alike: readonly WeighedPair[],
): Pair[] {
  const { before, after, lengths } = sentences;
  const pairs = equal.map((pair): WeighedPair => {
    return { pair, weight: 1 + (lengths[before[pair[0]] ?? 0] ?? 0) };
  });
  const chain = heaviestChain([...pairs, ...alike], after.length);
  return grow(
    chain.filter(([i, j]) => before[i] === after[j]),
    sentences,
  );
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

/** Sentences that occur equally often on both sides: the first with the first, the second with the second. Sorted. */
export function pairEqual({ before, after }: Interned): Pair[] {
  const afterPlaces = placesOf(after);
  return [...placesOf(before)]
    .flatMap(([number, rows]) => {
      const columns = afterPlaces.get(number) ?? [];
      if (rows.length !== columns.length) return [];
      return rows.map((i, n): Pair => [i, columns[n] ?? 0]);
    })
    .sort((a, b) => a[0] - b[0]);
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
