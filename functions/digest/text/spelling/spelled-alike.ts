import { normalForm } from "../normal-form.ts";
import { isOneLetterApart } from "./one-letter-apart.ts";
import { inOneSpelling } from "./one-spelling.ts";

/** Accents; in other scripts such marks are vowels. */
const ACCENT = /(?<=[\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu;
/** "IIIª". */
const ORDINAL = /[ªº]/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Letters of a word in which one may be mistyped. */
const MIN_TYPED = 5;
/** A letter that stands for two or three in a text taken from a PDF: "jusƟcia". */
const LIGATURE = /^[^\p{ASCII}]$/u;
const UNDONE = /^\p{ASCII}{2,3}$/u;

/**
 * Whether two runs of words differ in marks, blanks, case or the spelling of a country at most: "Lequipe", "L’equipe"; and in
 * accents, but for English, where only names have them.
 */
export function areSpelledAlike(a: string, b: string, lang = ""): boolean {
  const isEnglish = lang.startsWith("en");
  const [one, other] = [a, b].map((text) => (isEnglish ? plainLetters(text) : lettersOf(text)));
  return one !== undefined && one !== "" && one === other;
}

/** Whether one word may be the other mistyped: a letter is missing, added, swapped or another one, or its plural or a ligature is lost. */
export function isMistyped(a: string, b: string): boolean {
  const [one = "", other = ""] = [a, b].map(lettersOf);
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return (
    one === other ||
    (short.length >= MIN_TYPED && (isOneLetterApart(one, other) || long === `${short}s`)) ||
    isLigatureLost(one, other)
  );
}

/** Whether a letter of one word stands for two or three of the other: "jusƟcia". */
export function isLigatureLost(a: string, b: string): boolean {
  return standsFor(a, b) || standsFor(b, a);
}

function standsFor(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) {
    end += 1;
  }
  const [ligature, letters] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return start + end >= MIN_TYPED - 1 && LIGATURE.test(ligature) && UNDONE.test(letters);
}

/** The letters and digits of a text, without accents. */
function lettersOf(text: string): string {
  return plainLetters(normalForm(text, "NFD").replace(ACCENT, ""));
}

function plainLetters(text: string): string {
  return (text.toLowerCase().replace(ORDINAL, "").match(WORD) ?? []).map(inOneSpelling).join("");
}
