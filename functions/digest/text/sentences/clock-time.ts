import { FINITE_VERBS, STARTERS } from "./sentence-words.ts";

/** Fewest words of a sentence that ends with a clock time, and most words of an adverbial that opens one. */
const MIN_WORDS = 4;
const MAX_ADVERBIAL = 8;
/** How much of the sentence before the stop is looked at, and how much after it; in characters. */
const SEARCHED = 80;

const WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)";
/** What may stand after "9 a.m." in the same sentence: days, dates, feasts and time zones. */
const DAYS = [
  `(?:(?:Easter|Good|Palm|Black|Cyber|Ash|Holy|Maundy|Shrove|Super|Whit|Bank Holiday) )?${WEEKDAY}s?`,
  "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.",
  `${MONTH} \\d{1,4}(?:st|nd|rd|th)?`,
  `\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH}|${WEEKDAY})`,
  "(?:\\p{Lu}[\\p{L}.’'-]{0,20} ){1,4}(?:Day|Eve|[Tt]ime)",
  "(?:Thanksgiving|Christmas|Easter|Halloween|Hanukkah|Ramadan|Passover|Pentecost)",
  "(?:Eastern|Central|Pacific|Mountain|Atlantic|Greenwich)(?=[^\\p{L}\\s’']|$| (?:and|at|as|before|but|for|from|in|on|or|through|to|until|when|with)\\b)",
  "(?:[A-Z]{1,4}T|GMT|UTC|WIB|WITA)",
];
const DAY = new RegExp(`^(?:${DAYS.join("|")})(?![\\p{L}\\p{N}’'])`, "u");

/** "the 11 a.m. Mass": a time that says which. */
const MODIFIER =
  /(?:^|\s)(?:the|an?|its|his|her|their|our|this|each|every|\p{L}{1,20}[’']s) \d{1,2}(?:[:.]\d\d)? [ap]\.? ?m$/iu;
const CLOCK = /\d ?[ap](?:\.? ?)m$/i;
const ADVERBIAL =
  /^["“‘«(]?(?:at|by|from|until|till|before|after|since|around|about|on|in|shortly|just|as|between|starting|beginning)\s/i;
const NO_NOUN = /^(?:across|towards|unless|perhaps|always|besides|afterwards|sometimes|less)$/;

/** Whether a sentence that has got to the stop of "9 a.m." or "9 p. m." is at a clock time. */
export function isClockTime(text: string, stop: number): boolean {
  return CLOCK.test(text.slice(Math.max(0, stop - 8), stop));
}

/**
 * Whether the sentence from `start` ends with its clock time. It goes on before a day, a date, a feast or a time zone ("9 a.m.
 * Monday"), unless that is the subject of the next sentence ("9 a.m. Monday is a holiday"); it ends before any other
 * capitalised word. What is too short for a sentence, or only says when, goes on.
 */
export function endsAfterClock(text: string, start: number, stop: number, next: string): boolean {
  if (!isComplete(text.slice(start, Math.min(stop, start + SEARCHED)), stop - start <= SEARCHED)) {
    return false;
  }
  const day = DAY.exec(next)?.[0];
  if (day !== undefined) {
    return isSubject(next.slice(day.length));
  }
  const word = /^\p{Lu}\p{L}*/u.exec(next)?.[0] ?? "";
  const isModifier = MODIFIER.test(text.slice(Math.max(start, stop - SEARCHED), stop));
  return (
    STARTERS.has(word.toLowerCase()) || (!isModifier && (word.length > 1 || /^\d{1,3} \p{Ll}/u.test(next)))
  );
}

/** Long enough, and more than "At about 5 a.m." */
function isComplete(opening: string, isWhole: boolean): boolean {
  const words = opening.trim().split(/\s+/).length;
  const isAdverbial =
    isWhole && words <= MAX_ADVERBIAL && ADVERBIAL.test(opening.trim()) && !opening.includes(",");
  return words >= MIN_WORDS && !isAdverbial;
}

/** "Monday is", "Monday mornings are", but "Monday and is". */
function isSubject(rest: string): boolean {
  const [first = "", second = ""] = /^ (\S+)(?: (\S+))?/.exec(rest)?.slice(1) ?? [];
  if (FINITE_VERBS.has(first)) {
    return true;
  }
  const isPlural = /^\p{Ll}{4,}s$/u.test(first) && !NO_NOUN.test(first);
  return isPlural && (FINITE_VERBS.has(second) || /^\p{Ll}{2,}ed$/u.test(second));
}
