import { findGaps, pairsOfBlocks } from "../../functions/digest/revision/align/align.ts";
import type { Block } from "../../functions/digest/revision/align/gap.ts";
import {
  cellOf,
  gridOf,
  mergeFeatures,
  pairFeatures,
  splitFeatures,
} from "../../functions/digest/revision/align/gap-features.ts";
import type { Edge } from "../measures/alignment-score.ts";
import { blocksOf, type FitGap, type Weights } from "./gap-model.ts";

/** Two versions of a text, and which sentences people aligned. */
export interface AlignedDocument {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly edges: readonly Edge[];
}

/** The parts of a document that do not depend on the weights. */
export interface FitDocument extends AlignedDocument {
  readonly anchors: readonly Block[];
  readonly places: readonly Block[];
  readonly gaps: readonly FitGap[];
}

/** Splits a document into anchors and gaps, as the aligner does. */
export function fitDocument(document: AlignedDocument): FitDocument {
  const { anchors, gaps, context } = findGaps(document.before, document.after);
  const places = gaps.filter(({ rows, columns }) => rows * columns > 0);
  const fitGap = (place: Block): FitGap => {
    const grid = gridOf(place, context.profiles, context.partners);
    const cells = Array.from({ length: place.rows * place.columns }, (_, at) => cellOf(grid, at));
    return {
      rows: place.rows,
      columns: place.columns,
      pairs: cells.map((cell) => pairFeatures(grid, cell)),
      splits: cells.map((cell) => splitFeatures(grid, cell)),
      merges: cells.map((cell) => mergeFeatures(grid, cell)),
      theirs: blocksWithin(place, document.edges),
    };
  };
  return { ...document, anchors, places, gaps: places.map(fitGap) };
}

/** The edges of a gap as blocks: two edges that share a sentence form one block. */
function blocksWithin({ i, j, rows, columns }: Block, edges: readonly Edge[]): Block[] {
  const blocks: Block[] = [];
  for (const [row, column] of edges) {
    if (row < i || row >= i + rows || column < j || column >= j + columns) {
      continue;
    }
    const last = blocks.at(-1);
    const next = { i: row - i, j: column - j, rows: 1, columns: 1 };
    if (last?.i === next.i) {
      blocks.splice(-1, 1, { ...last, columns: 2 });
    } else if (last?.j === next.j) {
      blocks.splice(-1, 1, { ...last, rows: 2 });
    } else {
      blocks.push(next);
    }
  }
  return blocks;
}

/** The edges that the aligner finds with these weights; without moves. */
export function edgesOf({ anchors, places, gaps }: FitDocument, weights: Weights): Edge[] {
  const found = gaps.flatMap((gap, n) => {
    const { i, j } = places[n] ?? { i: 0, j: 0 };
    return blocksOf(gap, weights).map((block) => ({ ...block, i: i + block.i, j: j + block.j }));
  });
  return pairsOfBlocks([...anchors, ...found]);
}
