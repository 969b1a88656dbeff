import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";
import { sameEnds } from "../text/same-words.ts";
import { piecesOfWord, termsOfWord } from "../text/scripts.ts";
import { shinglesOf } from "../text/shingles.ts";
import { hasCapital, tokenise } from "../text/tokens.ts";
import type { Edit, Revision } from "./types.ts";

/** With the same headline, this share of the letters of the shorter body must be found in the other. */
const MIN_CONTAINED = 0.5;
/** With another headline, either nearly all of the shorter body, or this share of both. */
const MIN_CONTAINED_ALONE = 0.8;
const MIN_SHARED_ALONE = 0.6;
/** With another headline and another beginning, this share of both. */
const MIN_SHARED_ENDING = 0.8;
/** The next of a series exchanges more than a figure, written in digits and in words. */
const MAX_EXCHANGES = 2;
/** Of stories that look like two issues of a series, this share of the sentences must be unchanged. */
const MIN_KEPT_OF_SERIES = 0.5;
/** Two stories share nothing if less of the shingles of the shorter one than this is found in the other. */
const MAX_STRAY_SHINGLES = 0.05;
const STRAY_SHINGLE_WORDS = 3;
/** Shorter words than this say little about what a headline is about. */
const MIN_HEADLINE_WORD = 4;
/** Two spellings of one name share this part of their pairs of letters. */
const MIN_SPELLING = 0.4;

/** Two versions that may be of one story. */
export interface Versions {
  readonly before: Story;
  readonly after: Story;
  readonly revision: Revision;
}

/**
 * Whether a story that is gone and one that is new are one story, moved and edited.
 *
 * | headlines | bodies | one story |
 * |---|---|---|
 * | the same | half of the shorter one is found in the other | yes |
 * | differ | four fifths of the shorter one are, or three fifths of both are the same | yes |
 * | have no word in common | nor have the first sentences, and less than four fifths of both are the same | no: a common ending |
 * | differ in a name or date, which the bodies exchange as well | any | no: the next of a series |
 * | differ in figures, or the keys do | less than half of the sentences are unchanged, and it is not only one figure that rose | no: the same |
 * | any | any other | no |
 */
export function isMovedStory(versions: Versions): boolean {
  const { before, after, revision } = versions;
  if (revision.kind === "cosmetic") {
    return true;
  }
  const common = commonPart(revision.edits);
  if (fold(before.headline) === fold(after.headline)) {
    return common.contained >= MIN_CONTAINED && !isNextOfSeries(versions);
  }
  const isNear = common.contained >= MIN_CONTAINED_ALONE || common.shared >= MIN_SHARED_ALONE;
  const isOnlyEnding = common.shared < MIN_SHARED_ENDING && hasOtherBeginning(versions);
  return isNear && !isOnlyEnding && !isSubjectExchanged(before, after) && !isNextOfSeries(versions);
}

function hasOtherBeginning({ before, after, revision: { edits } }: Versions): boolean {
  const isOther = edits[0]?.edit === "added" || edits[0]?.edit === "removed" || isWeaveless(edits[0]);
  return isOther && !haveCommonWord(before.headline, after.headline);
}

/** An edited sentence with too little in common to be shown as one. */
function isWeaveless(edit: Edit | undefined): boolean {
  return edit?.edit === "edited" && edit.words === undefined;
}

/** Whether keys or headlines differ in figures only, and the bodies in more than the figure of the headline. */
function isNextOfSeries({ before, after, revision }: Versions): boolean {
  const isInFigures = isOtherInFigures(before.key, after.key) || areHeadlinesOtherInFigures(before, after);
  if (!isInFigures || keptPart(revision) >= MIN_KEPT_OF_SERIES) {
    return false;
  }
  return countExchanges(revision.edits) > MAX_EXCHANGES || !isExchanged(before, after);
}

/** How many different words or figures the sentences exchange for others. */
function countExchanges(edits: readonly Edit[]): number {
  const exchanged = edits.flatMap((edit) => ("words" in edit ? (edit.words ?? []) : []));
  return new Set(exchanged.filter(({ type }) => type === "added").map(({ text }) => fold(text))).size;
}

/** Whether a key now has another story: neither the texts nor the headlines have anything to do with each other. */
export function isAnotherStory({ before, after, revision }: Versions): boolean {
  return (
    revision.kind === "rewritten" &&
    !revision.truncated &&
    keptPart(revision) === 0 &&
    !haveCommonWord(before.headline, after.headline) &&
    strayPart(before, after) < MAX_STRAY_SHINGLES
  );
}

/** The letters in common, as a share of the shorter body and of both. */
function commonPart(edits: readonly Edit[]): { readonly contained: number; readonly shared: number } {
  let [before, after, common] = [0, 0, 0];
  for (const edit of edits) {
    before += "before" in edit ? edit.before.length : 0;
    after += "after" in edit ? edit.after.length : 0;
    common += commonLetters(edit);
  }
  const shorter = Math.min(before, after);
  return shorter === 0
    ? { contained: 0, shared: 0 }
    : { contained: common / shorter, shared: (2 * common) / (before + after) };
}

