import { PARTS } from "../../text/legal-words.ts";
import { hasCapital } from "../../text/tokens.ts";
import { wordSet } from "../phrases.ts";
import { FUNCTION_WORDS } from "../slots/words.ts";
import { dateAt } from "./dates/dates.ts";
import { unitAt } from "./numbers/unit-at.ts";
import { RANGE_LINKS } from "./range-words.ts";
import { type Reading, readingOf } from "./reading.ts";
import { isHyphen, matches, type Token } from "./tokens.ts";

/** Characters that a list mark and the word after it take at most. */
const MAX_LIST_MARK = 60;
/** Lines without one of these before their first letters have no list mark. */
const MAYBE_LIST_MARK =
  /^\s{0,60}(?:[(（#]?\p{Nd}|[(（]?[\p{Ll}IVX]{1,5}[.)）]|[AFPQR]\p{Nd}{1,3}[:.)]|\p{Lu}\p{L}{1,11}\.? ?\p{Nd}{1,3} ?[:.)–—-])/u;
/** Bullets before the text of an item; dashes, stars and "+" only with a space, else they are signs: "-5 degrees". */
const BULLET = /^\s{0,60}(?:[•‣⁃◦▪▫●○■□◆◇❖➢➤▶►∙·]\s{0,9}|[*+–—−-]\s{1,9})(?=\S)/u;
/** "第37条", the part of a law that a line begins with, before its title in brackets or a blank. */
const HAN_PART =
  /^\s{0,60}第[\p{Nd}〇零一二三四五六七八九十百千]{1,8}[条條章节節款編编](?:之\p{Nd}{1,2})?(?=[\s（(]|$)\s{0,9}/u;
const OPENS_MARK = /^[(（#]$/;
const CLOSES_MARK = /^[).:、º°）]$/;
/** "(2)::". */
const MAX_CLOSING = 3;
const PART_LETTER = /^(?:\p{Lu}|[IVXLC]{1,7})$/u;
const CLOSES_NAME = /^[:.)–—-]$/;
const DASH = /^[–—-]$/;
/** "Q16:", "F3:": the number of a question or answer. */
const QUESTION = /^[AFPQR]\p{Nd}{1,3}$/u;
const LIST_LETTER = /^(?:\p{Ll}|[ivx]{1,5}|[IVX]{1,5})$/u;
const LIST_NUMBER = /^\d{1,3}(?:\.\d{1,2})*$/;
const OPENS_TEXT = wordSet(
  "the a an this that these those it he she we they i our his her their in on at as for if when where while mr mrs one two three first second third",
);
const ORDINAL_ENDING = /^(?:[oaº°ª.:–-]|er)$/;
const CLOSES_PART = /^[.:)–-]$/;
/** Words of a number, with the word for the part. */
const MAX_SPELLED = 4;
const PART_NUMBER = /^\d{1,2}(?:\.\d{1,2}){1,3}$/;
const STOP = /^[.!?…]$/;
/** Tokens of a line that may be a heading. */
const MAX_HEADING_TOKENS = 8;
/** After a figure that measures something, without a unit of its own. */
const MEASURED = wordSet(
  "million billion trillion millionen milliarden millones millions milliards milioni miliardi earthquake quake magnitude stars points",
);
const PART_NAMES: ReadonlySet<string> = new Set(PARTS);
const PLAIN_NUMBER = /^\d{1,3}$/;
const HASH_NUMBER = /^#\d{1,3}$/;

/** A sentence without the list mark that opens it: "3) Dogs stay outside" and "• Dogs stay outside" are "Dogs stay outside". */
export function withoutListMark(sentence: string): string {
  const text = sentence.replace(BULLET, "").replace(HAN_PART, "");
  if (!MAYBE_LIST_MARK.test(text)) {
    return text;
  }
  const reading = readingOf(text.slice(0, MAX_LIST_MARK));
  const end = markEnd(reading);
  return end === 0 ? text : text.slice(reading.tokens[end]?.start ?? 0);
}

/** Tokens of the list mark that opens a sentence; 0 if none does, or a date. */
export function listMarkEnd(reading: Reading): number {
  if (isRangeStart(reading.tokens)) {
    return 0;
  }
  if (isBareNumber(reading.tokens[0], reading.tokens[1]) || isHeadingNumber(reading)) {
    return 1;
  }
  const part = Math.max(partEnd(reading.tokens), hanPartEnd(reading));
  if (part > 0) {
    return part;
  }
  return MAYBE_LIST_MARK.test(reading.text) && dateAt(reading, 0) === undefined ? markEnd(reading) : 0;
}

/** "13. bis 19. September", "4.-6. June": no mark, but where a range begins. */
function isRangeStart(tokens: readonly Token[]): boolean {
  const link = tokens[1]?.text === "." ? 2 : 1;
  const isLinked = RANGE_LINKS.has(tokens[link]?.form ?? "") || isHyphen(tokens[link]);
  return tokens[0]?.type === "number" && isLinked && tokens[link + 1]?.type === "number";
}

/** "3)", "(iv)", "2.º", "#3", "2 –", "Step 2:", "Q16:". */
function markEnd(reading: Reading): number {
  const { tokens } = reading;
  const [first, second] = tokens;
  if (first?.type === "address") {
    return HASH_NUMBER.test(first.text) && second?.type === "word" ? 1 : 0;
  }
  const at = matches(first, OPENS_MARK) ? 1 : 0;
  if (isListNumber(tokens[at]) && isSetOffDash(tokens[at + 1])) {
    return tokens[at + 2]?.type === "word" ? at + 2 : 0;
  }
  return isPlainMark(tokens[at]) ? closedEnd(tokens, at + 1) : namedEnd(reading);
}

/** "5 The court …": a number before a word that cannot be counted numbers its paragraph. */
function isBareNumber(first: Token | undefined, second: Token | undefined): boolean {
  const isNumber = first?.type === "number" && PLAIN_NUMBER.test(first.text);
  return isNumber && isCapitalised(second) && second?.isGlued === false && OPENS_TEXT.has(second.form);
}

/** "4.3 Running the server", "13.1 spawn", but "4.3 metres": parts of a document, before a capital or in a short line without a stop. */
function isHeadingNumber({ tokens }: Reading): boolean {
  const [number, word] = tokens;
  if (number?.type !== "number" || !PART_NUMBER.test(number.text) || word?.type !== "word" || word.isGlued) {
    return false;
  }
  const isLine = tokens.length <= MAX_HEADING_TOKENS && !matches(tokens.at(-1), STOP);
  return (hasCapital(word.text) || isLine) && unitAt(tokens, 1) === undefined && !MEASURED.has(word.form);
}

/** "Art. 3o The club …", "§ 12 Das Boot …", "Artículo 15.- Son …", "Article Fifteen: …": the part of a law or rule that a line begins with. */
function partEnd(tokens: readonly Token[]): number {
  const stop = tokens[1]?.text === "." ? 1 : 0;
  const number = tokens[1 + stop];
  if (!PART_NAMES.has(tokens[0]?.form ?? "")) {
    return 0;
  }
  if (number?.type !== "number") {
    return spelledPartEnd(tokens);
  }
  let end = 2 + stop;
  while (tokens[end]?.isGlued === true && ORDINAL_ENDING.test(tokens[end]?.text ?? "")) {
    end += 1;
  }
  return tokens[end] === undefined || isCapitalised(tokens[end]) || isHeadedNumber(tokens, end) ? end : 0;
}

/** The tokens of "第37条" before a heading. */
function hanPartEnd({ text, tokens }: Reading): number {
  const end = HAN_PART.exec(text)?.[0].trimEnd().length ?? 0;
  return tokens.filter((token) => token.end <= end).length;
}

/** "§8.3 50-år jubileumsfonden": what follows the number of a part begins with a number. */
function isHeadedNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.type === "number" && !token.isGlued && isHyphen(tokens[at + 1]);
}

/** "Artículo Décimo Quinto: …", "Article Fifteen. …", "Annex B: …", "Title VII – …": numbers in words or letters, closed by a mark. */
function spelledPartEnd(tokens: readonly Token[]): number {
  let end = matches(tokens[1], PART_LETTER) ? 2 : 1;
  while (end < MAX_SPELLED && isNumberWord(tokens[end])) {
    end += 1;
  }
  const start = end;
  while (isClosing(tokens[end]) || (end === start && isSetOffDash(tokens[end]))) {
    end += 1;
  }
  return start > 1 && end > start ? end : 0;
}

function isClosing(token: Token | undefined): boolean {
  return token?.isGlued === true && CLOSES_PART.test(token.text);
}

function isNumberWord(token: Token | undefined): boolean {
  const { ordinal, cardinal } = token?.means ?? {};
  return ordinal !== undefined || cardinal !== undefined;
}

function isPlainMark(token: Token | undefined): boolean {
  return isListNumber(token) || matches(token, LIST_LETTER) || matches(token, QUESTION);
}

function isListNumber(token: Token | undefined): boolean {
  return token?.type === "number" && LIST_NUMBER.test(token.text);
}

function isSetOffDash(token: Token | undefined): boolean {
  return token?.isGlued === false && DASH.test(token.text);
}

/** "3)", "3.)", "2.º": closing marks right after the mark, then a word. */
function closedEnd(tokens: readonly Token[], start: number): number {
  let end = start;
  while (end < start + MAX_CLOSING && tokens[end]?.isGlued === true && matches(tokens[end], CLOSES_MARK)) {
    end += 1;
  }
  const next = tokens[end];
  const isSetOff = next?.isGlued === false || tokens[end - 1]?.text === "、";
  const isText = next?.type === "word" || next?.text === "`";
  return end > start && isText && isSetOff ? end : 0;
}

/** "Step 2:", "Rule 5.", "Étape 2 :"; "May 5:" and "Dne 5. května" are dates, and "Zum 2. Mal" is an ordinal. */
function namedEnd(reading: Reading): number {
  const { tokens } = reading;
  const stop = tokens[1]?.text === "." && tokens[1].isGlued ? 1 : 0;
  const [number, close, next] = tokens.slice(1 + stop, 4 + stop);
  const isMark =
    isCapitalised(tokens[0]) &&
    !FUNCTION_WORDS.has(tokens[0]?.form ?? "") &&
    number?.type === "number" &&
    PLAIN_NUMBER.test(number.text) &&
    matches(close, CLOSES_NAME);
  const isText = next === undefined || (next.type === "word" && !next.isGlued);
  return isMark && isText && !isDated(reading) ? 3 + stop : 0;
}

function isDated(reading: Reading): boolean {
  return dateAt(reading, 0) !== undefined || dateAt(reading, 1) !== undefined;
}

function isCapitalised(token: Token | undefined): boolean {
  return token?.type === "word" && hasCapital(token.text);
}
