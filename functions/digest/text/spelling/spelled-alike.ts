import { normalForm } from "../normal-form.ts";
import { differing } from "./differing.ts";
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
  const [one, other] = [plainLetters(a), plainLetters(b)];
  return one !== "" && (one === other || (!lang.startsWith("en") && lettersOf(a) === lettersOf(b)));
}

/** Whether two words differ in their accents alone: "Haydee", "Haydée". */
export function differInAccents(a: string, b: string): boolean {
  return plainLetters(a) !== plainLetters(b) && lettersOf(a) === lettersOf(b);
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
  const { start, end, one, other } = differing(a, b);
  const isLigature = (LIGATURE.test(one) && UNDONE.test(other)) || (LIGATURE.test(other) && UNDONE.test(one));
  return start + end >= MIN_TYPED - 1 && isLigature;
}

/** The letters and digits of a text, without accents. */
function lettersOf(text: string): string {
  return plainLetters(normalForm(text, "NFD").replace(ACCENT, ""));
}

function plainLetters(text: string): string {
  return (text.toLowerCase().replace(ORDINAL, "").match(WORD) ?? []).map(inOneSpelling).join("");
}
