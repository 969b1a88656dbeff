import { haveSameFigures } from "../facts/facts.ts";
import { withoutListMark } from "../facts/reading/marks.ts";
import type { Diff } from "../text/bounded-diff.ts";
import { fold } from "../text/fold.ts";
import type { Alignment } from "./align/align.ts";
import type { IndexPair } from "./align/chain.ts";
import type { Block } from "./align/gap.ts";
import { inlineDiff, wordDiff } from "./inline/inline-diff.ts";
import { mayHaveSameLetters } from "./same-letters.ts";
import type { Edit, EditParts, RevisionCounts } from "./types.ts";

/** A Chinese or Japanese full stop, with closing marks. */
const ENDS_WITHOUT_SPACE = /[。！？｡][」』）”’]{0,8}$/;

/** The edits of a story, with totals. */
export interface Edits {
  readonly edits: readonly Edit[];
  readonly counts: RevisionCounts;
  /** Where the sentences of each edit of a pair, or of the first of several, stand before and after. */
  readonly places: ReadonlyMap<Edit, IndexPair>;
  /** Letters in words common to both sides, counted on one side. */
  readonly commonLetters: number;
  /** At least one inline diff was abandoned. */
  readonly truncated: boolean;
}

/** An edit with its number of common letters. */
interface MeasuredEdit {
  readonly edit: Edit;
  readonly commonLetters: number;
  readonly truncated: boolean;
}

/**
 * Turns an alignment into edits, in the order of the story after; a removed sentence keeps its old position. A split or
 * merge is one edit, its parts joined as in a paragraph. Each sentence is in exactly one edit.
 */
export function toEdits(before: readonly string[], after: readonly string[], alignment: Alignment): Edits {
  const results: MeasuredEdit[] = [];
  const places = new Map<Edit, IndexPair>();
  const write = writer(before, after, alignment);
  let [i, j] = [0, 0];
  for (const block of [...alignment.blocks, endOf(before, after)]) {
    for (; i < block.i; i++) {
      results.push(...write.onlyBefore(i));
    }
    for (; j < block.j; j++) {
      results.push(...write.onlyAfter(j));
    }
    if (block.rows > 0) {
      const result = write.aligned(block);
      places.set(result.edit, [block.i, block.j]);
      results.push(result);
    }
    [i, j] = [block.i + block.rows, block.j + block.columns];
  }
  const edits = results.map((result) => result.edit);
  for (const edit of edits) {
    if (edit.edit === "moved") {
      places.set(edit, [edit.from, edit.to]);
    }
  }
  return {
    edits,
    places,
    counts: countEdits(edits, before.length, after.length),
    commonLetters: results.reduce((sum, result) => sum + result.commonLetters, 0),
    truncated: results.some((result) => result.truncated),
  };
}

function endOf(before: readonly string[], after: readonly string[]): Block {
  return { i: before.length, j: after.length, rows: 0, columns: 0 };
}

/** Joins sentences as in a paragraph: without a space after a full stop in scripts that have none. */
function joined(sentences: readonly string[]): string {
  return sentences.reduce((text, next) => `${text}${ENDS_WITHOUT_SPACE.test(text) ? "" : " "}${next}`);
}

function writer(before: readonly string[], after: readonly string[], { blocks, moves }: Alignment) {
  const diff = wordDiff(blocks.length + moves.length);
  const movedRows = new Set(moves.map(([i]) => i));
  const origins = new Map(moves.map(([i, j]) => [j, i]));
  return {
    onlyBefore: (i: number): MeasuredEdit[] =>
      movedRows.has(i) ? [] : [plain({ edit: "removed", before: before[i] ?? "" })],
    onlyAfter: (j: number): MeasuredEdit[] => {
      const from = origins.get(j);
      if (from === undefined) {
        return [plain({ edit: "added", after: after[j] ?? "" })];
      }
      return [moved({ before: before[from] ?? "", after: after[j] ?? "", from, to: j }, diff)];
    },
    aligned: ({ i, j, rows, columns }: Block): MeasuredEdit => {
      if (rows + columns === 2) {
        return aligned(before[i] ?? "", after[j] ?? "", diff);
      }
      return splitOrMerged({ before: before.slice(i, i + rows), after: after.slice(j, j + columns) }, diff);
    },
  };
}

function plain(edit: Edit): MeasuredEdit {
  return { edit, commonLetters: 0, truncated: false };
}

function aligned(before: string, after: string, diff: Diff): MeasuredEdit {
  if (isSameSentence(before, after)) {
    return { edit: { edit: "kept", before, after }, commonLetters: after.length, truncated: false };
  }
  const { words, common, truncated } = inlineDiff(before, after, diff);
  return {
    edit: { edit: "edited", before, after, ...(words === undefined ? {} : { words }) },
    commonLetters: (common * (before.length + after.length)) / 2,
    truncated,
  };
}

function splitOrMerged(parts: EditParts, diff: Diff): MeasuredEdit {
  const { edit, ...result } = aligned(joined(parts.before), joined(parts.after), diff);
  return { ...result, edit: edit.edit === "edited" ? { ...edit, parts } : edit };
}

function moved(
  sides: { readonly before: string; readonly after: string; readonly from: number; readonly to: number },
  diff: Diff,
): MeasuredEdit {
  const { edit, ...result } = aligned(sides.before, sides.after, diff);
  const words = edit.edit === "edited" && edit.words !== undefined ? { words: edit.words } : {};
  return { ...result, edit: { edit: "moved", ...sides, ...words } };
}

/** But for the mark of a list. Figures count too: sentences that fold to the same text may still differ in a figure ("5 mW", "5 MW"). */
function isSameSentence(before: string, after: string): boolean {
  if (before === after) {
    return true;
  }
  const [a, b] = [withoutListMark(before), withoutListMark(after)];
  return mayHaveSameLetters(a, b) && fold(a) === fold(b) && haveSameFigures(a, b);
}

function countEdits(edits: readonly Edit[], before: number, after: number): RevisionCounts {
  const counts = { before, after, kept: 0, edited: 0, added: 0, removed: 0, moved: 0 };
  for (const { edit } of edits) {
    counts[edit] += 1;
  }
  return counts;
}
