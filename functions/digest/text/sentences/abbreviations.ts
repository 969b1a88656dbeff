import { isSmallLetter } from "../tokens.ts";
import { endsAfterClock, isClockTime } from "./clock-time.ts";
import {
  AFTER_NAME,
  BEFORE_ANSWER,
  BEFORE_NUMBER,
  BEFORE_ORDINAL,
  CAPITAL_ONLY,
  FINITE_VERBS,
  NEVER_LAST,
  SOMETIMES_LAST,
  STARTERS,
} from "./sentence-words.ts";

/** A candidate sentence boundary in a paragraph. */
export interface BoundaryCandidate {
  readonly text: string;
  /** Where the sentence begins. */
  readonly start: number;
  /** Where its stop begins. */
  readonly stop: number;
  /** After the stop and the quotes and brackets that close with it. */
  readonly end: number;
}

/** Longest word examined before and after a stop; keeps the cost per candidate constant. */
export const MAX_WORD = 40;
/** Of the abbreviations that are written with one stop; most words are longer, and need no look. */
const LONGEST_ABBREVIATION = 6;
/** Fewest words of a sentence that may end in "the U.S." before a noun that is not known to open one. */
const MIN_WORDS = 4;
const MONTH =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner|Jahrhundert|(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)/u;
/** Plurals that are part of the name of a body: "the U.S. Marines". */
const PLURAL_NAMES =
  /^(?:Marines|Marshals|Forces|Airways|Customs|Senators|Nations|States|Bros|Sons|Brothers|Sisters)$/;

/** "24.-30. August", "5.-7. Klasse". */
const ORDINAL_RANGE = /^\d{1,3}\.-\d{1,3}$/;
const DAY_OR_DAYS = /^\d{1,3}(?:(?:\.\d{3}){1,3}|\.-\d{1,3})?$/;
/** "5. und ", "5.–": the ordinal before another one. */
const ORDINAL_BEFORE = /\d\.(?: ?[-–/] ?|,? (?:und|oder|bis|bzw\.) |, )$/;
/** "24. - 30. August", after the first number. */
const RANGE_GOES_ON = /^[-–] ?\d/;
/** "Der Weltranglisten-19. Velm", "die Vorjahres-3. aus Karsk"; but not "Covid-19." */
const GERMAN_RANK = /(?:listen|tabellen|vorjahres|vorrunden|gesamt|^wm|^em|^olympia)-\d{1,3}$/i;
/** "So. 12. Mai"; in small letters these are words. */
const GERMAN_WEEKDAY = /^(?:Mo|Di|Mi|Do|Fr|Sa|So)$/;
/** "LGBl.", "BGBl.": a gazette by its letters. */
const MIXED_CASE = /^\p{Lu}{2,3}\p{Ll}{1,3}$/u;
/** What is told apart by letters. */
const CLASS_BEFORE =
  /(?:liga|klasse|gruppe|stufe|halle|gebäude|typ|teil|plan|level|group|class|category|grade|section|block|building|hall|type|part|option|appendix|annex|groupe|classe|catégorie|bâtiment|niveau|grupo|clase|categoría|nivel|gruppo|hepatitis|vitamin) $/i;
const DATE_LEAD = 8;
const DAY_BEFORE = /(?:^|[^\d.,])\d{1,2}$/;
const DAY_AND_MONTH = /(?:^|[^\d.,])\d{1,2}\. ?\d{1,2}$/;
const MONTH_AND_YEAR = /^\d{1,2}\. ?(?:1[5-9]|20)\d\d(?!\d)/;
const YEAR = /^(?:1[5-9]|20)\d\d(?!\d)/;
/** "(12.) 9. do 19. 12.": a month with its stop before a word in small letters or a dash. */
const MONTH_IN_DIGITS = /^(?:1[0-2]|[1-9])\. ?[\p{Ll}–-]/u;

