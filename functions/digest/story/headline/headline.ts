import { withoutInvisible } from "../../text/invisible.ts";
import type { Block } from "../formats/document.ts";

/** Longest headline, in characters; a longer one is cut at a word. */
export const MAX_HEADLINE = 200;

const MAX_HEADLINE_WORDS = 16;
const STOP = /(?<!\.)[.…。।؟۔][”"’'»)\]]*$/u;
const MIN_KEYWORD_LISTS = 2;
const OUTLETS =
  /^(?:(?:\p{Lu}[\p{L}.&'’-]*|the|of) ){0,4}(?:News|Times|Post|Guardian|BBC|CNN|Reuters|AP|AFP|Journal|Herald|Tribune|Today|Online|Telegraph|Independent|Gazette|Chronicle|Magazine|Daily|Mail|\p{L}+\.(?:com|org|net))$/u;
const SEPARATOR = / (?:[–—|]|--?) +/u;

/** Whether the first line of a story is its headline rather than its first paragraph. */
export function isHeadline(line: Block): boolean {
  const words = line.text.slice(0, 2 * MAX_HEADLINE).split(" ").length;
  const title = cutKeywords(line.text);
  const titleWords = title.split(" ").length;
  return (
    (words <= MAX_HEADLINE_WORDS || (titleWords <= MAX_HEADLINE_WORDS && title !== line.text)) &&
    (line.blankAfter || !STOP.test(title))
  );
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
  return (
    piece.trim() === "" || OUTLETS.test(piece.trim().slice(0, 60)) || isKeywordList(piece, MIN_KEYWORD_LISTS)
  );
}

const FUNCTION_WORD =
  /(?:^|\s)(?:a|an|the|is|are|was|were|be|been|has|have|had|will|would|to|that|which|who|and|or|but|said|says|it|he|she|they|we|you|i|his|her|their|its|as|by|from|at|on)(?=\s|$)/iu;

/** A figure by itself, but a year, and signs that belong to figures or remarks: what has them says something. */
const FIGURE = /[()%‰$€£¥]|(?<![^\s,])(?!(?:19|20)\d\d(?![^\s,]))\p{Nd}/u;

/** "Iran relations, Moscow visit, diplomacy 2025": terms separated by commas, no sentence and no figures. */
export function isKeywordList(line: string, atLeast = 3): boolean {
  if (line.length > 2 * MAX_HEADLINE || STOP.test(line) || FIGURE.test(line) || FUNCTION_WORD.test(line)) {
    return false;
  }
  const terms = line.split(/, ?/u);
  return terms.length >= atLeast && terms.every((term) => isTerm(term));
}

function isTerm(term: string): boolean {
  const words = term.trim().split(" ").length;
  return term.trim() !== "" && words >= 1 && words <= 6 && !/[.:;!?"“”]/.test(term);
}

/** Whether two titles differ only in typography, case and keywords. */
export function isSameTitle(one: string, other: string): boolean {
  return titleLetters(one) === titleLetters(other);
}

function titleLetters(title: string): string {
  return cutKeywords(title)
    .slice(0, 4 * MAX_HEADLINE)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** A headline fit for an email subject: no control or direction characters, at most {@link MAX_HEADLINE} characters. */
export function boundHeadline(headline: string): string {
  const clean = withoutInvisible(headline.slice(0, 8 * MAX_HEADLINE).toWellFormed())
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
  return `${(atWord > MAX_HEADLINE / 2 ? cut.slice(0, atWord) : cut).replace(/[\s,;:–—-]+$/u, "")}…`;
}
