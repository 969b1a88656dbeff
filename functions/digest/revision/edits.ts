import type { Alignment } from "./align.ts";
import { haveSameFigures } from "./facts.ts";
import { fold } from "./fold.ts";
import type { Block } from "./gap.ts";
import type { Edit, RevisionCounts } from "./types.ts";
import { MAX_EDIT_LENGTH, redlineWords } from "./words.ts";

/** Steps that the word diffs of one comparison may take at worst, about half a second. */
const MAX_STEPS = 3_000_000;
/** A word has about as many letters, with the space and the marks around it. */
const LETTERS_PER_WORD = 5;

/** Edits and what they say of the whole. */
export interface Edits {
  readonly edits: readonly Edit[];
  readonly counts: RevisionCounts;
  /** Letters of one side that stand in words common to both. */
  readonly commonLetters: number;
  /** Edit distance at which the diffs of this comparison give up. */
  readonly maxEditLength: number;
  /** A redline was given up. */
  readonly truncated: boolean;
}

/** One edit with its share of common letters. */
interface Step {
  readonly edit: Edit;
  readonly commonLetters: number;
  readonly truncated: boolean;
}

/**
 * An alignment as edits, in the order of the story after; a removed sentence stands where it stood. Sentences that
 * were split or merged are one edit, joined with a space. Each sentence is in exactly one edit.
 */
export function toEdits(before: readonly string[], after: readonly string[], alignment: Alignment): Edits {
  const maxEditLength = fairEditLength(before, after, alignment);
  const steps: Step[] = [];
  const write = writer(before, after, alignment, maxEditLength);
  let [i, j] = [0, 0];
  for (const block of [...alignment.blocks, endOf(before, after)]) {
    for (; i < block.i; i++) steps.push(...write.left(i));
    for (; j < block.j; j++) steps.push(...write.arrived(j));
    if (block.rows > 0) steps.push(write.aligned(block));
    [i, j] = [block.i + block.rows, block.j + block.columns];
  }
  const edits = steps.map((step) => step.edit);
  return {
    edits,
    counts: countEdits(edits, before.length, after.length),
    commonLetters: steps.reduce((sum, step) => sum + step.commonLetters, 0),
    maxEditLength,
    truncated: steps.some((step) => step.truncated),
  };
}

function endOf(before: readonly string[], after: readonly string[]): Block {
  return { i: before.length, j: after.length, rows: 0, columns: 0 };
}

/**
 * The largest edit distance, up to `MAX_EDIT_LENGTH`, with which all diffs together stay under `MAX_STEPS` whatever is in
 * the sentences: a diff that gives up at distance d has taken about d² steps.
 */
function fairEditLength(
  before: readonly string[],
  after: readonly string[],
  { blocks, moves }: Alignment,
): number {
  const distances = [
    ...blocks.map((block) => [joined(before, block.i, block.rows), joined(after, block.j, block.columns)]),
    ...moves.map(([i, j]) => [before[i] ?? "", after[j] ?? ""]),
  ].flatMap(([a = "", b = ""]) => (a === b ? [] : [(a.length + b.length) / LETTERS_PER_WORD]));
  let limit = MAX_EDIT_LENGTH;
  while (limit > 1 && distances.reduce((sum, d) => sum + Math.min(d, limit) ** 2, 0) > MAX_STEPS) {
    limit = Math.floor(limit / 2);
  }
  return limit;
}

function joined(sentences: readonly string[], from: number, count: number): string {
  return sentences.slice(from, from + count).join(" ");
}

function writer(
  before: readonly string[],
  after: readonly string[],
  { moves }: Alignment,
  maxEditLength: number,
) {
  const movedRows = new Set(moves.map(([i]) => i));
  const origins = new Map(moves.map(([i, j]) => [j, i]));
  return {
    left: (i: number): Step[] =>
      movedRows.has(i) ? [] : [plain({ edit: "removed", before: before[i] ?? "" })],
    arrived: (j: number): Step[] => {
      const from = origins.get(j);
      if (from === undefined) return [plain({ edit: "added", after: after[j] ?? "" })];
      return [moved({ before: before[from] ?? "", after: after[j] ?? "", from, to: j }, maxEditLength)];
    },
    aligned: ({ i, j, rows, columns }: Block): Step =>
      aligned(joined(before, i, rows), joined(after, j, columns), maxEditLength),
  };
}

function plain(edit: Edit): Step {
  return { edit, commonLetters: 0, truncated: false };
}

function aligned(before: string, after: string, maxEditLength: number): Step {
  if (isSameSentence(before, after)) {
    return { edit: { edit: "kept", before, after }, commonLetters: after.length, truncated: false };
  }
  const { words, common, truncated } = redlineWords(before, after, maxEditLength);
  return {
    edit: { edit: "edited", before, after, ...(words === undefined ? {} : { words }) },
    commonLetters: (common * (before.length + after.length)) / 2,
    truncated,
  };
}

function moved(
  sides: { readonly before: string; readonly after: string; readonly from: number; readonly to: number },
  maxEditLength: number,
): Step {
  const { edit, ...step } = aligned(sides.before, sides.after, maxEditLength);
  const words = edit.edit === "edited" && edit.words !== undefined ? { words: edit.words } : {};
  return { ...step, edit: { edit: "moved", ...sides, ...words } };
}

/** Facts first: what folds to the same may still hold another figure ("5 mW", "5 MW"). */
function isSameSentence(before: string, after: string): boolean {
  return before === after || (fold(before) === fold(after) && haveSameFigures(before, after));
}

function countEdits(edits: readonly Edit[], before: number, after: number): RevisionCounts {
  const counts = { before, after, kept: 0, edited: 0, added: 0, removed: 0, moved: 0 };
  for (const { edit } of edits) counts[edit] += 1;
  return counts;
}