function commonLetters(edit: Edit): number {
  if (edit.edit === "added" || edit.edit === "removed") {
    return 0;
  }
  if (edit.edit === "kept" || (edit.edit === "moved" && edit.words === undefined)) {
    return edit.after.length;
  }
  const kept = edit.words?.filter(({ type }) => type === "kept") ?? [];
  return kept.reduce((sum, { text }) => sum + text.length, 0);
}

function keptPart({ edits, counts }: Revision): number {
  const kept = edits.filter(
    (edit) => edit.edit === "kept" || (edit.edit === "moved" && edit.words === undefined),
  );
  return kept.length / Math.max(1, counts.before, counts.after);
}

/**
 * Whether what one headline names in place of the other's is exchanged in the bodies too, as "Kent" for "Sussex" in two
 * storm warnings. Figures are no subject, and two spellings of one name are a correction.
 */
function isSubjectExchanged(before: Story, after: Story): boolean {
  const [was, now] = exchangedWords(before.headline, after.headline);
  if (/^[\d\p{P}\s]*$/u.test(was + now)) {
    return false;
  }
  if (isExchanged(before, after)) {
    return !areSpellings(was, now);
  }
  const [namesBefore, namesAfter] = [namesOnlyIn(before, after), namesOnlyIn(after, before)];
  return (
    namesBefore.length > 0 &&
    namesAfter.length > 0 &&
    !namesBefore.some((name) => namesAfter.some((other) => areSpellings(name, other)))
  );
}

/** Whether the words in which the headlines differ are exchanged in the bodies. */
function isExchanged(before: Story, after: Story): boolean {
  const [was, now] = exchangedWords(before.headline, after.headline);
  const [bodyBefore, bodyAfter] = [before, after].map(
    ({ paragraphs }) => ` ${wordsOf(paragraphs.join(" ")).join(" ")} `,
  );
  const isOnlyIn = (words: string, body: string | undefined, other: string | undefined): boolean =>
    words !== "" && body?.includes(` ${words} `) === true && other?.includes(` ${words} `) === false;
  return isOnlyIn(was, bodyBefore, bodyAfter) && isOnlyIn(now, bodyAfter, bodyBefore);
}

/** Words with a capital of this headline and body that neither headline nor body of the other story have. */
function namesOnlyIn(story: Story, other: Story): readonly string[] {
  const others = new Set(wordsOf([other.headline, ...other.paragraphs].join(" ")));
  const headline = new Set(wordsOf(story.headline));
  const names = tokenise(story.paragraphs.join(" ")).flatMap(({ type, text }) =>
    type === "word" && hasCapital(text) ? [fold(text)] : [],
  );
  return [...new Set(names)].filter((name) => headline.has(name) && !others.has(name));
}

/** What is left of two headlines without the words they begin and end with alike. */
function exchangedWords(before: string, after: string): readonly [was: string, now: string] {
  const [was, now] = [wordsOf(before), wordsOf(after)];
  const { start, end } = sameEnds(was, now);
  return [was.slice(start, was.length - end).join(" "), now.slice(start, now.length - end).join(" ")];
}

/** Numbers and words, folded; of scripts without spaces, characters. */
function wordsOf(text: string): readonly string[] {
  return tokenise(text)
    .filter(({ type }) => type === "number" || type === "word")
    .flatMap(({ text: word }) => piecesOfWord(word))
    .map(fold);
}

function areSpellings(was: string, now: string): boolean {
  const [a, b] = [was, now].map((word) => new Set(pairsOfLetters(word)));
  return a !== undefined && b !== undefined && 2 * a.intersection(b).size >= MIN_SPELLING * (a.size + b.size);
}

function pairsOfLetters(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}

/** A headline that was made of the first sentence says nothing of its own. */
function areHeadlinesOtherInFigures(before: Story, after: Story): boolean {
  const areGiven = before.headlineSource === "given" && after.headlineSource === "given";
  return areGiven && isOtherInFigures(before.headline, after.headline);
}

/** Whether two texts are the same but for their digits. */
function isOtherInFigures(before: string, after: string): boolean {
  const [a, b] = [before, after].map(fold);
  return a !== b && a?.replace(/\d+/g, "0") === b?.replace(/\d+/g, "0");
}

function haveCommonWord(before: string, after: string): boolean {
  const [a, b] = [before, after].map(
    (headline) =>
      new Set(tokenise(headline).flatMap(({ type, text }) => (type === "word" ? topicsOf(fold(text)) : []))),
  );
  return a !== undefined && b !== undefined && !a.isDisjointFrom(b);
}

/** A long word; in scripts without spaces, its pairs of characters. */
function topicsOf(word: string): readonly string[] {
  const terms = termsOfWord(word);
  return terms.length > 1 || terms[0] !== word
    ? terms
    : [word].filter(({ length }) => length >= MIN_HEADLINE_WORD);
}

function strayPart(before: Story, after: Story): number {
  const [a, b] = [before, after].map(
    ({ paragraphs }) => new Set(shinglesOf(paragraphs.join("\n"), STRAY_SHINGLE_WORDS)),
  );
  return a === undefined || b === undefined
    ? 0
    : a.intersection(b).size / Math.max(1, Math.min(a.size, b.size));
}
