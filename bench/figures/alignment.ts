import { alignBlocks, alignSentences, pairsOfBlocks } from "../../functions/digest/revision/align/align.ts";
import { readAlignments } from "../data/data-folder.ts";
import {
  type Edge,
  f1Of,
  type Score,
  SIDES,
  scoreAlignment,
  sumTallies,
} from "../measures/alignment-score.ts";
import type { Measurement } from "../measures/figure.ts";
import { rounded } from "../measures/mean.ts";

/**
 * F1 of our sentence alignment against the human one, over all documents together, and how many documents match
 * exactly. Human alignments never cross, so true moves count as wrong; the second set of figures leaves out our
 * moves.
 */
export function measureAlignment(folder: string): Measurement[] {
  const documents = readAlignments(folder);
  const scored = (align: Aligner) =>
    documents.map(({ before, after, edges }) =>
      scoreAlignment({ before, after, ours: align(before, after), theirs: edges }),
    );
  return [
    ...figuresOf("alignment", scored(alignSentences)),
    ...figuresOf("alignment in place", scored(alignInPlace)),
  ];
}

type Aligner = (before: readonly string[], after: readonly string[]) => readonly Edge[];

function alignInPlace(before: readonly string[], after: readonly string[]): Edge[] {
  return pairsOfBlocks(alignBlocks(before, after).blocks);
}

function figuresOf(name: string, scores: readonly Score[]): Measurement[] {
  const exact = scores.filter(({ isExact }) => isExact).length;
  return [
    ...SIDES.map((side): Measurement => {
      const { right, wrong, missed } = sumTallies(scores.map((score) => score[side]));
      const value = rounded(100 * f1Of({ right, wrong, missed }), 1);
      return { figure: `${name} F1 %, ${side}`, value, right, wrong, missed };
    }),
    {
      figure: `${name}, documents exact %`,
      value: rounded((100 * exact) / scores.length, 1),
      of: scores.length,
    },
  ];
}
