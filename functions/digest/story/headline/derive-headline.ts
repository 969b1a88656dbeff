import { splitSentences } from "../../text/sentences/sentences.ts";
import { splitAttribution } from "./attribution.ts";
import { compressEnglish } from "./compress-english.ts";
import { losesDoubt } from "./doubt.ts";
import { boundHeadline } from "./headline.ts";
import { bare, isInsideName, opensPhrase, PARTICLE, wordsOf } from "./headline-words.ts";

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
 * A headline of at most 12 words, 14 if no phrase ends before, and the source of the claim, made from the first sentence of a
 * paragraph; "" if it has no words. English (or an unknown language) is compressed by rule; other languages are cut at the end
 * of a clause or else at 12 words, unspaced scripts at the end of a clause or else at 40 characters. Nothing is added to what was
 * said, and whose claim it is stays in it; a sentence that would lose a doubt or a condition is kept whole.
 */
export function deriveHeadline(paragraph: string, lang = "en"): string {
  const sentences = splitSentences(paragraph.slice(0, SEARCHED)).slice(0, TRIED);
  const sentence = (sentences.find(isLongEnough) ?? sentences[0] ?? "").slice(0, COMPRESSED);
  const headline = isSpaced(sentence) ? shorten(sentence, lang) : cutUnspaced(sentence);
  return boundHeadline(losesDoubt(sentence, headline) ? bare(sentence) : headline);
}

function shorten(sentence: string, lang: string): string {
  const short = (text: string) =>
    lang === "en" ? compressEnglish(text, MAX_DERIVED_WORDS) : cutAtClause(text);
  const attributed = wordsOf(sentence).length > MAX_DERIVED_WORDS ? splitAttribution(sentence) : undefined;
  if (attributed === undefined) {
    return short(sentence);
  }
  return `${bare(short(attributed.claim))}, ${attributed.source}`;
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
  while (length > 1 && isBrokenOff(words, length)) {
    length--;
  }
  return bare(words.slice(0, length).join(" "));
}

/** Whether a beginning of a sentence ends in a word that needs another, or inside a name. */
function isBrokenOff(words: readonly string[], length: number): boolean {
  const [last = "", next = "", afterNext = ""] = words.slice(length - 1, length + 2);
  const isName = length > MIN_WORDS && PARTICLE.test(next) && isInsideName(last, next, afterNext);
  return opensPhrase(last) || ABBREVIATION.test(last) || isName;
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

/** A Chinese clause that only names the source of the next. */
const SOURCE_CLAUSE = /^[^，；：]{2,40}(?:称|稱|表示|说|說|指出|透露|宣布|报道|報道|消息)[，：]/u;

/** Chinese, Japanese, Thai: the first clause, with the one that names its source, or as much of the sentence as fits. */
function cutUnspaced(sentence: string): string {
  const source = SOURCE_CLAUSE.exec(sentence)?.[0] ?? "";
  const rest = sentence.slice(source.length);
  const clause = (KANA.test(rest) ? JAPANESE_CLAUSE : CLAUSE).exec(rest)?.[0];
  const text = clause ?? [...rest.slice(0, 2 * MAX_UNSPACED)].slice(0, MAX_UNSPACED).join("");
  return `${source}${text}`.replace(/[。！？｡।.!?、，\s]+$/u, "");
}
