/** Around what is raised, until the text before and after it is known; no text has these. */
export const RAISED = "\ufdd2";
export const LOWERED = "\ufdd3";

const RAISED_TEXT = /\ufdd2([^\ufdd2\ufdd3]{0,60})\ufdd3/g;
const LEFT_OVER = /[\ufdd2\ufdd3]/g;
/** "7", "[12]", "1,2", "a", "*": the mark of a footnote, or the number of a paragraph. */
const MARK = /^[[(]?(?:\p{Nd}{1,3}(?:[,;–-]\p{Nd}{1,3}){0,9}[a-z]?|[a-z]|[*†‡]{1,3})?[\])]?[,;]?$/u;
const EXPONENT = /^[-−]?\p{Nd}{1,2}$/u;
/** A digit, or a unit of one to three letters after one. */
const BEFORE_EXPONENT = /(?:\p{Nd}|(?:^|[\p{Nd}\s/(·])(?:[kcdmµn]?m|ft|in|yd|s|x|n|R|CO))$/u;
/** "3^e^", "XX^e^", "n^o^": the ending of an ordinal, and no mark. */
const LETTER = /^\p{L}$/u;
const BEFORE_ENDING = /(?:\p{Nd}|[IVXLCDM]|(?:^|[^\p{L}])\p{L}{1,2})$/u;
const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789-−"].map((digit, n) => [digit, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻"][n] ?? ""]),
);
/** Letters before what is raised that are looked at. */
const REACH = 12;

/**
 * A text without the marks of its footnotes: "Rat⁷" is "Rat", whose number is none of the text's. Exponents are raised digits ("m²",
 * "10⁶"), the halves of a fraction stand beside it ("10 1/2"), and all else, as the ending of an ordinal, is kept. Linear.
 */
export function withSuperscripts(text: string): string {
  if (!text.includes(RAISED)) {
    return text;
  }
  const plain = text.replace(RAISED_TEXT, (_, raised: string, at: number) => {
    const before = text.slice(Math.max(0, at - REACH), at);
    const next = text.charAt(at + raised.length + 2);
    return told(raised.trim(), before, next) ?? raised;
  });
  return plain.replace(LEFT_OVER, "");
}

/** What is told of a short mark; `undefined` for any other words. */
function told(raised: string, before: string, next: string): string | undefined {
  if (EXPONENT.test(raised) && next !== "/" && BEFORE_EXPONENT.test(before)) {
    return [...raised].map((digit) => DIGITS[digit] ?? digit).join("");
  }
  if (!MARK.test(raised) || (LETTER.test(raised) && BEFORE_ENDING.test(before))) {
    return undefined;
  }
  if (next === "/" || next === "⁄") {
    return /\p{Nd}$/u.test(before) ? ` ${raised}` : raised;
  }
  return "";
}
