import { piecesOfWord } from "../summary/scripts.ts";
import { boundedDiff, type Diff, type DiffPart } from "./bounded-diff.ts";
import { fold } from "./fold.ts";
import { tokenise } from "./tokens.ts";
import type { WordChange } from "./types.ts";
import { joinSegments, type Segment, tidySegments } from "./weave.ts";

/** A weave of two sentences that share less than this reads as confetti; then both are shown whole. */
const MIN_COMMON = 0.4;
/** Edit distance at which a redline is given up. */
const MAX_EDIT_LENGTH = 800;
/** Steps that the redlines of one comparison may take at worst, about half a second. */
const MAX_STEPS = 3_000_000;

/** What is longer is no sentence; it is not read word by word. */
const MAX_LETTERS = 20_000;

/** A redline, or why there is none. */
export interface Redline {
  /** Absent: too little in common, or past the bound. */
  readonly words?: readonly WordChange[];
  /** Share of the letters that stand in words that both texts have, in whatever order, 0 to 1. */
  readonly common: number;
  /** The edit distance passed its bound; there might have been a redline. */
  readonly truncated: boolean;
}

/** A word with the white space before it; `form` is equal for words that differ in glyph or case only. */
interface Piece {
  readonly space: string;
  readonly text: string;
  readonly form: string;
}

/** The diff for the redlines of one comparison, about so many. */
export function redlineDiff(count: number): Diff {
  return boundedDiff(count, MAX_STEPS, MAX_EDIT_LENGTH);
}

/**
 * The redline of two texts. Kept and removed words, joined, are the text before, kept and added ones the text
 * after, to the last glyph; so a word in another glyph or case is removed and added. No redline where less than
 * `MIN_COMMON` is common, or where `diff` gives up.
 */
export function redlineWords(before: string, after: string, diff = redlineDiff(1)): Redline {
  if (Math.max(before.length, after.length) > MAX_LETTERS) {
    const common = commonShare(roughPieces(before), roughPieces(after));
    return { common, truncated: true };
  }
  const a = toPieces(before);
  const b = toPieces(after);
  const most = commonShare(a, b);
  if (most < MIN_COMMON) return { common: most, truncated: false };
  const parts = diff(formsOf(a), formsOf(b));
  if (parts === undefined) return { common: most, truncated: true };
  const segments = weave(parts, a, b);
  const result = { common: most, truncated: false };
  if (keptShare(segments, before, after) < MIN_COMMON) return result;
  return { ...result, words: joinSegments(tidySegments(segments)) };
}

function formsOf(pieces: readonly Piece[]): string[] {
  return pieces.map((piece) => piece.form);
}

/**
 * A word a piece; in scripts without blanks, a character. White space at the very end becomes a piece of its own, with an
 * empty text.
 */
function toPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let space = "";
  for (const token of tokenise(text)) {
    if (token.type === "space") space = token.text;
    else {
      const isFolded = fold(token.text) === token.text;
      for (const piece of piecesOfWord(token.text)) {
        pieces.push({ space, text: piece, form: isFolded ? piece : fold(piece) });
        space = "";
      }
    }
  }
  if (space !== "") pieces.push({ space, text: "", form: "" });
  return pieces;
}

/** Words as white space cuts them: fast, for texts of any length. */
function roughPieces(text: string): Piece[] {
  return text.split(" ").map((word) => ({ space: "", text: word, form: word }));
}

/** Dice's coefficient of the two bags of words, each weighed by its length: the most that any order could keep. */
function commonShare(a: readonly Piece[], b: readonly Piece[]): number {
  const bag = new Map<string, number>();
  for (const { form } of a) bag.set(form, (bag.get(form) ?? 0) + 1);
  let common = 0;
  for (const { form } of b) {
    const left = bag.get(form) ?? 0;
    if (left > 0) {
      common += form.length;
      bag.set(form, left - 1);
    }
  }
  const total = lengthOf(a) + lengthOf(b);
  return total === 0 ? 1 : (2 * common) / total;
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { form }) => sum + form.length, 0);
}

function keptShare(segments: readonly Segment[], before: string, after: string): number {
  const kept = segments.reduce((sum, segment) => sum + segment.kept.length, 0);
  const total = before.length + after.length;
  return total === 0 ? 1 : (2 * kept) / total;
}

function weave(parts: readonly DiffPart[], a: readonly Piece[], b: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (added) segments.push({ kept: "", removed: "", added: textOf(b.slice(j, j + count)) });
    else if (removed) segments.push({ kept: "", removed: textOf(a.slice(i, i + count)), added: "" });
    else keepPieces(a.slice(i, i + count), b.slice(j, j + count), segments);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return segments;
}

/** Words that are equal in form: kept where they are equal to the glyph, else removed and added. */
function keepPieces(a: readonly Piece[], b: readonly Piece[], segments: Segment[]): void {
  const [before, after] = [textOf(a), textOf(b)];
  if (before === after) segments.push(segmentOf(before, after));
  else keepEqualPieces(a, b, segments);
}

function keepEqualPieces(a: readonly Piece[], b: readonly Piece[], segments: Segment[]): void {
  for (const [n, before] of a.entries()) {
    const after = b[n] ?? before;
    segments.push(segmentOf(before.space, after.space), segmentOf(before.text, after.text));
  }
}

function segmentOf(before: string, after: string): Segment {
  return before === after
    ? { kept: before, removed: "", added: "" }
    : { kept: "", removed: before, added: after };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.space + piece.text).join("");
}
