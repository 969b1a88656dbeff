import { FUNCTION_WORDS } from "../facts/slots/words.ts";
import { fold } from "../text/fold.ts";
import { once } from "../text/once.ts";
import type { Edit } from "./types.ts";

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
 * stands in a line of its own. Linear in the edits.
 */
export function saidElsewhere(edits: readonly Edit[]): (pair: { before: string; after: string }) => boolean {
  const added = once(() => indexOf(edits.flatMap((edit) => (edit.edit === "added" ? [edit.after] : []))));
  const removed = once(() =>
    indexOf(edits.flatMap((edit) => (edit.edit === "removed" ? [edit.before] : []))),
  );
  return ({ before, after }) => isSaidIn(added(), before, after) || isSaidIn(removed(), after, before);
}

/** The words of sentences, by each of their words. */
type Index = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

function indexOf(sentences: readonly string[]): Index {
  const index = new Map<string, ReadonlySet<string>[]>();
  for (const words of sentences.map(wordsOf)) {
    for (const word of words) {
      index.set(word, [...(index.get(word) ?? []), words].slice(0, MAX_CANDIDATES));
    }
  }
  return index;
}

/** Whether one of some sentences says what a sentence says and its counterpart does not, and little else. */
function isSaidIn(index: Index, sentence: string, counterpart: string): boolean {
  if (index.size === 0) {
    return false;
  }
  const words = wordsOf(sentence);
  const own = words.difference(wordsOf(counterpart));
  const [rarest = []] = [...own].map((word) => index.get(word) ?? []).toSorted((a, b) => a.length - b.length);
  return (
    own.size >= MIN_WORDS &&
    [...own].some((word) => LETTERS.test(word)) &&
    rarest.some(
      (others) => own.isSubsetOf(others) && words.intersection(others).size >= MIN_SHARE * others.size,
    )
  );
}

function wordsOf(sentence: string): ReadonlySet<string> {
  return new Set((fold(sentence).match(WORD) ?? []).filter((word) => !FUNCTION_WORDS.has(word)));
}
