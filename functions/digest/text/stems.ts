import { normalForm } from "./normal-form.ts";
import { hasUnspaced, termsOfWord } from "./scripts.ts";
import { isPlainWord, joinedWords } from "./tokens.ts";

/** English function words, which say nothing about the subject of a text. */
const STOP_WORDS = new Set(
  (
    "a about above after again against ain all also am among an and any are aren't as at be became because been before " +
    "being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during " +
    "each either else ever every few for from further get got had hadn't has hasn't have haven't having he he's her here " +
    "hers herself him himself his how however i i'm if in into is isn't it it's its itself just let like made make many " +
    "may me might more most much must my myself neither no nor not now of off on once one only onto or other our ours out " +
    "over own per rather said same say says she she's should shouldn't since so some such than that that's the their " +
    "theirs them themselves then there there's these they they're this those though through to told too toward towards " +
    "under until up upon us very was wasn't we we're were weren't what when where which while who whom whose why will " +
    "with within without won't would wouldn't yet you you're your yours"
  ).split(" "),
);
const MAX_WORD_LENGTH = 40;
/** In languages other than English, most function words are short. */
const SHORTEST_FOREIGN = 4;
const SPACED_SCRIPT = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{M}'’]+$/u;

/**
 * The stems of the content words of a text, in order, with repeats; character bigrams in unspaced scripts.
 * Stems are for comparison, not for display. `lang` is a BCP 47 tag, English if unknown. Linear time.
 */
export function stemsOf(text: string, lang = "en"): string[] {
  return stemReader(lang)(text);
}

/** As {@link stemsOf}, for texts that share most of their words, as the sentences of a story do: each word is read once. */
export function stemReader(lang = "en"): (text: string) => string[] {
  const isContent = lang === "en" ? isEnglishContent : isForeignContent;
  const known = new Map<string, string>();
  const read = (term: string) => {
    const word = plain(term);
    const found = isContent(word) ? stem(word) : NO_STEM;
    known.set(term, found);
    return found;
  };
  return (text) =>
    termsIn(text)
      .map((term) => known.get(term) ?? read(term))
      .filter((found) => found !== NO_STEM);
}

/** Of a word that says nothing about the subject. */
const NO_STEM = "";

function termsIn(text: string): readonly string[] {
  const words = joinedWords(normalForm(text, "NFC").toLowerCase());
  return hasUnspaced(text) ? words.flatMap(termsOfWord) : words;
}

function plain(word: string): string {
  const cut = word.length > MAX_WORD_LENGTH ? word.slice(0, MAX_WORD_LENGTH) : word;
  return /['’]/.test(cut) ? cut.replaceAll("’", "'").replace(/'s?$/, "") : cut;
}

function isEnglishContent(word: string): boolean {
  return !STOP_WORDS.has(word) && (word.length > 1 || /\p{N}/u.test(word));
}

function isForeignContent(word: string): boolean {
  return isEnglishContent(word) && (word.length >= SHORTEST_FOREIGN || !SPACED_SCRIPT.test(word));
}

/** Suffixes and their replacements, by the last letter; the first match applies. A stem never has fewer than three letters. */
const SUFFIXES = Map.groupBy(
  [
    ...suffixes("ss us is"),
    ...suffixes("iest ier ies ied ily", "y"),
    ...suffixes("ations ation ators ator ating ated ates ate", "at"),
    ...suffixes("ments ment ingly edly ings ing ers er ed es ly s e", ""),
  ],
  ({ suffix }) => suffix.charCodeAt(suffix.length - 1),
);

interface Suffix {
  readonly suffix: string;
  readonly replacement: string;
}

/** Suffixes that share a replacement, or are kept. */
function suffixes(list: string, replacement?: string): readonly Suffix[] {
  return list.split(" ").map((suffix) => ({ suffix, replacement: replacement ?? suffix }));
}

/** Scripts whose languages inflect by suffix, without rules here, and the length their words are cut to. */
const INFLECTED_SCRIPT = /^[\p{sc=Cyrillic}\p{sc=Greek}]/u;
const INFLECTED_LENGTH = 6;

/**
 * A word without its suffix: a light relative of Porter's stemmer (1980), at most three steps. A Cyrillic or
 * Greek word is cut to six letters, so that most of its case forms count as one.
 */
export function stem(word: string): string {
  if (word.length < 4) {
    return word;
  }
  if (!isPlainWord(word)) {
    if (/\p{N}/u.test(word)) {
      return word;
    }
    if (INFLECTED_SCRIPT.test(word)) {
      return word.slice(0, INFLECTED_LENGTH);
    }
  }
  const cut = withoutSuffix(word);
  if (cut.length < 3) {
    return word;
  }
  const isSoft = cut.length > 3 && cut.endsWith("y") && !VOWELS.includes(cut.charAt(cut.length - 2));
  return undouble(isSoft ? `${cut.slice(0, -1)}i` : cut);
}

function withoutSuffix(word: string): string {
  const found = SUFFIXES.get(word.charCodeAt(word.length - 1))?.find(({ suffix }) => word.endsWith(suffix));
  return found === undefined ? word : word.slice(0, -found.suffix.length) + found.replacement;
}

const VOWELS = "aeiou";
const DOUBLED = "bdgmnprt";

/** "stopp" from "stopped" becomes "stop"; "kill" and "pass" keep their letters. */
function undouble(word: string): string {
  const last = word.at(-1) ?? "";
  return last === word.at(-2) && DOUBLED.includes(last) ? word.slice(0, -1) : word;
}