/** What no word has. */
const BREAK = /[\s•⁃◦▪‣"'“”‘’«»([—–/]/;

/** The word before a stop, without what opens a quotation or a bracket before it. */
export function wordBefore({ text, start, stop }: BoundaryCandidate): string {
  const least = Math.max(start, stop - MAX_WORD);
  let from = stop;
  while (from > least && (isSmallLetter(text.charCodeAt(from - 1)) || !BREAK.test(text.charAt(from - 1)))) {
    from -= 1;
  }
  return text.slice(from, stop);
}

/**
 * Whether the sentence ends with the stop of a word: not after a title, an initial or what a number follows, after
 * "U.S." and "Inc." only before a word that opens a sentence, and after any other word.
 */
export function endsAfterWord(candidate: BoundaryCandidate, word: string, next: string): boolean {
  if (GERMAN_RANK.test(word)) {
    return !isNoun(next);
  }
  if (word.length > LONGEST_ABBREVIATION && !word.includes(".")) {
    return true;
  }
  if (isListMarker(candidate, word) || isBeforeNumber(candidate, word, next) || isInDate(candidate, next)) {
    return false;
  }
  if (/m$/i.test(word) && isClockTime(candidate.text, candidate.stop)) {
    return endsAfterClock(candidate.text, candidate.start, candidate.stop, next);
  }
  const lower = word.toLowerCase();
  const isWord = word === lower && CAPITAL_ONLY.has(lower);
  return isWord || endsAfterAbbreviation(candidate, word, next);
}

function endsAfterAbbreviation(candidate: BoundaryCandidate, word: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (NEVER_LAST.has(lower)) {
    return AFTER_NAME.has(lower) && isAfterName(candidate, word) && isStarter(next);
  }
  if (/^\p{L}$/u.test(word)) {
    return endsAfterInitial(candidate, word, next);
  }
  if (SOMETIMES_LAST.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) {
    return isStarter(next) || opensWithPlural(candidate, word, next);
  }
  return !(/^(\p{Lu})\1$/u.test(word) && /^(\p{Lu})\1\./u.test(next));
}

/** "No. 5", "fig. 3", "LGBl. 2019", "am 3. Oktober", "3. Liga nach der 2. Liga"; but "They said no. 12 left." */
function isBeforeNumber(candidate: BoundaryCandidate, word: string, next: string): boolean {
  if (/^\d/.test(word)) {
    return isAmongNumbers(candidate, word, next);
  }
  const lower = word.toLowerCase();
  if (GERMAN_WEEKDAY.test(word) || (MIXED_CASE.test(word) && !BEFORE_NUMBER.has(lower))) {
    return /^\p{N}/u.test(next);
  }
  if (!BEFORE_NUMBER.has(lower) || (lower === "no" && BEFORE_ANSWER.has(wordBeforeThat(candidate, word)))) {
    return false;
  }
  const isLabel = word !== lower && /^(?:\p{Lu}\d*|[IVXLC]+)(?![\p{L}.])/u.test(next);
  return isLabel || /^\p{N}/u.test(next);
}

/** "am 3. Oktober", "vom 24. - 30. August", "nach der 2. Liga". */
function isAmongNumbers(candidate: BoundaryCandidate, word: string, next: string): boolean {
  const isNamed = isOrdinal(candidate, word) && isNoun(next);
  return DAY_OR_DAYS.test(word) && (MONTH.test(next) || RANGE_GOES_ON.test(next) || isNamed);
}

function isNoun(next: string): boolean {
  return /^\p{Lu}/u.test(next) && !isStarter(next);
}

/** "am 14. 3. 2007", "5.9. 2011": between the day, the month and the year of a date. */
function isInDate({ text, start, stop }: BoundaryCandidate, next: string): boolean {
  const lead = text.slice(Math.max(start, stop - DATE_LEAD), stop);
  return (
    (DAY_BEFORE.test(lead) && (MONTH_AND_YEAR.test(next) || MONTH_IN_DIGITS.test(next))) ||
    (DAY_AND_MONTH.test(lead) && YEAR.test(next))
  );
}

function isOrdinal(candidate: BoundaryCandidate, word: string): boolean {
  return (
    ORDINAL_RANGE.test(word) ||
    BEFORE_ORDINAL.has(wordBeforeThat(candidate, word)) ||
    isAfterOrdinal(candidate, word)
  );
}

/** "5.–7. Klasse", "5., 6. und 7. Klasse". */
function isAfterOrdinal({ text, start, stop }: BoundaryCandidate, word: string): boolean {
  return ORDINAL_BEFORE.test(text.slice(Math.max(start, stop - MAX_WORD), stop - word.length));
}

function wordBeforeThat({ text, start, stop }: BoundaryCandidate, word: string): string {
  return wordBefore({ text, start, stop: stop - word.length - 1, end: stop }).toLowerCase();
}

/** "in the U.K. Doctors warned": a noun in the plural and what it does; "in the U.S. Senate voted" is one of many names. */
function opensWithPlural({ text, start, stop }: BoundaryCandidate, word: string, next: string): boolean {
  const words = text
    .slice(start, Math.min(stop, start + 2 * MAX_WORD))
    .trim()
    .split(/\s+/).length;
  const [, noun = "", verb = ""] = /^(\p{Lu}\p{Ll}{3,}s) (\p{Ll}+)/u.exec(next) ?? [];
  return (
    words >= MIN_WORDS &&
    word.length > 1 &&
    noun !== "" &&
    !PLURAL_NAMES.test(noun) &&
    (FINITE_VERBS.has(verb) || /..ed$/.test(verb))
  );
}

/** "1.", "4.2." or "b." at the start of a sentence is a list marker. */
function isListMarker({ text, start, stop }: BoundaryCandidate, word: string): boolean {
  const sentence = text.slice(start, Math.min(stop, start + MAX_WORD)).replace(/^[\s•⁃◦▪‣-]+/u, "");
  return sentence === word && /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|\p{L}|[ivx]{1,4})$/u.test(word);
}

/** A single letter is an initial, except in "you and I." and "vitamin C. The", where no name precedes it; in "Ada’s." it is none. */
function endsAfterInitial(candidate: BoundaryCandidate, letter: string, next: string): boolean {
  if (/[’']/.test(candidate.text.charAt(candidate.stop - 2))) {
    return true;
  }
  return (isAfterClass(candidate) || !isAfterName(candidate, letter)) && isStarter(next);
}

/** "In der Kreisliga A.", "She has hepatitis B.": a class by its letter. */
function isAfterClass({ text, start, stop }: BoundaryCandidate): boolean {
  return CLASS_BEFORE.test(text.slice(Math.max(start, stop - MAX_WORD), stop - 1));
}

/** Whether a capitalised word, an initial or nothing stands before a word. */
function isAfterName({ text, start, stop }: BoundaryCandidate, word: string): boolean {
  const before = text.slice(Math.max(start, stop - MAX_WORD), stop - word.length).trimEnd();
  return before === "" || /(?:\p{Lu}[\p{L}’'-]*|\.)$/u.test(before);
}

/** A word that opens a sentence; a single letter with a stop is an initial. */
function isStarter(next: string): boolean {
  const word = /^\p{Lu}(?!\.)\p{L}*/u.exec(next)?.[0] ?? "";
  return STARTERS.has(word.toLowerCase());
}
