import { wordSet } from "../../phrases.ts";

/** Languages that write 1.234,5: the dot groups, the comma starts the decimals. */
const COMMA_DECIMALS = wordSet(
  "de fr es it nl pt pl ru uk be bg cs sk sl hr sr ro hu tr el da sv nb no fi is id vi ca gl eu lt lv et",
);
const DIGIT = /\p{Nd}/gu;
const PLAIN = /^\d+$/;
const NOT_ASCII = /[^ -~]/;
const BLANKS = /[\u00a0\u2009\u202f'’]/g;
/** Groups of three; in India the groups before the last have two digits. */
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$/;
const DOT_GROUPS = /^\d{1,3}(?:\.\d{3})+$/;

/** The digits of any script as those of ASCII; other characters stay. */
export function asciiDigits(text: string): string {
  return NOT_ASCII.test(text) ? text.replace(DIGIT, (digit) => String(digitValue(digit))) : text;
}

/** Unicode puts the ten digits of a script in order, zero first. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
  }
  return (code - zero) % 10;
}

/**
 * Digits with separators as a plain decimal number: no groups, a point, no needless zeros. Two kinds of separator show
 * which is which; one alone is read as the language writes it. `undefined` for what is no number ("1.2.3").
 */
export function plainDecimal(digits: string, lang?: string): string | undefined {
  if (PLAIN.test(digits)) {
    return decimal(digits);
  }
  const plain = asciiDigits(digits)
    .replaceAll(BLANKS, "")
    .replaceAll("٬", ",")
    .replaceAll("٫", ".")
    .replaceAll("·", ".");
  const [comma, dot] = [plain.lastIndexOf(","), plain.lastIndexOf(".")];
  if (comma >= 0 && dot >= 0) {
    return comma > dot ? withGroups(plain, ".", ",") : withGroups(plain, ",", ".");
  }
  if (comma < 0 && dot < 0) {
    return decimal(plain);
  }
  return withOneSeparator(plain, comma >= 0 ? "," : ".", lang);
}

/** "1,000" and "12.000" are thousands wherever the mark is the decimal point, too: nobody writes three zeros there. */
const ROUND_THOUSANDS = /^[1-9]\d{0,2}[.,]000$/;

function withOneSeparator(plain: string, separator: "," | ".", lang: string | undefined): string | undefined {
  const isRepeated = plain.indexOf(separator) !== plain.lastIndexOf(separator);
  const groups = hasCommaDecimals(lang) ? DOT_GROUPS : COMMA_GROUPS;
  const isGrouped = groups.test(plain) || ROUND_THOUSANDS.test(plain);
  return isRepeated || isGrouped ? withGroups(plain, separator, "") : withGroups(plain, "", separator);
}

/** `und-150` stands for an unknown language of continental Europe. */
function hasCommaDecimals(lang = ""): boolean {
  return lang === "und-150" || COMMA_DECIMALS.has(lang.toLowerCase().split("-")[0] ?? "");
}

/** The number with these separators of groups and decimals; `undefined` if its groups are none. */
function withGroups(text: string, group: string, point: string): string | undefined {
  const [whole = "", fraction, ...more] = point === "" ? [text] : text.split(point);
  const groups = group === "" ? [whole] : whole.split(group);
  const isGrouped = groups
    .slice(1)
    .every((part, n, { length }) => part.length === 3 || (n < length - 1 && part.length === 2));
  if (more.length > 0 || !isGrouped) {
    return undefined;
  }
  return decimal(fraction === undefined ? groups.join("") : `${groups.join("")}.${fraction}`);
}

/** A string, as the number may exceed the precision of a double. */
function decimal(text: string): string | undefined {
  if (!/^\d+(?:\.\d+)?$/.test(text)) {
    return undefined;
  }
  const [whole = "", fraction = ""] = text.split(".");
  const tail = fraction.replace(/0+$/, "");
  const head = whole.replace(/^0+(?=\d)/, "");
  return tail === "" ? head : `${head}.${tail}`;
}

/** The product, rounded to twelve digits, as a plain decimal number. */
export function multiply(plain: string, factor: number): string {
  const product = Number(plain) * factor;
  return Number.isFinite(product) ? String(Number(product.toPrecision(12))) : `${plain} x${factor}`;
}
