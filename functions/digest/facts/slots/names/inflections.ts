import { isCommonWord } from "../../../text/background/background.ts";
import { commonStart } from "../../../text/spelling/differing.ts";
import { withoutFirstAccents } from "../../../text/spelling/first-accents.ts";
import { inOneSpelling } from "../../../text/spelling/one-spelling.ts";
import { wordSet } from "../../phrases.ts";

/** Endings of plurals and cases that leave a name the same. */
const ENDING = /^(?:s|es|n|en|e|er|ern|em|i|ni|a|y)$/;
/** "Green" and "Greene" are two families. */
const ENGLISH_ENDING = /^e?s$/;
/** Languages whose names take case endings; one that we do not know may. */
const INFLECTING = wordSet("und-150 pl ru uk be cs sk sl hr sr bg lt lv et fi hu tr el ro");
const NOUN_ENDING = /(?:[aeiou]t?ion|ment|ung|(?:ität|heit|keit)|log(?:y|ie|ía|ia)|g(?:y|ie))(?:s|en|es)?$/;
/** "Infos", "Informationen": the plural of the short form. */
const PLURAL = /(?<=\p{L}{3})s$/u;
/** "D. Lgs.", "Decreto Legislativo": letters that nobody can say. */
const CONSONANTS = /^[b-df-hj-np-tv-z]{2,4}$/;
const VOWEL = /[aeiouyáéíóúůýěąęăâîäöüőűаеиоуыэюяё]/u;
/** "Tech", "Technology": how much of a word stays, and how much goes. */
const MIN_SHORTENED = 3;
const MIN_LEFT_OUT = 4;

/** Endings of the two genders, and of an office and who holds it. */
const GENDER_ENDING =
  /^(?:[oae]s?|ías?|er|ère|ers|ères|eur|rice|euse|or|ora|rice|ore|al|ale|els?|elles?|if|ive|en|enne|ier|ière|iere|iera|ería|ero|era)?$/;
const MIN_GENDER_STEM = 4;

/** "Director Técnico", "Directora Técnica": the same office, held by a woman; of a single word nobody knows: "Julio", "Julia". */
export function isGendered(before: readonly string[], after: readonly string[]): boolean {
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

/** Whether two names have the same words in other cases, numbers or spellings. */
export function isInflected(
  before: readonly string[],
  after: readonly string[],
  lang: string | undefined,
): boolean {
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
    isHolderOrOffice(a, b) ||
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

function isHolderOrOffice(a: string, b: string): boolean {
  return OFFICES.some((office) => office.test(a) && office.test(b));
}

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

/** The letters of one word in another, in order, with the same first letter. */
export function isSubsequence(letters: string, word: string): boolean {
  if (letters[0] !== word[0] || word.length < letters.length + 2) {
    return false;
  }
  let at = 0;
  for (const letter of word) {
    at += letter === letters[at] ? 1 : 0;
  }
  return at === letters.length;
}
