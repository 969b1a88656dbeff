import { hasUnspaced } from "../text/scripts.ts";
import { wordSet } from "./phrases.ts";
import { NEGATIONS } from "./polarity/negation-words.ts";
import { matches, type Token } from "./reading/tokens.ts";
import type { ReadSentence, Unit } from "./reading/types.ts";
import { isValue, plainKey } from "./reading/values.ts";
import { type Gap, type Side, unitsOf } from "./slots/gaps.ts";
import { AGES, FUNCTION_WORDS, isContent, SMALL_WORDS } from "./slots/words.ts";

/** What an edit of a sentence does: nothing but its form, its wording, or what it says. */
export type Weight = "form" | "wording" | "substance";

/** The heaviest first. */
const WEIGHTS: readonly Weight[] = ["substance", "wording", "form"];

/** The heaviest of some weights; "form" if there are none. */
export function heaviest(weights: readonly Weight[]): Weight {
  return WEIGHTS.find((weight) => weights.includes(weight)) ?? "form";
}

/** Words that say something, come or gone in one place, from which an edit says something else. */
const MIN_ONE_SIDED = 2;
/** The same for words come and gone anywhere in the sentence. */
const MIN_ANYWHERE = 10;
/** The same where the figures of both sides have nothing to do with each other. */
const MIN_REWRITTEN = 4;
/** Letters by which inflections of a word are one word: "report", "reporting". */
const STEM = 5;
/** Between the members of a list. */
const LISTING = wordSet("and or et ou und oder sowie y e o & en i и");
/** Words between commas that only say how a sentence goes on. */
const CONNECTIVES = wordSet(
  "also however either though instead therefore moreover thus auch jedoch aber aussi cependant toutefois también però anche",
);
const ONLY = wordSet(
  "only solely exclusively nur ausschließlich lediglich seulement uniquement exclusivement solo sólo solamente únicamente " +
    "exclusivamente soltanto unicamente apenas somente slechts alleen enkel uitsluitend",
);
const NOTE_MARK = /^(?:\[\^?\d|\^$)/;
const DASH = /^[-‐‑‒–—―−]$/;
const SIGNIFICANT_MARK = /^(?:[,;:!?()[\]/%…]|\p{Extended_Pictographic}|(?![|~])[\p{Sc}\p{Sm}\p{So}])$/u;

/**
 * What readers write to or install: an e-mail address, an account, a version; and formulas. Another web address is a matter of form: most
 * are moved pages.
 */
const TELLING_ADDRESS = /^(?:[^/]*@|v?\d|\$)/i;

/** Fitted on edits labelled by reading; docs/figures.md has the figures. Linear in the sentences. */
export function weightOf(before: ReadSentence, after: ReadSentence, gaps: readonly Gap[]): Weight {
  if (gaps.every(isNoteMark)) {
    return formOf(before) === formOf(after) ? "form" : "wording";
  }
  if (haveSameLetters(before, after)) {
    return "form";
  }
  const [known, knownAfter] = [new Set(stemsOf(before)), new Set(stemsOf(after))];
  const sizes = gaps.map((gap) => ({
    gap,
    gone: sizeOf(stemsIn(gap.before).filter((stem) => !knownAfter.has(stem))),
    come: sizeOf(stemsIn(gap.after).filter((stem) => !known.has(stem))),
  }));
  const isOneSided = sizes.some(({ gone, come }) => Math.abs(gone - come) >= MIN_ONE_SIDED);
  const anywhere = sizes.reduce((sum, { gone, come }) => sum + gone + come, 0);
  const isRewritten = anywhere >= MIN_REWRITTEN && gaps.some(hasOtherValues);
  return isOneSided ||
    isRewritten ||
    sizes.some(isLoneFigure) ||
    gaps.some(isExclusive) ||
    sizes.some(isMemberAlone) ||
    anywhere >= MIN_ANYWHERE
    ? "substance"
    : "wording";
}

/**
 * A number in digits that came or went while nothing took its place, set among words or with its unit, so that it is no mark of a
 * footnote or list; and no age, which another sentence may tell.
 */
function isLoneFigure({ gap: { before, after }, gone, come }: Sized): boolean {
  const [side, other] = unitsOf(before).some(isValue) ? [before, after] : [after, before];
  const isNew = gone + come > 0 && !unitsOf(other).some(isValue);
  const [lead, next] = [side.sentence.units[side.from - 1], side.sentence.units[side.to]];
  const isPart = [lead, next].some((unit) => unit !== undefined && isValue(unit));
  return isNew && !isPart && unitsOf(side).some((unit) => unit.sort === "number" && isSaid(side, unit));
}

function isSaid({ sentence: { tokens } }: Side, { from, to, unit = "" }: Unit): boolean {
  const around = [tokens[from - 1], tokens[to]];
  const isAmongWords = around.every((token) => token?.type === "word") && tokens[from]?.isGlued === false;
  return tokens[from]?.type === "number" && (unit === "" ? isAmongWords : !AGES.has(unit));
}

/**
 * "Only" came or went, and nothing in its place: "only members may moor". Before a number it says that it is low, and "not only" leaves
 * nothing out.
 */
function isExclusive({ before, after }: Gap): boolean {
  const [side, other] = before.from < before.to ? [before, after] : [after, before];
  const { units } = side.sentence;
  const [lead, only, next] = [units[side.from - 1], units[side.from], units[side.to]];
  const isAlone = side.to - side.from === 1 && other.from === other.to && ONLY.has(only?.key ?? "");
  const isBeforeNumber = next !== undefined && isValue(next);
  return (
    isAlone &&
    !isBeforeNumber &&
    !NEGATIONS.has(lead?.key ?? "") &&
    !other.sentence.units.some(({ key }) => ONLY.has(key))
  );
}

/** A gap with how much is gone and come that its sentence has nowhere else. */
interface Sized {
  readonly gap: Gap;
  readonly gone: number;
  readonly come: number;
}

/** "Ferries, barges and tugs" → "Ferries and tugs", "by post" → "by post or in person": one of a list came or went alone. */
function isMemberAlone({ gap: { before, after }, gone, come }: Sized): boolean {
  const [side, other] = gone > 0 ? [before, after] : [after, before];
  return gone + come > 0 && Math.min(gone, come) === 0 && other.to - other.from <= 1 && isListed(side);
}

/** With a joiner of its own, between commas or joiners, or behind the last joiner. */
function isListed(side: Side): boolean {
  const { sentence, from, to } = side;
  const [first, last] = [sentence.units[from], sentence.units[to - 1]];
  if (first === undefined || last === undefined || !saysSomething(side)) {
    return false;
  }
  const [before, after] = [sentence.tokens[first.from - 1], sentence.tokens[last.to]];
  const isLast = isJoiner(before) && (after === undefined || after.type === "mark");
  return (
    isJoiner(sentence.tokens[first.from]) ||
    isJoiner(sentence.tokens[last.from]) ||
    isLast ||
    (isBetween(before) && isBetween(after))
  );
}

/** Whether a side holds more than a connective or small words. */
function saysSomething(side: Side): boolean {
  const units = unitsOf(side);
  const isConnective = units.length === 1 && units.every(({ key }) => CONNECTIVES.has(key));
  const isAddress = ({ from }: Unit) => addressAt(side.sentence.tokens[from]).length > 0;
  return !isConnective && units.some((unit) => isContent(unit) || isAddress(unit));
}

function isBetween(token: Token | undefined): boolean {
  return token?.text === "," || isJoiner(token);
}

function isJoiner(token: Token | undefined): boolean {
  return LISTING.has(token?.form ?? "");
}

/** Values on both sides of a gap, and none in common. */
function hasOtherValues({ before, after }: Gap): boolean {
  const [a, b] = [before, after].map((side) => unitsOf(side).filter(({ sort }) => sort !== "word"));
  const there = new Set(b?.map(({ key }) => key));
  return a?.some(isValue) === true && b?.some(isValue) === true && !a.some(({ key }) => there.has(key));
}

/** A letter of a script without spaces is half a word. */
function sizeOf(stems: readonly string[]): number {
  return stems.reduce((sum, stem) => sum + (hasUnspaced(stem) ? 0.5 : 1), 0);
}

/** What says something in a sentence: stems of words, keys of values, addresses that tell something. */
function stemsOf(sentence: ReadSentence): readonly string[] {
  return stemsIn({ sentence, from: 0, to: sentence.units.length });
}

function stemsIn(side: Side): readonly string[] {
  return unitsOf(side).flatMap((unit) => {
    const { sort, key, from } = unit;
    if (isValue(unit)) {
      return [plainKey(unit)];
    }
    if (sort === "opaque") {
      return addressAt(side.sentence.tokens[from]);
    }
    return FUNCTION_WORDS.has(key) || SMALL_WORDS.has(key) ? [] : [key.slice(0, STEM)];
  });
}

/** A gap in which nothing but the mark of a footnote, "[6]", "^1^", or the same number again came or went. */
function isNoteMark({ before, after }: Gap): boolean {
  return [before, after].every((side) =>
    unitsOf(side).every(
      ({ sort, from, isRepeated }) =>
        sort === "opaque" && (isRepeated === true || matches(side.sentence.tokens[from], NOTE_MARK)),
    ),
  );
}

/** Whether two sentences differ in blanks and case at most: "on11th July", "on 11th July". Linear in them. */
export function haveSameLetters(before: ReadSentence, after: ReadSentence): boolean {
  const [a, b] = [before, after].map(({ tokens }) => tokens.map(({ form }) => form).join(""));
  return a === b;
}

/**
 * What typography leaves of a sentence of which all words and values are kept: commas, brackets, hyphens, words for digits,
 * addresses that tell something.
 */
function formOf({ tokens, units }: ReadSentence): string {
  const spans = units.filter(({ sort }) => sort === "opaque");
  const inside = new Set(
    units.flatMap(({ from, to, isRepeated }) => {
      const bracket = isRepeated === true && tokens[from - 1]?.text === "(" ? 1 : 0;
      return Array.from({ length: to - from + 2 * bracket }, (_, n) => from - bracket + n);
    }),
  );
  const marks = tokens.flatMap((_, at) => (inside.has(at) ? [] : markAt(tokens, at)));
  const written = units.flatMap(({ sort, from }) =>
    sort === "number" ? [tokens[from]?.type === "word"] : [],
  );
  const addresses = spans.flatMap(({ from }) => addressAt(tokens[from]));
  return [...marks, ...written, ...addresses].join(" ");
}

/** An address that tells something, in lower case; a version without its "v". */
export function addressAt(token: Token | undefined): readonly string[] {
  return token?.type === "address" && TELLING_ADDRESS.test(token.text)
    ? [token.text.toLowerCase().replace(/^v(?=\d)/, "")]
    : [];
}

/** A mark that is more than typography. */
function markAt(tokens: readonly Token[], at: number): readonly string[] {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.type !== "mark") {
    return [];
  }
  if (SIGNIFICANT_MARK.test(token.text)) {
    return [token.text];
  }
  const isInWord = token.isGlued && next?.isGlued === true && next.type === "word";
  return isInWord && DASH.test(token.text) ? ["-"] : [];
}
