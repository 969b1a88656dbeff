import { hasUnspaced, termsOfWord } from "../../text/scripts.ts";
import { stemsOf } from "../../text/stems.ts";

/** A content word of a text. */
export interface Term {
  readonly stem: string;
  /** Which word of the text it is, from 0. */
  readonly place: number;
  /** Whether it has a capital; `undefined` where every word would, and in scripts without capitals. */
  readonly isCapital: boolean | undefined;
}

/** Words read from a text: what a story is about stands in front, and reading on was measured to add nothing. */
const MAX_WORDS = 400;
/** Longer than 400 words of any language, so that a text of a megabyte costs no more than others. */
const MAX_TERM_CHARACTERS = 8_000;
/** Distinct words whose stem is remembered, so that hostile text costs no memory. */
const MAX_REMEMBERED = 100_000;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const LATIN_OR_NUMBER = /^[\p{sc=Latin}\p{N}'’.,]+$/u;
const INFLECTED = /^[\p{sc=Cyrillic}\p{sc=Greek}]/u;
const ROOT_LETTERS = 5;
const ARABIC_ARTICLE = /^و?ال(?=.{3})/u;
const CASED = /^[\p{Lu}\p{Ll}]/u;
const CAPITAL = /^\p{Lu}/u;
/** What stands before a word that begins a sentence, a line or a quotation. */
const OPENING = /[.!?…:"“”„«»\n]/;

/**
 * Reads the terms of texts, in order, with repeats: stems, and pairs of neighbouring characters where a script has no
 * spaces between words. Only the first 400 words (or pairs) of a text are read, and no more of it than they can need. The
 * reader remembers stems from text to text.
 */
export function termReader(): (text: string) => Term[] {
  const known = new Map<string, string>();
  return (text) =>
    wordsOf(text.slice(0, MAX_TERM_CHARACTERS).normalize("NFC")).flatMap(({ word, isCapital }, place) => {
      const stem = stemOfWord(word, known);
      return stem === "" ? [] : [{ stem, place, isCapital }];
    });
}

interface Word {
  readonly word: string;
  readonly isCapital: boolean | undefined;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (words.length >= MAX_WORDS) break;
    const isOwnCase = words.length > 0 && CASED.test(word) && !OPENING.test(text.slice(end, index));
    const isCapital = isOwnCase ? CAPITAL.test(word) : undefined;
    if (hasUnspaced(word)) words.push(...partsOf(word));
    else words.push({ word, isCapital });
    end = index + word.length;
  }
  return words.slice(0, MAX_WORDS);
}

function partsOf(run: string): Word[] {
  return termsOfWord(run.slice(0, 2 * MAX_WORDS)).map((word) => ({ word, isCapital: undefined }));
}

function stemOfWord(word: string, known: Map<string, string>): string {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const stem = LATIN_OR_NUMBER.test(word) ? (stemsOf(word)[0] ?? "") : rootOf(word.toLowerCase());
  if (known.size < MAX_REMEMBERED) known.set(word, stem);
  return stem;
}

/**
 * The first letters serve as a stem where endings are many, and are nearly as good as one (McNamee, Nicholas and Mayfield,
 * 2009); in Arabic script the article stands in front.
 */
function rootOf(word: string): string {
  return INFLECTED.test(word) ? word.slice(0, ROOT_LETTERS) : word.replace(ARABIC_ARTICLE, "");
}
