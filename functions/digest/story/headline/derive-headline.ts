import { splitSentences } from "../../text/sentences/sentences.ts";
import { compressEnglish } from "./compress-english.ts";
import { boundHeadline } from "./headline.ts";
import { bare, opensPhrase, wordsOf } from "./headline-words.ts";

/** Longest derived headline, in words. */
const MAX_DERIVED_WORDS = 12;
/** A shorter beginning, in words, does not represent its sentence. */
const MIN_WORDS = 4;
/** How much of a paragraph is searched for its first sentence, and how much of that is compressed; in characters. */
const SEARCHED = 3000;
const COMPRESSED = 600;
/** How many sentences are tried if the first is too short for a headline ("Wow."); it is used if all are. */
const TRIED = 3;
/** Longest headline in an unspaced script, in characters. */
const MAX_UNSPACED = 40;

/**
 * A headline of at most 12 words made from the first sentence of a paragraph; "" if it has no words. English
 * (or an unknown language) is compressed by rule; other languages are cut at the end of a clause or else at
 * 12 words, unspaced scripts at the end of a clause or else at 40 characters. Nothing is added to what was
 * said.
 */
export function deriveHeadline(paragraph: string, lang = "en"): string {
  const sentences = splitSentences(paragraph.slice(0, SEARCHED)).slice(0, TRIED);
  const sentence = (sentences.find(isLongEnough) ?? sentences[0] ?? "").slice(0, COMPRESSED);
  if (!isSpaced(sentence)) {
    return boundHeadline(cutUnspaced(sentence));
  }
  return boundHeadline(lang === "en" ? compressEnglish(sentence, MAX_DERIVED_WORDS) : cutAtClause(sentence));
}

function isLongEnough(sentence: string): boolean {
  return wordsOf(sentence.slice(0, COMPRESSED)).length >= MIN_WORDS || !isSpaced(sentence);
}

/** Whether words are separated by spaces: not in an unspaced script, nor in a run of letters longer than any word. */
function isSpaced(sentence: string): boolean {
  const start = sentence.slice(0, 3 * MAX_UNSPACED);
  return /\s/.test(start) || (sentence.length <= MAX_UNSPACED && !UNSPACED.test(start));
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CLAUSE_END = /[,;:،؛–—]$|[”»“]$/u;

/**
 * The longest beginning of at most 12 words that consists of whole clauses, or else ends before a preposition
 * or the like; for any language.
 */
function cutAtClause(sentence: string): string {
  const words = wordsOf(bare(sentence));
  if (words.length <= MAX_DERIVED_WORDS) {
    return words.join(" ");
  }
  const isClauseEnd = (length: number) => CLAUSE_END.test(words[length - 1] ?? "");
  const isPhraseEnd = (length: number) => opensPhrase(words[length]);
  let length = longest(isClauseEnd) ?? longest(isPhraseEnd) ?? MAX_DERIVED_WORDS;
  while (length > 1 && (opensPhrase(words[length - 1]) || ABBREVIATION.test(words[length - 1] ?? ""))) {
    length--;
  }
  return bare(words.slice(0, length).join(" "));
}

const ABBREVIATION = /^(?:\p{L}{1,3}\.|\d+\.?)$/u;

/** The greatest length at which the headline may end; `undefined` if there is none. */
function longest(mayEnd: (length: number) => boolean): number | undefined {
  for (let length = MAX_DERIVED_WORDS; length > MIN_WORDS; length--) {
    if (mayEnd(length)) {
      return length;
    }
  }
  return undefined;
}

const CLAUSE = /^[^，；：,;]{6,40}(?=[，；：,;])/u;
/** The comma between items of a Chinese list; in Japanese, it ends a clause. */
const JAPANESE_CLAUSE = /^.{6,40}(?=、)/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Chinese, Japanese, Thai: the first clause, or as much of the sentence as fits. */
function cutUnspaced(sentence: string): string {
  const clause = (KANA.test(sentence) ? JAPANESE_CLAUSE : CLAUSE).exec(sentence)?.[0];
  const text = clause ?? [...sentence.slice(0, 2 * MAX_UNSPACED)].slice(0, MAX_UNSPACED).join("");
  return text.replace(/[。！？｡।.!?、，\s]+$/u, "");
}
