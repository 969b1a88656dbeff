import { boundedDiff, type Diff, type DiffPart } from "../../text/bounded-diff.ts";
import { fold } from "../../text/fold.ts";
import { hasUnspaced, piecesOfWord } from "../../text/scripts.ts";
import { MAX_SENTENCE_LENGTH } from "../../text/sentences/sentences.ts";
import { tokenise } from "../../text/tokens.ts";
import type { WordChange } from "../types.ts";
import { sameEnd, sameStart } from "./same-ends.ts";
import { joinSegments, type Segment, tidySegments } from "./segments.ts";

/** Below this share, an inline diff is unreadable, and both sentences are shown in full. */
const MIN_COMMON = 0.4;
/** Edit distance at which an inline diff is abandoned. */
const MAX_INLINE_DISTANCE = 800;
/** Worst-case steps for all inline diffs of one comparison: some seventh of a second. */
const MAX_INLINE_STEPS = 1_000_000;

/** An inline diff, or the reason why there is none. */
export interface InlineDiff {
  /** Absent if there is too little in common, or past the bound. */
  readonly words?: readonly WordChange[];
  /** Share of the letters in words common to both texts, in any order, 0 to 1. */
  readonly common: number;
  /** The edit distance exceeded its bound; otherwise there might have been an inline diff. */
  readonly truncated: boolean;
}

/**
 * A text as words, each with the white space before it, in flat arrays: most words are never shown alone. Words that
 * differ only in glyph or case have equal forms.
 */
interface Pieces {
  readonly text: string;
  /** Start of each piece, then the end of the last one. */
  readonly starts: number[];
  /** Start of the word in each piece, after its white space. */
  readonly words: number[];
  readonly forms: string[];
}

/** The bounded diff for about `count` inline diffs of one comparison. */
export function wordDiff(count: number): Diff {
  return boundedDiff(count, MAX_INLINE_STEPS, MAX_INLINE_DISTANCE);
}

/**
 * The inline diff of two texts. Kept and removed words, joined, are exactly the text before, kept and added ones the text
 * after; so a word in another glyph or case is removed and added. No diff if less than `MIN_COMMON` is common, or if
 * `diff` gives up.
 */
export function inlineDiff(before: string, after: string, diff = wordDiff(1)): InlineDiff {
  return Math.max(before.length, after.length) > MAX_SENTENCE_LENGTH
    ? diffBetweenSameEnds(before, after, diff)
    : diffWords(before, after, diff);
}

/** Texts too long to be read whole, such as code, may yet differ in a short stretch between whole lines that are the same. */
function diffBetweenSameEnds(before: string, after: string, diff: Diff): InlineDiff {
  const start = sameStart(before, after);
  const end = sameEnd(before.slice(start), after.slice(start));
  const [a, b] = [before, after].map((text) => text.slice(start, text.length - end));
  if (a === undefined || b === undefined || Math.max(a.length, b.length) > MAX_SENTENCE_LENGTH) {
    return { common: commonShare(before.split(" "), after.split(" ")), truncated: true };
  }
  const { words, common, truncated } = diffWords(a, b, diff);
  const share = (2 * (start + end) + common * (a.length + b.length)) / (before.length + after.length);
  const middle = words ?? replacement(a, b);
  return {
    ...(share >= MIN_COMMON && {
      words: [...kept(before.slice(0, start)), ...middle, ...kept(before.slice(before.length - end))],
    }),
    common: share,
    truncated,
  };
}

function kept(text: string): readonly WordChange[] {
  return text === "" ? [] : [{ type: "kept", text }];
}

function replacement(before: string, after: string): readonly WordChange[] {
  const words: readonly WordChange[] = [
    { type: "removed", text: before },
    { type: "added", text: after },
  ];
  return words.filter(({ text }) => text !== "");
}

function diffWords(before: string, after: string, diff: Diff): InlineDiff {
  const a = toPieces(before);
  const b = toPieces(after);
  const most = commonShare(a.forms, b.forms);
  if (most < MIN_COMMON) {
    return { common: most, truncated: false };
  }
  const parts = diff(a.forms, b.forms);
  if (parts === undefined) {
    return { common: most, truncated: true };
  }
  const segments = toSegments(parts, a, b);
  const result = { common: most, truncated: false };
  if (keptShare(segments, before, after) < MIN_COMMON) {
    return result;
  }
  return { ...result, words: joinSegments(tidySegments(segments)) };
}

/** One piece per word, or per character in scripts without spaces. Trailing white space is a piece without a word. */
function toPieces(text: string): Pieces {
  const pieces: Pieces = { text, starts: [0], words: [], forms: [] };
  let at = 0;
  for (const token of tokenise(text)) {
    if (token.type !== "space") {
      addPieces(pieces, token.text, at);
    }
    at += token.text.length;
  }
  if ((pieces.starts.at(-1) ?? 0) < text.length) {
    addPiece(pieces, text.length, "", text.length);
  }
  return pieces;
}

/** A word equal to its form needs no folding of its pieces. */
function addPieces(pieces: Pieces, word: string, start: number): void {
  const form = fold(word);
  if (!hasUnspaced(word)) {
    addPiece(pieces, start, form, start + word.length);
    return;
  }
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

/** Dice coefficient of the two bags of words, weighted by length: an upper bound on what any diff could keep. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const bag = new Map<string, number>();
  for (const form of a) {
    bag.set(form, (bag.get(form) ?? 0) + 1);
  }
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

function toSegments(parts: readonly DiffPart[], a: Pieces, b: Pieces): Segment[] {
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (added) {
      segments.push({ kept: "", removed: "", added: textOf(b, j, count) });
    } else if (removed) {
      segments.push({ kept: "", removed: textOf(a, i, count), added: "" });
    } else {
      keepPieces({ a, b, i, j, count }, segments);
    }
    if (!added) {
      i += count;
    }
    if (!removed) {
      j += count;
    }
  }
  return segments;
}

/** `count` pieces of `a`, from `i` on, with the same forms as those of `b`, from `j` on. */
interface KeptRun {
  readonly a: Pieces;
  readonly b: Pieces;
  readonly i: number;
  readonly j: number;
  readonly count: number;
}

/** Words with equal forms: kept if identical, else removed and added. */
function keepPieces(run: KeptRun, segments: Segment[]): void {
  const { a, b, i, j, count } = run;
  const [before, after] = [textOf(a, i, count), textOf(b, j, count)];
  if (before === after) {
    segments.push(segmentOf(before, after));
  } else {
    keepEqualPieces(run, segments);
  }
}

function keepEqualPieces({ a, b, i, j, count }: KeptRun, segments: Segment[]): void {
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
