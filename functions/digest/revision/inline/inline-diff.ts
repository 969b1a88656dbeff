import { boundedDiff, type Diff, type DiffPart } from "../../text/bounded-diff.ts";
import { fold } from "../../text/fold.ts";
import { piecesOfWord } from "../../text/scripts.ts";
import { MAX_SENTENCE_LENGTH } from "../../text/sentences/sentences.ts";

import { tokenise } from "../../text/tokens.ts";
import type { WordChange } from "../types.ts";
import { joinSegments, type Segment, tidySegments } from "./segments.ts";

/** A weave of two sentences that share less than this reads as confetti; then both are shown whole. */
const MIN_COMMON = 0.4;
/** Edit distance at which a redline is given up. */
const MAX_INLINE_DISTANCE = 800;
/** Steps that the redlines of one comparison may take at worst, less than a tenth of a second. */
const MAX_INLINE_STEPS = 3_000_000;

/** A redline, or why there is none. */
export interface Redline {
  /** Absent: too little in common, or past the bound. */
  readonly words?: readonly WordChange[];
  /** Share of the letters that stand in words that both texts have, in whatever order, 0 to 1. */
  readonly common: number;
  /** The edit distance passed its bound; there might have been a redline. */
  readonly truncated: boolean;
}

/**
 * A text cut into words, each with the white space before it, as flat lists: most words are never shown alone. The forms of
 * words that differ in glyph or case only are equal.
 */
interface Pieces {
  readonly text: string;
  /** Where each piece begins, and where the last one ends. */
  readonly starts: number[];
  /** Where the word of each piece begins, behind its white space. */
  readonly words: number[];
  readonly forms: string[];
}

/** The diff for the redlines of one comparison, about so many. */
export function redlineDiff(count: number): Diff {
  return boundedDiff(count, MAX_INLINE_STEPS, MAX_INLINE_DISTANCE);
}

/**
 * The redline of two texts. Kept and removed words, joined, are the text before, kept and added ones the text
 * after, to the last glyph; so a word in another glyph or case is removed and added. No redline where less than
 * `MIN_COMMON` is common, or where `diff` gives up.
 */
export function redlineWords(before: string, after: string, diff = redlineDiff(1)): Redline {
  if (Math.max(before.length, after.length) > MAX_SENTENCE_LENGTH) {
    return { common: commonShare(before.split(" "), after.split(" ")), truncated: true };
  }
  const a = toPieces(before);
  const b = toPieces(after);
  const most = commonShare(a.forms, b.forms);
  if (most < MIN_COMMON) return { common: most, truncated: false };
  const parts = diff(a.forms, b.forms);
  if (parts === undefined) return { common: most, truncated: true };
  const segments = weave(parts, a, b);
  const result = { common: most, truncated: false };
  if (keptShare(segments, before, after) < MIN_COMMON) return result;
  return { ...result, words: joinSegments(tidySegments(segments)) };
}

/**
 * A word a piece; in scripts without blanks, a character. White space at the very end becomes a piece of its own, with no
 * word.
 */
function toPieces(text: string): Pieces {
  const pieces: Pieces = { text, starts: [0], words: [], forms: [] };
  let at = 0;
  for (const token of tokenise(text)) {
    if (token.type !== "space") addPieces(pieces, token.text, at);
    at += token.text.length;
  }
  if ((pieces.starts.at(-1) ?? 0) < text.length) addPiece(pieces, text.length, "", text.length);
  return pieces;
}

/** The form of a word is cut as the word is where the two are one. */
function addPieces(pieces: Pieces, word: string, start: number): void {
  const form = fold(word);
  let at = start;
  for (const part of piecesOfWord(word)) {
    addPiece(pieces, at, form === word ? part : fold(part), at + part.length);
    at += part.length;
  }
}

function addPiece({ starts, words, forms }: Pieces, word: number, form: string, end: number): void {
  words.push(word);
  forms.push(form);
  starts.push(end);
}

/** Dice's coefficient of the two bags of words, each weighed by its length: the most that any order could keep. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const bag = new Map<string, number>();
  for (const form of a) bag.set(form, (bag.get(form) ?? 0) + 1);
  let common = 0;
  for (const form of b) {
    const left = bag.get(form) ?? 0;
    if (left > 0) {
      common += form.length;
      bag.set(form, left - 1);
    }
  }
  const total = lengthOf(a) + lengthOf(b);
  return total === 0 ? 1 : (2 * common) / total;
}

function lengthOf(forms: readonly string[]): number {
  return forms.reduce((sum, form) => sum + form.length, 0);
}

function keptShare(segments: readonly Segment[], before: string, after: string): number {
  const kept = segments.reduce((sum, segment) => sum + segment.kept.length, 0);
  const total = before.length + after.length;
  return total === 0 ? 1 : (2 * kept) / total;
}

function weave(parts: readonly DiffPart[], a: Pieces, b: Pieces): Segment[] {
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (added) segments.push({ kept: "", removed: "", added: textOf(b, j, count) });
    else if (removed) segments.push({ kept: "", removed: textOf(a, i, count), added: "" });
    else keepPieces({ a, b, i, j, count }, segments);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return segments;
}

/** Pieces of one text, from `i` on, whose forms are those of the other, from `j` on. */
interface Run {
  readonly a: Pieces;
  readonly b: Pieces;
  readonly i: number;
  readonly j: number;
  readonly count: number;
}

/** Words that are equal in form: kept where they are equal to the glyph, else removed and added. */
function keepPieces(run: Run, segments: Segment[]): void {
  const { a, b, i, j, count } = run;
  const [before, after] = [textOf(a, i, count), textOf(b, j, count)];
  if (before === after) segments.push(segmentOf(before, after));
  else keepEqualPieces(run, segments);
}

function keepEqualPieces({ a, b, i, j, count }: Run, segments: Segment[]): void {
  for (let n = 0; n < count; n++) {
    segments.push(
      segmentOf(spaceOf(a, i + n), spaceOf(b, j + n)),
      segmentOf(wordOf(a, i + n), wordOf(b, j + n)),
    );
  }
}

function segmentOf(before: string, after: string): Segment {
  return before === after
    ? { kept: before, removed: "", added: "" }
    : { kept: "", removed: before, added: after };
}

function textOf({ text, starts }: Pieces, from: number, count: number): string {
  return text.slice(starts[from], starts[from + count]);
}

function spaceOf({ text, starts, words }: Pieces, at: number): string {
  return text.slice(starts[at], words[at]);
}

function wordOf({ text, starts, words }: Pieces, at: number): string {
  return text.slice(words[at], starts[at + 1]);
}
