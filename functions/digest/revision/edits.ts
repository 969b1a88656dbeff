import { haveSameFigures } from "../facts/facts.ts";
import type { Diff } from "../text/bounded-diff.ts";
import { fold } from "../text/fold.ts";
import type { Alignment } from "./align/align.ts";
import type { Block } from "./align/gap.ts";
import { redlineDiff, redlineWords } from "./inline/inline-diff.ts";
import type { Edit, EditParts, RevisionCounts } from "./types.ts";

/** A full stop of Chinese or Japanese, and what may close behind it. */
const ENDS_WITHOUT_BLANK = /[。！？｡][」』）”’]{0,8}$/;

/** Edits and what they say of the whole. */
export interface Edits {
  readonly edits: readonly Edit[];
  readonly counts: RevisionCounts;
  /** Letters of one side that stand in words common to both. */
  readonly commonLetters: number;
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
 * were split or merged are one edit, joined as in a paragraph. Each sentence is in exactly one edit.
 */
export function toEdits(before: readonly string[], after: readonly string[], alignment: Alignment): Edits {
  const steps: Step[] = [];
  const write = writer(before, after, alignment);
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
    truncated: steps.some((step) => step.truncated),
  };
}

function endOf(before: readonly string[], after: readonly string[]): Block {
  return { i: before.length, j: after.length, rows: 0, columns: 0 };
}

/** The sentences as they stand in a paragraph: no blank behind a stop of the scripts that have none between sentences. */
function joined(sentences: readonly string[]): string {
  return sentences.reduce((text, next) => `${text}${ENDS_WITHOUT_BLANK.test(text) ? "" : " "}${next}`);
}

function writer(before: readonly string[], after: readonly string[], { blocks, moves }: Alignment) {
  const diff = redlineDiff(blocks.length + moves.length);
  const movedRows = new Set(moves.map(([i]) => i));
  const origins = new Map(moves.map(([i, j]) => [j, i]));
  return {
    left: (i: number): Step[] =>
      movedRows.has(i) ? [] : [plain({ edit: "removed", before: before[i] ?? "" })],
    arrived: (j: number): Step[] => {
      const from = origins.get(j);
      if (from === undefined) return [plain({ edit: "added", after: after[j] ?? "" })];
      return [moved({ before: before[from] ?? "", after: after[j] ?? "", from, to: j }, diff)];
    },
    aligned: ({ i, j, rows, columns }: Block): Step => {
      if (rows + columns === 2) return aligned(before[i] ?? "", after[j] ?? "", diff);
      return cutOrMerged({ before: before.slice(i, i + rows), after: after.slice(j, j + columns) }, diff);
    },
  };
}

function plain(edit: Edit): Step {
  return { edit, commonLetters: 0, truncated: false };
}

function aligned(before: string, after: string, diff: Diff): Step {
  if (isSameSentence(before, after)) {
    return { edit: { edit: "kept", before, after }, commonLetters: after.length, truncated: false };
  }
  const { words, common, truncated } = redlineWords(before, after, diff);
  return {
    edit: { edit: "edited", before, after, ...(words === undefined ? {} : { words }) },
    commonLetters: (common * (before.length + after.length)) / 2,
    truncated,
  };
}

function cutOrMerged(parts: EditParts, diff: Diff): Step {
  const { edit, ...step } = aligned(joined(parts.before), joined(parts.after), diff);
  return { ...step, edit: edit.edit === "edited" ? { ...edit, parts } : edit };
}

function moved(
  sides: { readonly before: string; readonly after: string; readonly from: number; readonly to: number },
  diff: Diff,
): Step {
  const { edit, ...step } = aligned(sides.before, sides.after, diff);
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
