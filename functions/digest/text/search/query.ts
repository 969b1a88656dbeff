import { fold } from "../fold.ts";
import { normalForm } from "../normal-form.ts";

/** What a text has to have; see {@link queryOf}. */
export type Query = readonly RegExp[];

/** Words of a query that are looked for; a longer one has all of its first. */
const MAX_SEARCHED_TERMS = 24;

/** Accents, and points of Arabic and Hebrew; marks of scripts in which they are vowels stay. */
const DIACRITICS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]/g;
/** Letters with a stroke, and two in one, that do not come apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
};
const LETTER = /[ßæœøđðħıłþ]/g;
const BEYOND_ASCII = /[^ -~]/;

/** Scripts without blanks between words: what is asked for may stand anywhere. */
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
/** What words are made of in scripts with blanks. */
const IN_WORD = String.raw`[[\p{L}\p{M}\p{N}]--[${SPACELESS}]]`;
const BETWEEN = String.raw`[^\p{L}\p{M}\p{N}\n]+`;
/** A phrase in quotation marks, or what stands between blanks. */
const TERM = /"([^"]*)"|([^\s"]+)/g;
const WORD = new RegExp(String.raw`[${SPACELESS}\p{M}]+|${IN_WORD}+`, "gv");
const IS_SPACELESS = new RegExp(`[${SPACELESS}]`, "v");
const DIGIT = /\p{N}$/u;

/** Fields as they are searched, each in a line: what stands side by side stands in one of them. */
export function searchedIn(fields: readonly string[]): string {
  return fields.map(foldSearched).join("\n");
}

/** Without case, accents, the kind of quotation marks, and lines. */
function foldSearched(text: string): string {
  const folded = fold(text);
  return BEYOND_ASCII.test(folded)
    ? normalForm(apart(folded).replace(DIACRITICS, ""), "NFC").replace(
        LETTER,
        (letter) => LETTERS[letter] ?? letter,
      )
    : folded;
}

/** Letters and their marks, one by one, in their plain forms. */
function apart(text: string): string {
  return normalForm(normalForm(text, "NFKC"), "NFD");
}

/**
 * What a text has to have: each word, whole or as the beginning of a longer one; a figure, and the words of a phrase in quotation marks, only
 * whole; what is written without blanks anywhere. Empty if the query has no word.
 */
export function queryOf(text: string): Query {
  const terms = [...foldSearched(text).matchAll(TERM)].slice(0, MAX_SEARCHED_TERMS);
  return terms.flatMap(([, phrase, word = ""]) => termOf(phrase ?? word, phrase !== undefined));
}

/** `12.5` and `covid-19` are two words that stand side by side. */
function termOf(term: string, isWhole: boolean): readonly RegExp[] {
  const words = term.match(WORD) ?? [];
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (first === "") {
    return [];
  }
  const start = IS_SPACELESS.test(first) ? "" : `(?<!${IN_WORD})`;
  const isOpen = IS_SPACELESS.test(last) || !(isWhole || DIGIT.test(last));
  return [new RegExp(start + pattern(words) + (isOpen ? "" : `(?!${IN_WORD})`), "v")];
}

/** Words that stand side by side; nothing need stand between a word and one of a script without blanks. */
function pattern(words: readonly string[]): string {
  return words.reduce((all, word, n) => {
    const isClose = IS_SPACELESS.test(word) || IS_SPACELESS.test(words[n - 1] ?? "");
    return n === 0 ? word : `${all}(?:${BETWEEN})${isClose ? "?" : ""}${word}`;
  }, "");
}

/** Whether a text has all that a query asks for; see {@link searchedIn}. */
export function isFound(query: Query, searched: string): boolean {
  return query.every((term) => term.test(searched));
}
