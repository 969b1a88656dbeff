import { isCommonWord } from "../../../text/background/background.ts";
import { hasUnspaced } from "../../../text/scripts.ts";
import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import type { Token } from "../../reading/tokens.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import { isOpener, isOrdinary, type Vocabulary } from "../../vocabulary.ts";
import { FUNCTION_WORDS, INNER_PARTICLES, MODALS, TITLES } from "../words.ts";

/** What tells a name from a word. */
export interface NameContext {
  readonly vocabulary: Vocabulary;
  /** BCP 47 tag. */
  readonly lang?: string | undefined;
  /** Whether capitals mean anything: not so in a headline in title case. */
  readonly isCaseMeaningful: () => boolean;
}

const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\p{Nd}]+$/u;
const BRAND = /\p{Ll}\p{Lu}/u;
const HAS_DIGIT = /\p{Nd}/u;
/** Longest word in capitals that is a name by itself: "UNESCO"; longer ones are emphasis. */
const MAX_ACRONYM = 6;
/** A line with a word in small letters is not all in capitals. */
const SMALL_WORD = /\p{Ll}{2}/u;
/** Before a surname in capitals: "Ada HOLTMANN". */
const GIVEN_NAME = /^\p{Lu}\p{Ll}+$/u;
const GERMAN_ARTICLES = wordSet("der den");
const OPENS_SENTENCE = /^[:;.!?|—–-]$/;
const QUOTES = /^["“”„«»‘'「『]$/;
/** Inside names of offices: "Secretaría de Gobierno". */
const ROMANCE_LINKS = wordSet("de del di du des do da");
/** Whom German addresses, with a capital. */
const POLITE = wordSet(
  "ihnen ihrem ihren ihrer deine deinen deinem deiner deines euch eure euren eurem eurer",
);
const FIRST_PERSON = /^i(?:'|$)/;

/** Whether a unit is a word of a name. */
export function isName(sentence: ReadSentence, unit: Unit, context: NameContext): boolean {
  const token = sentence.tokens[unit.from];
  if (unit.sort !== "word" || token === undefined || !mayBeName(token, unit, sentence)) {
    return false;
  }
  if (!context.isCaseMeaningful()) {
    const isShort = isAcronym(token.text) && hasSmallWord(sentence);
    return isShort || isNameOnly(unit.key, context);
  }
  return !opens(sentence, unit) || isNameAtStart(sentence, unit, context);
}

/** Sentences by whether they have a word in small letters: each of its words asks. */
const SMALL_WORDS = new WeakMap<ReadSentence, boolean>();

function hasSmallWord(sentence: ReadSentence): boolean {
  const known = SMALL_WORDS.get(sentence) ?? SMALL_WORD.test(sentence.text);
  SMALL_WORDS.set(sentence, known);
  return known;
}

/** Whether a word whose capital means nothing is known as a name, or, in English, is no common word. */
function isNameOnly(key: string, { vocabulary, lang = "en" }: NameContext): boolean {
  const use = vocabulary(key);
  return use === "inside" || (use === undefined && lang.startsWith("en") && !isCommonWord(key));
}

/** A capital, if only inside ("iPhone"), or digits with letters ("18F"). */
function mayBeName({ text, type }: Token, { key, from, to }: Unit, { tokens }: ReadSentence): boolean {
  const isLong = text.length > MAX_ACRONYM && ALL_CAPITALS.test(text) && !HAS_DIGIT.test(text);
  const isEmphasis = isLong && !GIVEN_NAME.test(tokens[from - 1]?.text ?? "");
  const isModal = ALL_CAPITALS.test(text) && MODALS.has(key);
  const isIdentifier = type === "number" && to > from + 1;
  return (
    (hasCapital(text) || isBrand(text) || isIdentifier) &&
    !isEmphasis &&
    !isModal &&
    !FIRST_PERSON.test(key) &&
    !POLITE.has(key)
  );
}

/** The first word of a sentence or quotation has its capital anyway. */
function isNameAtStart(sentence: ReadSentence, unit: Unit, context: NameContext): boolean {
  const text = sentence.tokens[unit.from]?.text ?? "";
  if (isOpener(text) || FUNCTION_WORDS.has(unit.key)) {
    return false;
  }
  if (isAcronym(text) || isBrand(text) || hasUnspaced(sentence.text)) {
    return true;
  }
  const [next, afterNext] = [sentence.tokens[unit.to], sentence.tokens[unit.to + 1]];
  const named = ROMANCE_LINKS.has(next?.form ?? "") ? afterNext : next;
  const isBeforeCapital = named?.type === "word" && hasCapital(named.text);
  return isNameOnly(unit.key, context) || (isBeforeCapital && !isOrdinary(text, context.vocabulary, true));
}

/** "OpenStreetMap": a capital inside. */
export function isBrand(text: string): boolean {
  return BRAND.test(text);
}

/** All capitals, or with digits: "UN", "G20". */
export function isAcronym(text: string): boolean {
  return ALL_CAPITALS.test(text) || HAS_DIGIT.test(text);
}

/** "of", "de": inside one name, where no enumeration is meant. Dutch "of" means "or", German "der" and "den" are articles. */
export function isInnerParticle(key: string, { lang = "" }: NameContext): boolean {
  const isOther =
    (lang.startsWith("nl") && key === "of") || (lang.startsWith("de") && GERMAN_ARTICLES.has(key));
  return INNER_PARTICLES.has(key) && !isOther;
}

/** Whether a unit opens a sentence, a quotation or what follows a colon. */
export function opens({ tokens }: ReadSentence, { from }: Unit): boolean {
  const [before, token] = [tokens[from - 1], tokens[from]];
  if (before === undefined) {
    return true;
  }
  const isHyphen = before.text === "-" && before.isGlued && token?.isGlued === true;
  const isQuoted = QUOTES.test(before.text) && token?.isGlued === true;
  return (
    isQuoted || (OPENS_SENTENCE.test(before.text) && !isHyphen && !isAbbreviated(tokens[from - 2], before))
  );
}

/** "L. Holt", "Dr. Holt": the stop ends no sentence. */
function isAbbreviated(word: Token | undefined, stop: Token): boolean {
  const isInitial = word?.text.length === 1 && hasCapital(word.text);
  return stop.text === "." && stop.isGlued && word !== undefined && (isInitial || TITLES.has(word.form));
}
