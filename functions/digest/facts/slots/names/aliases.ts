import { isCommonWord } from "../../../text/background/background.ts";
import { normalForm } from "../../../text/normal-form.ts";
import { commonStart } from "../../../text/spelling/differing.ts";
import { withoutFirstAccents } from "../../../text/spelling/first-accents.ts";
import { inOneSpelling } from "../../../text/spelling/one-spelling.ts";
import { wordSet } from "../../phrases.ts";
import { JOINERS, LEGAL_FORMS, PARTICLES, TITLES } from "../words.ts";

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

/** Endings of plurals and cases that leave a name the same. */
const ENDING = /^(?:s|es|n|en|e|er|ern|em|i|ni|a|y)$/;

/** "Green" and "Greene" are two families. */
const ENGLISH_ENDING = /^e?s$/;

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

function isSubsequence(letters: string, word: string): boolean {
  if (letters[0] !== word[0] || word.length < letters.length + 2) {
    return false;
  }
  let at = 0;
  for (const letter of word) {
    at += letter === letters[at] ? 1 : 0;
  }
  return at === letters.length;
}

/** Languages whose names take case endings; one that we do not know may. */
const INFLECTING = wordSet("und-150 pl ru uk be cs sk sl hr sr bg lt lv et fi hu tr el ro");
/** Languages in which accents are often left out, and put in later: no other name. */
const ACCENTED = wordSet("fr es it pt ca gl ro");

function isAccented(before: readonly string[], after: readonly string[]): boolean {
  const plain = (words: readonly string[]) => normalForm(words.join(" "), "NFD").replace(/\p{M}/gu, "");
  return plain(before) === plain(after);
}

/** Endings of the two genders, and of an office and who holds it. */
const GENDER_ENDING =
  /^(?:[oae]s?|ías?|er|ère|ers|ères|eur|rice|euse|or|ora|rice|ore|al|ale|els?|elles?|if|ive|en|enne|ier|ière|iere|iera|ería|ero|era)?$/;
const MIN_GENDER_STEM = 4;

/** "Director Técnico", "Directora Técnica": the same office, held by a woman; of a single word nobody knows: "Julio", "Julia". */
function isGendered(before: readonly string[], after: readonly string[]): boolean {
  const changed = before.flatMap((word, n) => (word === after[n] ? [] : [[word, after[n] ?? ""] as const]));
  return (
    before.length === after.length &&
    changed.length > 1 &&
    changed.every(([one, other]) => {
      const start = commonStart(one, other);
      return start >= MIN_GENDER_STEM && [one, other].every((word) => GENDER_ENDING.test(word.slice(start)));
    })
  );
}

/** Letters that may be the ending of a case, and fewest of the stem before it. */
const MAX_CASE_ENDING = 3;
const MIN_CASE_STEM = 4;

function isInflected(before: readonly string[], after: readonly string[], lang: string | undefined): boolean {
  return (
    before.length === after.length && before.every((word, n) => isInflection(word, after[n] ?? "", lang))
  );
}

function isInflection(a: string, b: string, lang = ""): boolean {
  const hasCases = INFLECTING.has(lang);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const isInitial = short.length === 1 && long.startsWith(short);
  const isNumbered = long.startsWith(`${short}-`) && /^\d+$/.test(long.slice(short.length + 1));
  const isFootnote = long.startsWith(short) && /^\d$/.test(long.slice(short.length));
  return (
    short === long ||
    hasEnding(short, long, lang) ||
    long === `${short.slice(0, -1)}ies` ||
    isFootnote ||
    isInitial ||
    (CONSONANTS.test(short) && isSubsequence(short, long)) ||
    isNumbered ||
    isShortened(short, long) ||
    withoutFirstAccents(a) === withoutFirstAccents(b) ||
    inOneSpelling(a) === inOneSpelling(b) ||
    isSameOffice(a, b) ||
    (hasCases && isCase(short, long))
  );
}

/** "Ost", "Osten"; "Boat", "Boats"; in English no other letters are an ending. */
function hasEnding(short: string, long: string, lang: string): boolean {
  const ending = lang.startsWith("en") ? ENGLISH_ENDING : ENDING;
  const isPlural = long === `${short}s`;
  return (
    short.length > (INFLECTING.has(lang) || isPlural ? 2 : 3) &&
    long.startsWith(short) &&
    ending.test(long.slice(short.length))
  );
}

/** "Tech", "Technology"; what is shortened is a common word: "Litt" is not short for "Littauer". */
function isShortened(short: string, long: string): boolean {
  return (
    short.length >= MIN_SHORTENED &&
    long.length - short.length >= MIN_LEFT_OUT &&
    long.startsWith(short.replace(PLURAL, "")) &&
    (isCommonWord(long) || NOUN_ENDING.test(long))
  );
}

/** Who holds an office, of either gender, and the office: "Presidente", "Presidencia". */
const OFFICES: readonly RegExp[] = [
  /^(?:vice)?presid(?:ent[aei]s?|enti|enci?as?|ência|enza)$/,
  /^(?:sub)?secret[aá]r(?:i[oa]s?|ías?)$/,
  /^segret(?:ari[oae]?|eria)$/,
  /^(?:director(?:a|es|as)?|dirección|diretor(?:a|es|as)?|diretoria|direção|direttor[ei]|direttrice|direzione)$/,
  /^(?:tesorer(?:[oa]s?|ías?)|tesoureir[oa]s?|tesouraria|tesorier[ei]|tesoreria)$/,
  /^(?:sub)?(?:consejer(?:[oa]s?|ías?)|conselheir[oa]s?)$/,
  /^(?:coordinador(?:a|es|as)?|coordinación|coordenador(?:a|es|as)?|coordenação)$/,
];

function isSameOffice(a: string, b: string): boolean {
  return OFFICES.some((office) => office.test(a) && office.test(b));
}

const NOUN_ENDING = /(?:[aeiou]t?ion|ment|ung|(?:ität|heit|keit)|log(?:y|ie|ía|ia)|g(?:y|ie))(?:s|en|es)?$/;
/** "Infos", "Informationen": the plural of the short form. */
const PLURAL = /(?<=\p{L}{3})s$/u;
/** "D. Lgs.", "Decreto Legislativo": letters that nobody can say. */
const CONSONANTS = /^[b-df-hj-np-tv-z]{2,4}$/;
/** Letters of each word in a blend of words, and of the whole. */
const MIN_OF_BLEND = 2;
const MIN_BLEND = 6;
/** Letters of an abbreviation beyond the initials. */
const MAX_MORE_LETTERS = 2;

const VOWEL = /[aeiouyáéíóúůýěąęăâîäöüőűаеиоуыэюяё]/u;
/** "Tech", "Technology": how much of a word stays, and how much goes. */
const MIN_SHORTENED = 3;
const MIN_LEFT_OUT = 4;

/** "Materiałów", "Materiały": one stem of some length, two short endings, one with a vowel; "Beroum" and "Cirkava" are mistyped. */
function isCase(short: string, long: string): boolean {
  const start = commonStart(short, long);
  const stem = Math.max(MIN_CASE_STEM, short.length - MAX_CASE_ENDING);
  const [one, two] = [short.slice(start), long.slice(start)];
  return (
    short.length > MIN_CASE_STEM &&
    start >= stem &&
    long.length - stem <= MAX_CASE_ENDING + 1 &&
    one.at(-1) !== two.at(-1) &&
    VOWEL.test(one + two)
  );
}
