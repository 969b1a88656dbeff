import type { Story } from "../../story/types.ts";
import { isCommonWord } from "../../text/background/background.ts";
import { languageOf } from "../../text/language.ts";

/** Shortest sentence, in characters, of which the language is looked at by itself. */
const MIN_LETTERS = 60;
/** Characters of a story of which the letters are looked at. */
const MAX_READ = 30_000;
/** Letters that English lacks, and how many of them make a text another language's. */
const EUROPEAN = /[àâäáãåąæçćčďéèêëęěğíîïıłñńňóôöõőøřśşšťúùûüűůýźżž]/u;
const MIN_EUROPEAN = 2;
/** BCP 47: an undetermined language of Europe. */
const SOME_EUROPEAN = "und-150";

/** BCP 47: an undetermined language; and the fewest words of a text by which it is seen not to be English, and its share of English words. */
const UNKNOWN = "und";
const MIN_WORDS = 8;
const MAX_ENGLISH = 0.25;
const WORDS = /\p{L}+/gu;

/**
 * The language of each sentence of a story, as far as the sentence shows it, or else that of the story. A story in Latin
 * letters that English lacks is of the continent, whatever its language is: its numbers are written as they are there.
 * One with few English words is of another language, of which we do not know the words.
 */
export function sentenceLanguages({ lang, text }: Story): (sentence: string) => string | undefined {
  const ofStory = lang ?? languageOf(text) ?? otherLanguage(text);
  return (sentence) => (sentence.length < MIN_LETTERS ? ofStory : (languageOf(sentence) ?? ofStory));
}

function otherLanguage(text: string): string | undefined {
  if (isEuropean(text)) {
    return SOME_EUROPEAN;
  }
  const words = text.slice(0, MAX_READ).toLowerCase().match(WORDS) ?? [];
  const english = words.filter(isCommonWord).length;
  return words.length >= MIN_WORDS && english < MAX_ENGLISH * words.length ? UNKNOWN : undefined;
}

function isEuropean(text: string): boolean {
  return text.slice(0, MAX_READ).toLowerCase().split(EUROPEAN).length > MIN_EUROPEAN;
}
