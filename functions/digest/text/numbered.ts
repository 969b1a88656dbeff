/** Two lists of words as numbers: equal words have equal numbers, from 0 on. */
export interface Numbered {
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** How many distinct numbers there are. */
  readonly count: number;
}

/** Numbers the words of two lists, each of which is then hashed once however often it is compared. */
export function numbered(before: readonly string[], after: readonly string[]): Numbered {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) {
      return known;
    }
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const lists = { before: numbersOf(before, numberOf), after: numbersOf(after, numberOf) };
  return { ...lists, count: numbers.size };
}

function numbersOf(words: readonly string[], numberOf: (word: string) => number): Int32Array {
  const numbers = new Int32Array(words.length);
  for (const [n, word] of words.entries()) {
    numbers[n] = numberOf(word);
  }
  return numbers;
}
