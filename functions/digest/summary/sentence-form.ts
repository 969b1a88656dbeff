import { countUnspaced } from "../text/scripts.ts";

/** How well a sentence suits a summary, best first; an aside is no sentence, and suits none. */
export type Grade = "strong" | "weak" | "item" | "heading" | "aside";

const MIN_WORDS = 8;
const MAX_WORDS = 80;
/** Fewer words tell nothing: "By .", "Not quite." */
const MIN_TOLD = 3;
const MAX_GREETING = 4;
/** Longest headline or sub-heading, in words; a longer line without one is a sentence that lost its full stop. */
const MAX_HEADING = 20;
/** Title case is judged by words of at least four letters, if there are at least three. */
const TITLE_WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]{3,}/gu;
const TITLE_WORDS = 3;
const TITLE_SHARE = 0.75;

const CLOSERS = "[\"'”’»›“‘」』）)\\]\\s]{0,12}";
const STOP = new RegExp(`[.!?…‽。．！？।॥؟۔։።។]${CLOSERS}$`, "u");
const QUESTION = new RegExp(`[?？؟]\\.?${CLOSERS}$`, "u");
/** An emoji in the place of a stop. */
const EMOJI_STOP = /\p{Extended_Pictographic}(?:\u{fe0f}|\u{200d}|[\u{1f3fb}-\u{1f3ff}]|\s)*$/u;
const EXCLAMATION = new RegExp(`[!！]${CLOSERS}$`, "u");
const INTRODUCES = /[:：]\s?\.?$/u;
const LIST_MARKER = /^(?:[•⁃◦▪‣*·–—+→⇒»-]\s|[-=]{1,2}>\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;
const NUMBERED = /^\(?\d/;
/** Templates and scripts that a page left in its text. */
const CODE =
  /\{[{%#]|[%#}]\}|<[?%]|[?%]>|<\/?(?:div|span|script|style|img|br|h\d)\b|\bfunction(?: \w{1,40})?\(|\b(?:document|window)\.\w|=> ?\{|\);$/;
/** A letter that was lost. */
const BROKEN = /\p{L}\ufffd|\ufffd\p{L}/u;
const HAS_WORD = /\p{L}[\p{L}\p{M}]|\p{Lo}/u;
const BEGINS_SMALL = /^\p{Ll}+[^\p{L}]/u;
const CAPTION = /\((?:pictured|above|left|right|centre|center|file photo|file)\b/i;
/** "Photo: …", "Top row: …", "From left: …". */
const CAPTION_LABEL =
  /^(?:pictured?|photos?|images?|figures?|caption|video|watch|foto|bild|abbildung|imagen|vidéo|(?:top|bottom|front|back) row|from left(?: to right)?|left to right|clockwise from [a-z ]{3,12}|von links(?: nach rechts)?|de gauche à droite|de izquierda a derecha|da sinistra a destra)(?: \d{1,3})?: /i;
/** An address as text; a list of downloads is made of them. */
const ADDRESS = /\bhttps?:\/\/\S+/g;
const ADDRESS_SHARE = 0.5;
/** Words are counted in this many characters from the start; stops are sought in this many at the end. */
const SEARCHED = 4000;
const END = 20;

/** A grade, and the sentences that have it. */
type GradeRule = readonly [grade: Grade, holds: (sentence: string, words: number) => boolean];

/**
 * The first row that holds gives the grade:
 *
 * | sentence | grade |
 * |---|---|
 * | a caption, code, only numbers and marks, letters that were lost | aside |
 * | ends with a colon; mostly web addresses; capitals alone | heading |
 * | at most 4 words, an exclamation | heading |
 * | at most 20 words, without a stop (or 8 and an emoji), or a question or exclamation in title case | heading |
 * | at most 80 words in title case, without a stop | heading |
 * | begins with a list mark, unless that is the number of a paragraph of over 20 words | item |
 * | under 3 words | item |
 * | under 8 words or over 80; a question | weak |
 */
const GRADE_RULES: readonly GradeRule[] = [
  ["aside", (text) => isCaption(text) || CODE.test(text) || BROKEN.test(text) || !HAS_WORD.test(text)],
  ["heading", (text) => isIntroduction(text) || isMadeOfAddresses(text) || isInCapitals(text)],
  ["heading", (text, words) => words <= MAX_GREETING && EXCLAMATION.test(text.slice(-END))],
  ["heading", (text, words) => words <= MAX_HEADING && isTitleLike(text) && !endsInEmoji(text, words)],
  ["heading", (text, words) => words <= MAX_WORDS && !STOP.test(text.slice(-END)) && isTitleCase(text)],
  [
    "item",
    (text, words) => LIST_MARKER.test(text.slice(0, 8)) && !(words > MAX_HEADING && NUMBERED.test(text)),
  ],
  ["item", (_, words) => words < MIN_TOLD],
  ["weak", (text, words) => words < MIN_WORDS || words > MAX_WORDS || isQuestion(text)],
];

/** Whether a sentence asks something. */
export function isQuestion(sentence: string): boolean {
  return QUESTION.test(sentence.slice(-END));
}

/** Whether a sentence only says what follows: "Attendees:". */
export function isIntroduction(sentence: string): boolean {
  return INTRODUCES.test(sentence.slice(-8));
}

/** How well a sentence suits a summary by its form, whatever it says. */
export function gradeOf(sentence: string): Grade {
  const text = sentence.length > SEARCHED ? sentence.slice(0, SEARCHED) + sentence.slice(-END) : sentence;
  const words = countWords(text);
  return GRADE_RULES.find(([, holds]) => holds(text, words))?.[0] ?? "strong";
}

/** Whether a sentence is the rest of one that the line before began: `before` ends without a stop. */
export function goesOn(sentence: string, before: string): boolean {
  return BEGINS_SMALL.test(sentence) && before !== "" && !STOP.test(before.slice(-END));
}

/** Whether a sentence begins as the rest of one does, or an item of a list. */
export function beginsSmall(sentence: string): boolean {
  return BEGINS_SMALL.test(sentence);
}

/** Whether a list item is a paragraph with a mark, as in speeches and press releases. */
export function isLong(item: string): boolean {
  return countWords(item.slice(0, SEARCHED)) > MAX_HEADING && !isBareItem(item);
}

/** Whether a list item only names something: a commit, a name, a product. One that is a sentence ends as such. */
export function isBareItem(item: string): boolean {
  return !STOP.test(item.slice(-END));
}

function isMadeOfAddresses(text: string): boolean {
  if (!text.includes("://")) {
    return false;
  }
  const letters = (text.match(ADDRESS) ?? []).reduce((sum, address) => sum + address.length, 0);
  return letters > ADDRESS_SHARE * text.length;
}

/** A title, most often. */
function isInCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}

function isTitleLike(sentence: string): boolean {
  const end = sentence.slice(-END);
  return !STOP.test(end) || ((QUESTION.test(end) || EXCLAMATION.test(end)) && isTitleCase(sentence));
}

function endsInEmoji(sentence: string, words: number): boolean {
  return words >= MIN_WORDS && EMOJI_STOP.test(sentence.slice(-END)) && !isTitleCase(sentence);
}

function isTitleCase(sentence: string): boolean {
  const words = sentence.slice(0, SEARCHED).match(TITLE_WORD) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= TITLE_WORDS && capitals >= TITLE_SHARE * words.length;
}

const SPACE = " ".charCodeAt(0);

/** Words separated by spaces; in unspaced scripts, two characters count as one. */
function countWords(text: string): number {
  let words = 1;
  for (let at = 0; at < text.length; at += 1) {
    words += text.charCodeAt(at) === SPACE ? 1 : 0;
  }
  return words + Math.floor(countUnspaced(text) / 2);
}

function isCaption(text: string): boolean {
  return CAPTION_LABEL.test(text) || (text.includes("(") && CAPTION.test(text));
}
