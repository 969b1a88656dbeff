import type { Story } from "../story/types.ts";
import type { IsUnfit } from "./choose.ts";
import { answersQuestion, isDependent, knownThing } from "./openers.ts";
import { isQuestion } from "./sentence-form.ts";
import type { PlacedSentence } from "./sentences.ts";

/** Letters of a sentence in which what it speaks of is sought. */
const MAX_THING_LETTERS = 2_000;

/**
 * Whether a sentence needs others than those taken: it opens with a pronoun or a connective and the one before is left out (or,
 * with `isLed`, a list before the first), it answers a question, or it speaks of "the ferry" and only sentences left out have named one.
 */
export function orphansIn(
  all: readonly PlacedSentence[],
  { headline, lang }: Story,
  isLed: boolean,
  isRepeat: IsUnfit,
): IsUnfit {
  const words = all.map(({ sentence }) => wordsOf(sentence));
  const inHeadline = wordsOf(headline);
  const isUnnamed = (sentence: string, index: number, taken: ReadonlySet<number>) => {
    const thing = knownThing(sentence);
    const names = (named: ReadonlySet<string>) => thing.some((word) => named.has(word));
    const isTold = names(inHeadline) || words.some((named, at) => taken.has(at) && names(named));
    return !isTold && words.slice(0, index).some(names);
  };
  return (index, taken) => {
    const [before, own] = [all[index - 1], all[index]];
    const sentence = own?.sentence ?? "";
    if (before === undefined) {
      return isLed && isDependent(sentence, lang);
    }
    return (
      !taken.has(index - 1) &&
      (own?.isQuoted === true ||
        (taken.size > 0 && own?.paragraph === before.paragraph && !isRepeat(index - 1, taken)) ||
        (isQuestion(before.sentence) && answersQuestion(sentence)) ||
        isDependent(sentence, lang) ||
        isUnnamed(sentence, index, taken))
    );
  };
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, MAX_THING_LETTERS)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );
}
