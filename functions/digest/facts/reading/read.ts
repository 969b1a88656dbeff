import { withoutDirection } from "../../text/invisible.ts";
import { recently } from "../../text/once.ts";
import { hasUnspaced } from "../../text/scripts.ts";
import { hasCapital } from "../../text/tokens.ts";
import { wordSet } from "../phrases.ts";
import { BLANK, blankEnd } from "./blanks.ts";
import { dateAt } from "./dates/dates.ts";
import { listMarkEnd } from "./marks.ts";
import { phoneEnd, phoneKey } from "./phones.ts";
import { rangeFrom } from "./ranges.ts";
import { type Reading, readingOf } from "./reading.ts";
import { spelledAmounts } from "./spelled-amounts.ts";
import { accessEnd, agoEnd, copyrightEnd, stampEnd, updateEnd, versionLineEnd } from "./stamps.ts";
import { isHyphen, matches, type Token } from "./tokens.ts";
import type { ReadSentence, Unit } from "./types.ts";
import { valueAt } from "./values.ts";

/** What any text without values is compared by: each is as good as the next. */
const NO_VALUE = "\n";
const ZIP = /^\d{5}$/;
const STATE = /^\p{Lu}{2}$/u;
const POSTCODE_LEAD = /^[,–—-]$/;
const STREET = /(?:straße|strasse|str|gasse|allee|platz)$/;
const SUITES = wordSet("suite apt apartment box postfach bp bus");
const ARTICLE = /^[LRD]$/;
const POSSESSIVE = /'s$|(?<=s)'$/;
/** Verbs that say nothing by themselves agree with their subject, which says how many there are; "do" is Portuguese too. */
const AGREEING: ReadonlyMap<string, string> = new Map([
  ["are", "is"],
  ["were", "was"],
  ["have", "has"],
  ["does", "do"],
  ["sont", "est"],
  ["ont", "a"],
  ["sind", "ist"],
  ["haben", "hat"],
  ["werden", "wird"],
  ["son", "es"],
  ["han", "ha"],
  ["sono", "è"],
  ["hanno", "ha"],
]);
/** Letters of a label that may have another ending. */
const MIN_LABEL = 7;
const INITIALS = /^(?:.\.)+$/;
/** Between a word and the figure of a note: "the Directive,35", "“open”35"; a stop after a longer word only. */
const BEFORE_NOTE = /^[,;”"»]$/;
const NOTE = /^\d{1,3}$/;
const MIN_BEFORE_STOP = 4;

/** Letters of the sentences of a language that are kept as they were read: those of one story, and some. */
const MAX_KEPT_READ = 6_000;
/** The same of the tags of languages: some ten of them. */
const MAX_KEPT_TAGS = 30;

/** Reads a sentence. Linear time. */
export function readSentence(text: string, lang: string | undefined, day?: string): ReadSentence {
  const read = readerOf(lang ?? "")(text);
  return day === undefined ? read : { ...read, day };
}

const readerOf = recently(MAX_KEPT_TAGS, (lang) =>
  recently(MAX_KEPT_READ, (text) => readWhole(text, lang === "" ? undefined : lang)),
);

function readWhole(text: string, lang: string | undefined): ReadSentence {
  const reading = readingOf(withoutDirection(text), lang);
  const { tokens } = reading;
  const units = [...unitsIn(reading)];
  const repeated = spelledAmounts(tokens, units);
  const read = units.map((unit, n) =>
    repeated.has(n) ? { ...unit, sort: "opaque" as const, key: NO_VALUE, isRepeated: true as const } : unit,
  );
  return { text, tokens, units: read };
}

/** The units of a text, read as they are asked for; a number in words that only repeats another is still one of them. */
export function unitsOf(text: string): Generator<Unit> {
  return unitsIn(readingOf(withoutDirection(text)));
}

function* unitsIn(reading: Reading): Generator<Unit> {
  const { tokens } = reading;
  for (let at = 0; at < tokens.length; ) {
    const found = unitsAt(reading, at);
    yield* found;
    at = Math.max(at + 1, found.at(-1)?.to ?? 0);
  }
}

function unitsAt(reading: Reading, at: number): readonly Unit[] {
  const { tokens } = reading;
  const token = tokens[at];
  const opaque = token === undefined ? undefined : opaqueAt(reading, token, at);
  if (token === undefined || opaque !== undefined) {
    return opaque === undefined ? [] : [opaque];
  }
  const value = valueAt(reading, at);
  if (value !== undefined) {
    return rangeFrom(reading, value) ?? [value];
  }
  return token.type === "mark" ? [] : [wordAt(tokens, at, token)];
}

/** Text that holds no value: an address, the list mark of a line, a stamp of the page, a telephone number. */
function opaqueAt(reading: Reading, token: Token, at: number): Unit | undefined {
  const { tokens } = reading;
  const blank = blankEnd(tokens, at);
  if (blank > at) {
    return { sort: "opaque", key: BLANK, from: at, to: blank };
  }
  const stamp =
    accessEnd(reading, at) ??
    versionLineEnd(reading, at) ??
    copyrightEnd(tokens, at) ??
    stampEnd(reading, at) ??
    updateEnd(reading, at) ??
    agoEnd(tokens, at);
  const article = articleEnd(tokens, at);
  if (article > at) {
    return { sort: "opaque", key: formsOf(tokens, at, article), from: at, to: article };
  }
  const phone = stamp === undefined ? phoneEnd(tokens, at) : undefined;
  if (phone !== undefined && dateAt(reading, at) === undefined) {
    return { sort: "opaque", key: phoneKey(tokens, at, phone), from: at, to: phone };
  }
  const mark = at === 0 ? listMarkEnd(reading) : Math.max(footnoteEnd(tokens, at), postalEnd(tokens, at));
  const end = stamp ?? Math.max(mark, token.type === "address" ? at + 1 : at);
  return end > at ? { sort: "opaque", key: NO_VALUE, from: at, to: end } : undefined;
}

/** "L. 312-8", an article of a French code: the end of its number, or where it begins if it is none. */
function articleEnd(tokens: readonly Token[], at: number): number {
  const [letter, stop, number] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!matches(letter, ARTICLE) || stop?.text !== "." || !stop.isGlued || number?.type !== "number") {
    return at;
  }
  let end = at + 3;
  while (isHyphen(tokens[end]) && tokens[end]?.isGlued === true && tokens[end + 1]?.type === "number") {
    end += 2;
  }
  return end;
}

function formsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ form }) => form)
    .join("");
}

/** "Suite 175", "UT 84043": the number of a postal address after a suite or state. */
function postalEnd(tokens: readonly Token[], at: number): number {
  const [before, number] = [tokens[at - 1], tokens[at]];
  if (number?.type !== "number") {
    return at;
  }
  const isZip = ZIP.test(number.text) && matches(before, STATE);
  const isSuite = SUITES.has(before?.form ?? "");
  const isPlace = isHouseNumber(tokens, at) || isPostcode(tokens, at) || isAfterState(tokens, at);
  return isZip || isSuite || isPlace ? at + 1 : at;
}

/** "Hafenstraße 25,", "Wolbecker Str. 36)", but no count ("am Marktplatz 12 Boote"). */
function isHouseNumber(tokens: readonly Token[], at: number): boolean {
  const street = tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1];
  return (
    tokens[at + 1]?.type !== "word" &&
    street !== undefined &&
    hasCapital(street.text) &&
    STREET.test(street.form)
  );
}

/** "Velm, California 90017": behind a state that is written out. */
function isAfterState(tokens: readonly Token[], at: number): boolean {
  const [comma, state, , next] = tokens.slice(Math.max(0, at - 2), at + 2);
  const isSetOff = comma?.text === "," && state?.type === "word" && hasCapital(state.text);
  return isSetOff && matches(tokens[at], ZIP) && (next?.type !== "word" || !hasCapital(next.text));
}

/** "Weg 6, 38126 Velm", "Via Roma 12 - 00187 Velm": after the number of a house. */
function isPostcode(tokens: readonly Token[], at: number): boolean {
  const [house, before, number, place] = tokens.slice(Math.max(0, at - 2), at + 2);
  const isSetOff = house?.type === "number" && before !== undefined && POSTCODE_LEAD.test(before.text);
  return isSetOff && matches(number, ZIP) && place?.type === "word" && hasCapital(place.text);
}

/** "^12" or "^12^", or a figure glued to a mark: a footnote. */
function footnoteEnd(tokens: readonly Token[], at: number): number {
  return isGluedNote(tokens, at) ? at + 1 : markedNoteEnd(tokens, at);
}

/** "Directive,35 the", "late.35 The". */
function isGluedNote(tokens: readonly Token[], at: number): boolean {
  const [word, mark, number, next] = tokens.slice(Math.max(0, at - 2), at + 2);
  const isGlued = mark?.isGlued === true && number?.isGlued === true && next?.isGlued !== true;
  const isStop =
    mark?.text === "." &&
    (word?.text.length ?? 0) >= MIN_BEFORE_STOP &&
    (next === undefined || hasCapital(next.text));
  return isGlued && word?.type === "word" && matches(number, NOTE) && (BEFORE_NOTE.test(mark.text) || isStop);
}

function markedNoteEnd(tokens: readonly Token[], at: number): number {
  const [mark, number, close] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (mark?.text !== "^" || number?.type !== "number" || !number.isGlued) {
    return at;
  }
  const isClosed = close?.text === "^" && close.isGlued;
  return mark.isGlued || at === 0 || isClosed ? at + (isClosed ? 3 : 2) : at;
}

/** A word; digits and the letters glued to them are one ("18F"). */
function wordAt(tokens: readonly Token[], from: number, token: Token): Unit {
  const to = token.type === "number" ? identifierEnd(tokens, from + 1) : from + 1;
  if (to > from + 1) {
    return { sort: "word", key: formsOf(tokens, from, to), from, to };
  }
  const isLabel = tokens[to]?.text === ":" && hasCapital(token.text) && token.form.length >= MIN_LABEL;
  return { sort: "word", key: isLabel ? labelKey(token.form) : wordKey(token), from, to };
}

/** "Vorsitzende:", "Vorsitzender:", "Tesorera:", "Tesorero:": the same label, whoever is meant. */
function labelKey(form: string): string {
  return form
    .replace(/ière$/, "ier")
    .replace(/in$/, "")
    .replace(/(?:er|en|e|a|o)$/, "");
}

function identifierEnd(tokens: readonly Token[], start: number): number {
  let end = start;
  for (let token = tokens[end]; token?.isGlued === true && isSpacedWord(token); token = tokens[end]) {
    end += 1;
  }
  return end;
}

function isSpacedWord({ type, text }: Token): boolean {
  return type === "word" && !hasUnspaced(text);
}

/** A word without its possessive ending, initials without their stops, auxiliaries in one form. */
function wordKey({ form }: Token): string {
  const word = form.replace(POSSESSIVE, "");
  return AGREEING.get(word) ?? (INITIALS.test(word) ? word.replaceAll(".", "") : word);
}
