import { FUNCTION_WORDS } from "../../facts/slots/words.ts";
import { once } from "../../text/once.ts";
import type { Edit } from "../types.ts";

/** Words that went from a sentence, without small ones, by which it is known again elsewhere. */
const MIN_WORDS = 2;
/** How much of the other sentence has to stand in it. */
const MIN_SHARE = 0.6;
/** Sentences looked at for one that may say the same. */
const MAX_CANDIDATES = 20;
/** A word beside figures, which another line may have by chance. */
const LETTERS = /\p{L}{3}/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Whether an edited sentence is said by another one now, or was: of a list that grew by "and Mainz in 2024", the old last member
 * stands in a line of its own. `folded` is what sentences are compared by. Linear in the edits.
 */
export function saidElsewhere(
  edits: readonly Edit[],
  folded: (sentence: string) => string,
): (pair: { before: string; after: string }) => boolean {
  const listWords = (sentence: string) => wordsIn(folded(sentence));
  const added = once(() =>
    indexOf(
      edits.flatMap((edit) => (edit.edit === "added" ? [edit.after] : [])),
      listWords,
    ),
  );
  const removed = once(() =>
    indexOf(
      edits.flatMap((edit) => (edit.edit === "removed" ? [edit.before] : [])),
      listWords,
    ),
  );
  return (pair) => {
    if (added().size === 0 && removed().size === 0) {
      return false;
    }
    const [before, after] = [new Set(listWords(pair.before)), new Set(listWords(pair.after))];
    return isSaidIn(added(), before, after) || isSaidIn(removed(), after, before);
  };
}

/** The words of a sentence. */
type Words = ReadonlySet<string>;

/** The first sentences with a word, by the word; their words are found once they are looked at. */
type Index = ReadonlyMap<string, readonly (() => Words)[]>;

function indexOf(sentences: readonly string[], listWords: (sentence: string) => readonly string[]): Index {
  const index = new Map<string, (() => Words)[]>();
  for (const sentence of sentences) {
    const words = once(() => new Set(listWords(sentence)));
    for (const word of listWords(sentence)) {
      const known = index.get(word);
      if (known === undefined) {
        index.set(word, [words]);
      } else if (known.length < MAX_CANDIDATES && known.at(-1) !== words) {
        known.push(words);
      }
    }
  }
  return index;
}

/** Whether one of some sentences says what a sentence says and its counterpart does not, and little else. */
function isSaidIn(index: Index, words: Words, counterpart: Words): boolean {
  const own = words.difference(counterpart);
  const [rarest = []] = [...own].map((word) => index.get(word) ?? []).toSorted((a, b) => a.length - b.length);
  return (
    own.size >= MIN_WORDS &&
    [...own].some((word) => LETTERS.test(word)) &&
    rarest.some((wordsOfOther) => {
      const others = wordsOfOther();
      return own.isSubsetOf(others) && words.intersection(others).size >= MIN_SHARE * others.size;
    })
  );
}

/** The words of a folded sentence, without small ones. */
function wordsIn(folded: string): readonly string[] {
  return (folded.match(WORD) ?? []).filter((word) => !FUNCTION_WORDS.has(word));
}
