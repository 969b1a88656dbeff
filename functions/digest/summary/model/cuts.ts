import { cuesIn } from "../../facts/polarity/cues.ts";
import { isCueIn } from "../../facts/polarity/languages.ts";
import { CONTRACTED, LESS, NEGATIONS } from "../../facts/polarity/negation-words.ts";
import { readSentence } from "../../facts/reading/read.ts";
import type { ReadSentence, Unit } from "../../facts/reading/types.ts";
import { quotationsIn } from "../../facts/slots/quoted.ts";
import { REPORTING } from "../../facts/slots/sources.ts";
import { ARTICLES, JOINERS } from "../../facts/slots/words.ts";
import { isSpeech, opensWithSource } from "../../story/headline/attribution.ts";
import { withoutDirection } from "../../text/invisible.ts";
import { hasOpenQuotation } from "../../text/sentences/quotation-marks.ts";
import { hasCapital } from "../../text/tokens.ts";
import { gradeOf } from "../sentence-form.ts";
import { type Aside, asideOf } from "./asides.ts";

/** Cuts of a sentence that are looked at. */
const MAX_CUTS = 4;
/**
 * What makes a claim hold only in part, or sets another against it: with these, what is left would say more than its sentence. The negations,
 * hedges and verbs of saying are those that facts and headlines are read by.
 */
const CONDITIONS = new Set(
  (
    "if unless except excepting excluding barring pending assuming providing provided depending only but although though however despite yet while " +
    "whereas until alone instead rather supposed so-called former ex si sauf excepté hormis mais bien quoique malgré tandis seulement sinon " +
    "wenn falls sofern außer ausser aber obwohl jedoch trotz während nur bis sondern salvo excepto pero aunque sino mientras sólo solo " +
    "se tranne eccetto ma sebbene benché malgrado però mentre soltanto mas embora exceto apenas enquanto porém indien als tenzij behalve maar hoewel " +
    "terwijl slechts alleen mits"
  ).split(" "),
);
/** Figures that are words, and are not read as values. */
const VAGUE_FIGURES =
  /^(?:dozen|hundred|thousand|million|billion|score|dutzend|hundert|tausend|dizaine|centaine|millier|docena|cientos|miles|decina|decine|centinai|migliai|dúzia|centena|milhar|tientallen|honderden|duizenden)/u;
