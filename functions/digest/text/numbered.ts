/** Two lists of words as numbers: equal words have equal numbers, from 0 on. */
export interface Numbered {
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** How many distinct numbers there are. */
  readonly count: number;
}

/**
 * Numbers the words of two lists, each of which is then hashed once however often it is compared; a word of one character,
 * as all are in scripts without spaces, by its code and not at all.
 */
export function numbered(before: readonly string[], after: readonly string[]): Numbered {
  const numbers = new Map<string | number, number>();
  const numberOf = (word: string) => {
    const key = word.length === 1 ? word.charCodeAt(0) : word;
    const known = numbers.get(key);
    if (known !== undefined) {
      return known;
    }
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const lists = { before: numbersOf(before, numberOf), after: numbersOf(after, numberOf) };
  return { ...lists, count: numbers.size };
}

function numbersOf(words: readonly string[], numberOf: (word: string) => number): Int32Array {
  const numbers = new Int32Array(words.length);
  for (let n = 0; n < words.length; n++) {
    numbers[n] = numberOf(words[n] ?? "");
  }
  return numbers;
}
