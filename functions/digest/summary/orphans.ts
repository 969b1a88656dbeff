import type { Story } from "../story/types.ts";
import { onceEach, type Row } from "../text/once.ts";
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
  all: Row<PlacedSentence>,
  { headline, lang }: Story,
  isLed: boolean,
  isRepeat: IsUnfit,
): IsUnfit {
  const read = onceEach(wordsOf);
  const isUnnamed = (sentence: string, index: number, taken: ReadonlySet<number>) => {
    const thing = knownThing(sentence);
    const isNamed = (text: string) => thing.some((word) => read(text).has(word));
    const isNamedAt = (at: number) => isNamed(all.at(at)?.sentence ?? "");
    const isTold = isNamed(headline) || [...taken].some(isNamedAt);
    return thing.length > 0 && !isTold && Array.from({ length: index }, (_, at) => at).some(isNamedAt);
  };
  return (index, taken) => {
    const [before, own] = [index > 0 ? all.at(index - 1) : undefined, all.at(index)];
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
