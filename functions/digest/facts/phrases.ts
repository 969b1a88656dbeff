/** A run of words and what it means. */
interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, longer ones first. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** A set of words, given with blanks between them. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

/** A table of phrases, each given as words with blanks between them. */
export function phrasesOf<T>(entries: Iterable<readonly [words: string, value: T]>): Phrases<T> {
  const phrases = Array.from(entries, ([words, value]) => ({ words: words.split(" "), value }));
  return Map.groupBy(
    phrases.toSorted((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0] ?? "",
  );
}

/** The longest phrase whose words are those that `wordAt` gives at 0, 1, 2 …; `undefined` if there is none. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  wordAt: (step: number) => string | undefined,
): Phrase<T> | undefined {
  return phrases.get(wordAt(0) ?? "")?.find(({ words }) => words.every((word, n) => word === wordAt(n)));
}
