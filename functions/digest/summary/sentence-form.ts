import { countUnspaced } from "../text/scripts.ts";

/** How well a sentence suits a summary, best first; an aside is no sentence, and suits none. */
export type Grade = "strong" | "weak" | "heading" | "aside";

const MIN_WORDS = 8;
const MAX_WORDS = 80;
/** Longest headline or sub-heading, in words; a longer line without one is a sentence that lost its full stop. */
const MAX_HEADING = 20;
/** Title case is judged by words of at least four letters, if there are at least three. */
const TITLE_WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]{3,}/gu;
const TITLE_WORDS = 3;
const TITLE_SHARE = 0.75;

const CLOSERS = "[\"'”’»›“‘」』）)\\]\\s]{0,12}";
const STOP = new RegExp(`[.!?…‽。．！？।॥؟۔։።។]${CLOSERS}$`, "u");
const QUESTION = new RegExp(`[?？؟]${CLOSERS}$`, "u");
const EXCLAMATION = new RegExp(`[!！]${CLOSERS}$`, "u");
const INTRODUCES = /[:：]\s?\.?$/u;
const LIST_MARKER = /^(?:[•⁃◦▪‣*·–—-]\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;

const CAPTION = /\((?:pictured|above|left|right|centre|center|file photo|file)\b/i;
const CAPTION_LABEL =
  /^(?:pictured?|photos?|images?|figures?|caption|video|watch|foto|bild|abbildung|imagen|vidéo)(?: \d{1,3})?: /i;
/** An address as text; a list of downloads is made of them. */
const ADDRESS = /\bhttps?:\/\/\S+/g;
const ADDRESS_SHARE = 0.5;
/** Words are counted in this many characters from the start; stops are sought in this many at the end. */
const SEARCHED = 4000;
const END = 20;

/**
 * How well a sentence suits a summary by its form, whatever it says. The first row that applies:
 *
 * | sentence | grade |
 * |---|---|
 * | a caption: "(pictured)", "Photo: …" | aside |
 * | ends with a colon | heading |
 * | more than half of it is web addresses | heading |
 * | at most 20 words, no stop at its end | heading |
 * | at most 20 words, a question or exclamation in title case | heading |
 * | begins with a list marker | weak |
 * | under 8 words or over 80 | weak |
 * | a question | weak |
 * | any other | strong |
 */
export function gradeOf(sentence: string): Grade {
  const searched = sentence.slice(0, SEARCHED);
  const words = countWords(searched);
  if (isCaption(searched)) {
    return "aside";
  }
  const isHeading = INTRODUCES.test(sentence.slice(-8)) || isMadeOfAddresses(searched);
  if (isHeading || (words <= MAX_HEADING && isTitleLike(sentence))) {
    return "heading";
  }
  const isWeak = words < MIN_WORDS || words > MAX_WORDS || LIST_MARKER.test(sentence.slice(0, 8));
  return isWeak || QUESTION.test(sentence.slice(-END)) ? "weak" : "strong";
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

function isTitleLike(sentence: string): boolean {
  const end = sentence.slice(-END);
  return !STOP.test(end) || ((QUESTION.test(end) || EXCLAMATION.test(end)) && isTitleCase(sentence));
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
