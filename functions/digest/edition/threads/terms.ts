import { normalForm } from "../../text/normal-form.ts";
import { hasUnspaced, termsOfWord } from "../../text/scripts.ts";
import { stemsOf } from "../../text/stems.ts";
import { hasCapital, isSmallLetter, joinedWordEnd, wordStart } from "../../text/tokens.ts";

/** A content word of a text. */
export interface Term {
  readonly stem: string;
  /** The position of the word in the text, from 0. */
  readonly place: number;
  /** Whether it is capitalised; `undefined` where any word would be, and in scripts without case. */
  readonly isCapital: boolean | undefined;
}

/** Words read from a text: the topic of a story is in its first words, and reading more made no measurable difference. */
export const MAX_READ_WORDS = 400;
/** More than 400 words in any language, so that a text of a megabyte costs no more than others. */
const MAX_TERM_CHARACTERS = 8_000;
/** Distinct words whose stems are cached, so that hostile text does not exhaust memory. */
const MAX_REMEMBERED = 100_000;

const LATIN_OR_NUMBER = /^[\p{sc=Latin}\p{N}'’.,]+$/u;
const INFLECTED = /^[\p{sc=Cyrillic}\p{sc=Greek}]/u;
const ROOT_LETTERS = 5;
const ARABIC_ARTICLE = /^و?ال(?=.{3})/u;
const CASED = /^[\p{Lu}\p{Ll}]/u;
/** Punctuation before a word that starts a sentence, a line or a quotation. */
const OPENING = /[.!?…:"“”„«»\n]/;

/**
 * Reads the terms of texts, in order, with repeats: stems or, in scripts without spaces between words, pairs of adjacent
 * characters. Reads only the first 400 words (or pairs) of a text, and no more characters than they can need. The reader
 * caches stems across texts.
 */
export function termReader(): (text: string) => Term[] {
  const known = new Map<string, string>();
  return (text) => {
    const terms: Term[] = [];
    for (const [place, { word, isCapital }] of wordsOf(
      normalForm(text.slice(0, MAX_TERM_CHARACTERS), "NFC"),
    ).entries()) {
      const stem = stemOfWord(word, known);
      if (stem !== "") {
        terms.push({ stem, place, isCapital });
      }
    }
    return terms;
  };
}

interface Word {
  readonly word: string;
  readonly isCapital: boolean | undefined;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (let index = wordStart(text, 0); index < text.length; index = wordStart(text, end)) {
    if (words.length >= MAX_READ_WORDS) {
      break;
    }
    const word = text.slice(index, joinedWordEnd(text, index));
    const isOwnCase = words.length > 0 && isCased(word) && !isOpened(text, end, index);
    const isCapital = isOwnCase ? hasCapital(word) : undefined;
    if (hasUnspaced(word)) {
      words.push(...partsOf(word));
    } else {
      words.push({ word, isCapital });
    }
    end = index + word.length;
  }
  return words.slice(0, MAX_READ_WORDS);
}

function isCased(word: string): boolean {
  return isSmallLetter(word.charCodeAt(0)) || CASED.test(word);
}

/** Whether what stands between two words begins a sentence, a line or a quotation: most often, a space does not. */
function isOpened(text: string, from: number, to: number): boolean {
  return !(to === from + 1 && text.charAt(from) === " ") && OPENING.test(text.slice(from, to));
}

function partsOf(run: string): Word[] {
  return termsOfWord(run.slice(0, 2 * MAX_READ_WORDS)).map((word) => ({ word, isCapital: undefined }));
}

function stemOfWord(word: string, known: Map<string, string>): string {
  const remembered = known.get(word);
  if (remembered !== undefined) {
    return remembered;
  }
  const stem = LATIN_OR_NUMBER.test(word) ? (stemsOf(word)[0] ?? "") : rootOf(word.toLowerCase());
  if (known.size < MAX_REMEMBERED) {
    known.set(word, stem);
  }
  return stem;
}

/**
 * The first letters replace a stem in highly inflected languages, where they are nearly as good (McNamee, Nicholas and
 * Mayfield, 2009); in Arabic script the article is stripped from the front.
 */
function rootOf(word: string): string {
  return INFLECTED.test(word) ? word.slice(0, ROOT_LETTERS) : word.replace(ARABIC_ARTICLE, "");
}
