import { normalForm } from "../../../text/normal-form.ts";
import { wordSet } from "../../phrases.ts";
import { JOINERS, LEGAL_FORMS, PARTICLES, TITLES } from "../words.ts";
import { isGendered, isInflected, isSubsequence } from "./inflections.ts";

/** States and their unions by their names and abbreviations in the languages we read. */
const KNOWN: readonly ReadonlySet<string>[] = [
  "us|usa|united states|united states of america|america|états unis|états-unis|estados unidos|ee uu|eeuu|eua|" +
    "vereinigte staaten|vereinigten staaten|stati uniti|verenigde staten|сша|соединённые штаты|соединённых штатов|" +
    "соединенных штатов|アメリカ|米国|美国|美國",
  "uk|united kingdom|britain|great britain|royaume uni|reino unido|vereinigtes königreich|regno unito",
  "eu|ue|european union|union européenne|unión europea|unione europea|europäische union|europese unie",
  "un|uno|onu|united nations|nations unies|naciones unidas|nazioni unite|vereinte nationen|vereinten nationen|" +
    "verenigde naties|organisation des nations unies|оон|организация объединённых наций|國連|国連|联合国",
  "uae|united arab emirates",
  "drc|dr congo|democratic republic of the congo",
  "nato|otan",
  "who|world health organization|world health organisation|oms",
  "gdpr|rgpd|dsgvo|ds gvo|avg|general data protection regulation|datenschutz grundverordnung",
  "czechia|czech republic",
  "bc|bce",
  "ad|ce",
  "it|ict|edv",
].map((names) => new Set(names.split("|")));

/** Abbreviations of words of places and offices. */
export const PLACE_WORDS: ReadonlyMap<string, string> = new Map([
  ["mt", "mount"],
  ["st", "saint"],
  ["ft", "fort"],
  ["dept", "department"],
  ["govt", "government"],
  ["assn", "association"],
  ["intl", "international"],
]);

/** Whether two names, as the keys of their words, may be one written otherwise: abbreviated, shortened or inflected. */
export function isAlias(left: readonly string[], right: readonly string[], lang?: string): boolean {
  if (ACCENTED.has(lang ?? "") && isGendered(left, right)) {
    return true;
  }
  const [before, after] = [left, right].map((words) =>
    words
      .filter((word) => ![PARTICLES, TITLES, LEGAL_FORMS].some((words) => words.has(word)))
      .map((word) => PLACE_WORDS.get(word) ?? word),
  );
  const isLegalForm = [left, right].some((words) => words.every((word) => LEGAL_FORMS.has(word)));
  if (before === undefined || after === undefined || isLegalForm) {
    return false;
  }
  const [short, long] = before.length <= after.length ? [before, after] : [after, before];
  const [a, b] = [before, after].map((words) => words.join(" ").replaceAll(".", ""));
  const isKnown = KNOWN.some((names) => names.has(a ?? "") && names.has(b ?? ""));
  return (
    isKnown ||
    before.join("") === after.join("") ||
    isWithin(short, long) ||
    isAbbreviated(before, after) ||
    isInflected(before, after, lang) ||
    (ACCENTED.has(lang ?? "") && isAccented(before, after))
  );
}

/** "Putin", "Vladimir Putin": the words of one in the other, in order. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) {
    at += word === short[at] ? 1 : 0;
  }
  return at === short.length;
}

/** Of two names with the same words around it, one part abbreviates the other: "HMS Core", "Huawei Mobile Services Core". */
function isAbbreviated(before: readonly string[], after: readonly string[]): boolean {
  const [a, b] = withoutSameEnds(before, after);
  return isAbbreviation(a, b) || isAbbreviation(b, a);
}

function withoutSameEnds(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const differs = (word: string, n: number) => word !== after[n];
  const start = Math.max(0, before.findIndex(differs));
  const shift = after.length - before.length;
  const last = before.findLastIndex((word, n) => n < start || n + shift < start || word !== after[n + shift]);
  return [before.slice(start, last + 1), after.slice(start, last + shift + 1)];
}

/** "UK", "United Kingdom"; "IL", "Illinois"; "R&D", "Research and Development"; "WCaG", "Woodland Carbon Guarantee". */
function isAbbreviation(short: readonly string[], long: readonly string[]): boolean {
  const isOfLetters = short.every((word) => word.length === 1);
  const [abbreviation = "", ...more] = isOfLetters ? [short.join("")] : short;
  const plain = abbreviation.replaceAll(".", "");
  if (more.length > 0 || plain.length < 2 || plain.length > 8) {
    return false;
  }
  const initials = initialsOf(long);
  const withoutSmall = initialsOf(long.filter((word) => word.length > 3));
  const withoutJoiners = initialsOf(long.filter((word) => !JOINERS.has(word)));
  return (
    [initials, withoutSmall, withoutJoiners].includes(plain) ||
    isMadeOf(plain, long) ||
    isBlend(plain, long) ||
    (long.length === 1 && plain.length <= 3 && isSubsequence(plain, long[0] ?? ""))
  );
}

/** The first letters of words, without accents. */
export function initialsOf(words: readonly string[]): string {
  return words.map((word) => normalForm(word, "NFD")[0]).join("");
}

/** "WCaG", "Woodland Carbon Guarantee": the initials in their order, with a letter or two more. */
function isMadeOf(letters: string, words: readonly string[]): boolean {
  const initials = words.map((word) => word[0] ?? "");
  let at = 0;
  for (const letter of letters) {
    at += letter === initials[at] ? 1 : 0;
  }
  const isWhole = at === initials.length && letters[0] === initials[0];
  return words.length > 1 && isWhole && letters.length <= words.length + MAX_MORE_LETTERS;
}

/** "EurLex", "European Lexicon": the beginnings of words. */
function isBlend(letters: string, words: readonly string[]): boolean {
  let rest = letters;
  for (const word of words) {
    let length = 0;
    while (length < word.length && rest[length] === word[length]) {
      length += 1;
    }
    if (length < MIN_OF_BLEND) {
      return false;
    }
    rest = rest.slice(length);
  }
  return words.length > 1 && rest === "" && letters.length >= MIN_BLEND;
}

/** Languages in which accents are often left out, and put in later: no other name. */
const ACCENTED = wordSet("fr es it pt ca gl ro");

function isAccented(before: readonly string[], after: readonly string[]): boolean {
  const plain = (words: readonly string[]) => normalForm(words.join(" "), "NFD").replace(/\p{M}/gu, "");
  return plain(before) === plain(after);
}

/** Letters of each word in a blend of words, and of the whole. */
const MIN_OF_BLEND = 2;
const MIN_BLEND = 6;
/** Letters of an abbreviation beyond the initials. */
const MAX_MORE_LETTERS = 2;