const PARTICIPLE = /^(\p{L}{2,})(?:ing|ant|ando|iendo|endo|indo)$/u;
/** Endings of finite forms by which such a verb is known. */
const SPOKEN_ENDINGS = ["", "e", "s", "es", "a", "em", "en", "ent", "ó", "ou"];
const QUOTE = /["“”„«»‹›「」『』]|(?<!\p{L})['‘’‚]|['’‘](?!\p{L})/u;

/**
 * The sentence without the asides that cuts name, each only if nothing of the claim goes with it: no negation, hedge, condition, source,
 * figure, unit, date, quotation, address or part of a name; and if what is left suits a summary as well. All other cuts are left in.
 */
export function withCuts(sentence: string, cuts: readonly string[], lang: string | undefined): string {
  return cuts.slice(0, MAX_CUTS).reduce((left, cut) => withoutAside(left, cut, lang), sentence);
}

function withoutAside(sentence: string, cut: string, lang: string | undefined): string {
  const aside = asideOf(sentence, cut, lang);
  if (aside === undefined || withoutDirection(sentence) !== sentence || takesClaim(sentence, aside, lang)) {
    return sentence;
  }
  const left = joined(sentence.slice(0, aside.from), sentence.slice(aside.to));
  return gradeOf(left) === gradeOf(sentence) ? left : sentence;
}

function joined(before: string, after: string): string {
  return /^[\s.,;:!?…]/u.test(after) ? `${before}${after}` : `${before} ${after.trimStart()}`;
}

function takesClaim(sentence: string, { from, to, at, words }: Aside, lang: string | undefined): boolean {
  const read = readSentence(sentence, lang);
  const [first, end] = [unitAfter(read, at), unitAfter(read, at + words.length)];
  const own = read.units.slice(first, end);
  const isWhole = [read.units[first - 1], ...own].every((unit) =>
    isOnOneSide(read, unit, [at, at + words.length]),
  );
  const isQuoted =
    QUOTE.test(words) || touchesQuotation(read, from, to) || hasOpenQuotation(sentence.slice(0, from));
  const isClaim = (unit: Unit) => isValueLike(read, unit) || isTelling(unit, read, lang);
  return (
    own.length === 0 ||
    !isWhole ||
    isQuoted ||
    own.some(isClaim) ||
    cuesIn({ sentence: read, from: first, to: end }, lang).length > 0 ||
    own.some((unit) => opensWithSource(sentence.slice(startOf(read, unit)))) ||
    isBadJoint(read, read.units[first - 1], read.units[end])
  );
}

/** Whether no place is inside a unit. */
function isOnOneSide(read: ReadSentence, unit: Unit | undefined, places: readonly number[]): boolean {
  return (
    unit === undefined || places.every((place) => startOf(read, unit) >= place || endOf(read, unit) <= place)
  );
}

/** The first unit that does not begin before a place. */
function unitAfter(read: ReadSentence, place: number): number {
  const found = read.units.findIndex((unit) => startOf(read, unit) >= place);
  return found < 0 ? read.units.length : found;
}

function startOf({ tokens }: ReadSentence, { from }: Unit): number {
  return tokens[from]?.start ?? 0;
}

function endOf({ tokens }: ReadSentence, { to }: Unit): number {
  return tokens[to - 1]?.end ?? 0;
}

function touchesQuotation(read: ReadSentence, from: number, to: number): boolean {
  return quotationsIn(read).some((quotation) => {
    const [first, last] = [read.tokens[quotation.from], read.tokens[quotation.to - 1]];
    return (first?.start ?? 0) < to && (last?.end ?? read.text.length) > from;
  });
}

/** A number, a date, an address, or a word that counts. */
function isValueLike({ tokens }: ReadSentence, { sort, key, from, to }: Unit): boolean {
  const isCounting = tokens
    .slice(from, to)
    .some(({ type, form, means }) => type !== "word" || (means !== undefined && !ARTICLES.has(form)));
  return sort !== "word" || isCounting || VAGUE_FIGURES.test(key);
}

/** A word that denies, limits or reports. */
function isTelling({ key, from }: Unit, { tokens }: ReadSentence, lang: string | undefined): boolean {
  const { text = "", form = "" } = tokens[from] ?? {};
  const isNegation = (NEGATIONS.has(key) && isCueIn(key, lang)) || CONTRACTED.test(key) || LESS.has(key);
  const isSource = (REPORTING.has(key) && isCueIn(key, lang)) || isSpeech(text) || isSaying(form);
  return isNegation || isSource || CONDITIONS.has(key) || CONDITIONS.has(form);
}

/** "saying", "affirmant", "diciendo": the participle of a verb of saying. */
function isSaying(form: string): boolean {
  const [, base] = PARTICIPLE.exec(form) ?? [];
  return base !== undefined && SPOKEN_ENDINGS.some((ending) => isSpeech(`${base}${ending}`));
}

/** What would stand side by side: two words of one name, a value and what it counts, or an enumeration. */
function isBadJoint(read: ReadSentence, left: Unit | undefined, right: Unit | undefined): boolean {
  if (left === undefined || right === undefined) {
    return left === undefined;
  }
  const [isCapital, isValue] = [
    [left, right].every(({ from }) => hasCapital(read.tokens[from]?.text ?? "")),
    [left, right].some((unit) => isValueLike(read, unit)),
  ];
  return isCapital || isValue || JOINERS.has(right.key);
}
