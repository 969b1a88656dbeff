import { heaviestChain, type IndexPair, type WeightedPair } from "./chain.ts";

/** Sentences as numbers; equal numbers mean equal sentences, ignoring white space, typography and case. */
export interface Interned {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Sentence length in characters, by number. */
  readonly lengths: readonly number[];
}

/**
 * Gives equal sentences on both sides the same number; `folded` is what they are compared by. Sentences identical on both sides are
 * not folded, so unchanged ones cost next to nothing.
 */
export function internSentences(
  before: readonly string[],
  after: readonly string[],
  folded: (sentence: string) => string,
): Interned {
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const intern = (sentence: string) => {
    const isOnBothSides = inBefore.has(sentence) && inAfter.has(sentence);
    const form = isOnBothSides ? sentence : folded(sentence);
    const known = numbers.get(form);
    if (known !== undefined) {
      return known;
    }
    numbers.set(form, lengths.length);
    lengths.push(form.length);
    return lengths.length - 1;
  };
  return { before: before.map(intern), after: after.map(intern), lengths };
}

/**
 * Equal sentences in the same order on both sides. They are the equal pairs of the heaviest chain through the `equal` and
 * very `similar` pairs, which keeps the moved text to a minimum, extended to equal neighbours. Similar pairs are left
 * out because they may yet turn out to be splits or merges. O(n log n).
 */
export function anchorEqual(
  sentences: Interned,
  equal: readonly IndexPair[],
  similar: readonly WeightedPair[],
): IndexPair[] {
  const { before, after, lengths } = sentences;
  const pairs = equal.map((pair): WeightedPair => {
    return { pair, weight: 1 + (lengths[before[pair[0]] ?? 0] ?? 0) };
  });
  const chain = heaviestChain([...pairs, ...similar], after.length);
  return grow(
    chain.filter(([i, j]) => before[i] === after[j]),
    sentences,
  );
}

/** Positions of each number, or of those wanted, in order. */
export function positionsOf(
  numbers: readonly number[],
  isWanted: (number: number) => boolean = () => true,
): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (const [at, number] of numbers.entries()) {
    const known = positions.get(number);
    if (known !== undefined) {
      known.push(at);
    } else if (isWanted(number)) {
      positions.set(number, [at]);
    }
  }
  return positions;
}

/** Pairs the nth occurrences of each sentence that occurs equally often on both sides. Sorted. */
export function pairEqual({ before, after, lengths }: Interned): IndexPair[] {
  const surplus = new Int32Array(lengths.length);
  for (const number of before) {
    surplus[number] = (surplus[number] ?? 0) + 1;
  }
  for (const number of after) {
    surplus[number] = (surplus[number] ?? 0) - 1;
  }
  const columns = positionsOf(after, (number) => surplus[number] === 0);
  const next = new Uint32Array(lengths.length);
  return before.flatMap((number, i): IndexPair[] => {
    const j = columns.get(number)?.[next[number] ?? 0];
    next[number] = (next[number] ?? 0) + 1;
    return j === undefined ? [] : [[i, j]];
  });
}

/** Adds equal sentences directly after and before each anchor, and at both ends of the story. */
function grow(anchors: readonly IndexPair[], sentences: Interned): IndexPair[] {
  const { before, after } = sentences;
  const grown: IndexPair[] = [];
  let [i, j] = [0, 0];
  for (const [row, column] of [...anchors, [before.length, after.length] as const]) {
    const open = Math.min(row - i, column - j);
    const leading = countSame(open, (n) => before[i + n] === after[j + n]);
    const trailing = countSame(open - leading, (n) => before[row - 1 - n] === after[column - 1 - n]);
    for (let n = 0; n < leading; n++) {
      grown.push([i + n, j + n]);
    }
    for (let n = trailing; n > 0; n--) {
      grown.push([row - n, column - n]);
    }
    if (row < before.length) {
      grown.push([row, column]);
    }
    [i, j] = [row + 1, column + 1];
  }
  return grown;
}

function countSame(most: number, isSame: (n: number) => boolean): number {
  let count = 0;
  while (count < most && isSame(count)) {
    count += 1;
  }
  return count;
}
