const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;
const QUOTES = /["“”„«»]/gu;
const DIGIT = /\p{N}/u;

/** What a summary does to the sentences that it was made from, found without any rule of the product. */
export interface Losses {
  /** Sentences that are not those of the story with words deleted. */
  readonly strange: number;
  /** Deleted words that deny, doubt or tell a source, deleted figures and quotation marks, and names of which a part is deleted. */
  readonly lost: readonly string[];
  /** Deleted words. */
  readonly deleted: number;
}

/** Compares told sentences with those of the story; each is held against the one with the fewest words beyond it. */
export function lossesOf(
  told: readonly string[],
  sources: readonly string[],
  { telling, names }: { readonly telling: string; readonly names: readonly string[] },
): Losses {
  const words = new Set(telling.split(" "));
  const all = told.map((sentence) => {
    const own = wordsOf(sentence);
    const fitting = sources.filter((source) => isWithin(own, wordsOf(source)));
    const [source] = fitting.toSorted((a, b) => a.length - b.length);
    return source === undefined ? undefined : lossOf(sentence, source, words, names);
  });
  const losses = all.filter((loss) => loss !== undefined);
  return {
    strange: all.length - losses.length,
    lost: losses.flatMap(({ lost }) => lost),
    deleted: losses.reduce((sum, { deleted }) => sum + deleted, 0),
  };
}

function lossOf(
  sentence: string,
  source: string,
  telling: ReadonlySet<string>,
  names: readonly string[],
): { readonly lost: readonly string[]; readonly deleted: number } {
  const [own, before] = [countsOf(wordsOf(sentence)), countsOf(wordsOf(source))];
  const gone = [...before].filter(([word, count]) => count > (own.get(word) ?? 0)).map(([word]) => word);
  const marks = (text: string) => text.match(QUOTES)?.length ?? 0;
  const halves = names.filter((name) => {
    const parts = wordsOf(name);
    const left = parts.filter((part) => !gone.includes(part)).length;
    return source.includes(name) && left > 0 && left < parts.length;
  });
  return {
    lost: [
      ...gone.filter((word) => telling.has(word) || DIGIT.test(word)),
      ...halves,
      ...(marks(sentence) === marks(source) ? [] : ["a quotation mark"]),
    ],
    deleted: gone.length,
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Whether words stand in others in the same order, the first and the last the same. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) {
    at += other === words[at] ? 1 : 0;
  }
  return at === words.length && words[0] === others[0];
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}
