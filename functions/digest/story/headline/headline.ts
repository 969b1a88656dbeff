import { withoutDirection, withoutInvisible } from "../../text/invisible.ts";
import { splitSentences } from "../../text/sentences/sentences.ts";
import type { Block } from "../formats/document.ts";
import { opensPhrase } from "./headline-words.ts";

/** Longest headline, in characters; a longer one is cut at a word. */
export const MAX_HEADLINE = 200;

const MAX_HEADLINE_WORDS = 16;
/** A short line in a script without spaces, in characters. */
const SHORT_UNSPACED = 60;
/** What goes on in the next line: a lead to a list, half a sentence. */
const OPEN_END =
  /[,;:–—-]$| (?:an?|the|and|or|but|of|to|with|from|at|that|which|who|der|die|das|und|oder|von|mit|zu|les?|la|du|des?|et|ou|el|los|y|o|che|il|di|e|da|do|het|een|en|van|met|и|в|на|с|из)$/iu;
const UNSPACED_STOP = /[。｡][”’»」』]*$/u;
const STOP = /(?<!\.)[.…。।؟۔][”"’'»)\]]*$/u;
const OUTLETS =
  /^(?:(?:\p{Lu}[\p{L}.&'’-]*|the|of) ){0,4}(?:News|Times|Post|Guardian|BBC|CNN|Reuters|AP|AFP|Journal|Herald|Tribune|Today|Online|Telegraph|Independent|Gazette|Chronicle|Magazine|Daily|Mail|\p{L}+\.(?:com|org|net))$/u;
const SEPARATOR = / (?:[–—|]|--?) +/u;

/**
 * Whether the first line of a story is its headline rather than its first paragraph: a short line without a full stop, or
 * with a blank line under it; and one of any length up to {@link MAX_HEADLINE} that is set off by a blank line and is no
 * sentence, no part of one, and no lead to what follows.
 */
export function isHeadline(line: Block, next = ""): boolean {
  const title = cutKeywords(line.text);
  if (title.length > MAX_HEADLINE || (isSmall(next) && !isSmall(title))) {
    return false;
  }
  const isStopped = STOP.test(title);
  if (isShort(title)) {
    return !isStopped || (line.blankAfter === true && !UNSPACED_STOP.test(title));
  }
  return (
    line.blankAfter === true && !isStopped && !OPEN_END.test(title) && splitSentences(title).length === 1
  );
}

/** A line with few words; in a script without spaces, with few characters. */
function isShort(title: string): boolean {
  return (
    title.split(" ").length <= MAX_HEADLINE_WORDS && (title.includes(" ") || title.length <= SHORT_UNSPACED)
  );
}

/** A line that begins with a small letter goes on with the sentence of the one above, unless that does so too. */
function isSmall(line: string): boolean {
  return /^\p{Ll}[\p{Ll} ]/u.test(line);
}

/** A headline without the search keywords or the name of the outlet after its last dash or bar. */
export function cutKeywords(line: string): string {
  const title = line.slice(0, 4 * MAX_HEADLINE);
  const pieces = title.split(SEPARATOR);
  while (pieces.length > 1 && isTail(pieces.at(-1) ?? "")) {
    pieces.pop();
  }
  return pieces.length === title.split(SEPARATOR).length
    ? line
    : title.slice(0, lengthOf(title, pieces.length)).trim();
}

/** What {@link cutKeywords} takes off a headline, without the dash: keywords, or the name of the outlet. */
export function keywordsAfter(line: string): string {
  return line.slice(cutKeywords(line).length).replace(/^[\s–—|-]+/u, "");
}

/** Length of the first `count` pieces of a title, including the separators between them. */
function lengthOf(title: string, count: number): number {
  let seen = 0;
  for (const separator of title.matchAll(new RegExp(SEPARATOR, "gu"))) {
    seen++;
    if (seen === count) {
      return separator.index;
    }
  }
  return title.length;
}

function isTail(piece: string): boolean {
  return piece.trim() === "" || OUTLETS.test(piece.trim().slice(0, 60)) || isKeywordList(piece);
}

const FUNCTION_WORD =
  /(?:^|\s)(?:a|an|the|is|are|was|were|be|been|has|have|had|will|would|to|that|which|who|and|or|but|said|says|it|he|she|they|we|you|i|his|her|their|its|as|by|from|at|on)(?=\s|$)/iu;

/** A figure by itself, but a year, and signs that belong to figures or remarks: what has them says something. */
const FIGURE = /[()%‰$€£¥]|(?<![^\s,])(?!(?:19|20)\d\d(?![^\s,]))\p{Nd}/u;

/**
 * "Iran relations, Moscow visit, diplomacy 2025": search terms behind a headline, no sentence and no figures. A list of
 * names alone ("Fires – Easton, Weston") belongs to the headline.
 */
export function isKeywordList(line: string): boolean {
  if (line.length > 2 * MAX_HEADLINE || STOP.test(line) || FIGURE.test(line) || FUNCTION_WORD.test(line)) {
    return false;
  }
  const terms = line.split(/, ?/u).map((term) => term.trim());
  return terms.length > 1 && terms.every(isTerm) && terms.some(isPhrase);
}

/** A search term of several words, which are not all a name's: "Iran foreign policy". */
function isPhrase(term: string): boolean {
  return term.includes(" ") && / \p{Ll}|^\p{Ll}/u.test(term);
}

function isTerm(term: string): boolean {
  return term !== "" && term.split(" ").length <= 6 && !/[.:;!?"“”]/.test(term);
}

/** Whether two titles differ only in typography, case and keywords. */
export function isSameTitle(one: string, other: string): boolean {
  return repeatOf(other)(one);
}

/** Of a line, whether it differs from one of these titles only in typography, case and keywords. */
export function repeatOf(...titles: readonly string[]): (line: string) => boolean {
  const known = new Set(titles.map((title) => lettersOnly(plainTitle(title))));
  const firsts = new Set(Array.from(known, firstLetter));
  return (line) => {
    const plain = plainTitle(line);
    return firsts.has(firstLetter(plain)) && known.has(lettersOnly(plain));
  };
}

function plainTitle(title: string): string {
  return cutKeywords(title)
    .slice(0, 4 * MAX_HEADLINE)
    .toLowerCase();
}

function lettersOnly(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function firstLetter(title: string): string {
  return /[\p{L}\p{N}]/u.exec(title)?.[0] ?? "";
}

/** A headline fit for an email subject: no control or direction characters, at most {@link MAX_HEADLINE} characters. */
export function boundHeadline(headline: string): string {
  const clean = withoutInvisible(withoutDirection(headline.slice(0, 8 * MAX_HEADLINE).toWellFormed()))
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (clean.length <= MAX_HEADLINE) {
    return clean;
  }
  const cut = clean
    .slice(0, MAX_HEADLINE - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, "");
  const atWord = cut.lastIndexOf(" ");
  const words = atWord > MAX_HEADLINE / 2 ? withoutOpeners(cut.slice(0, atWord)) : cut;
  return `${words.replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** Small words at the end of a cut that only open what follows: "que se ha". */
const MAX_OPENERS = 4;

function withoutOpeners(text: string): string {
  const words = text.split(" ");
  const last = words.findLastIndex((word) => !opensPhrase(word, ANY_LANGUAGE));
  return words.length - 1 - last <= MAX_OPENERS ? words.slice(0, last + 1).join(" ") : text;
}

const ANY_LANGUAGE = "";
