import { sameEnds } from "../../text/same-words.ts";
import type { IndexPair } from "../align/chain.ts";
import { type Block, pairBlock } from "../align/gap.ts";
import type { TableAlignment } from "./align-tables.ts";
import { type Body, MAX_TABLE_LEADS } from "./grid.ts";

/** How many sentences two stories begin and end with alike. */
interface Ends {
  readonly start: number;
  readonly end: number;
}

/**
 * An alignment of what stands between the sentences with which two stories begin and end alike, widened to the whole: most
 * edits are few. No table is cut. Linear, beside `align`.
 */
export function alignBetweenEnds(
  before: Body,
  after: Body,
  align: (before: Body, after: Body) => TableAlignment,
): TableAlignment {
  const ends = wholeTables(before, after, sameEnds(before.sentences, after.sentences));
  const { alignment, pairAt } = align(between(before, ends), between(after, ends));
  const { start, end } = ends;
  const last = [before.sentences.length - end, after.sentences.length - end] as const;
  return {
    alignment: {
      blocks: [
        ...pairsFrom([0, 0], start),
        ...alignment.blocks.map((block) => ({ ...block, i: block.i + start, j: block.j + start })),
        ...pairsFrom(last, end),
      ],
      moves: alignment.moves.map(([i, j]): IndexPair => [i + start, j + start]),
      truncated: alignment.truncated,
    },
    pairAt: ([i, j]) => pairAt([i - start, j - start]),
  };
}

/** The ends without what is left of a table on either side of them, and without what leads up to it. */
function wholeTables(before: Body, after: Body, { start, end }: Ends): Ends {
  const isRow = (fromStart: number) =>
    before.cells[fromStart] !== undefined || after.cells[fromStart] !== undefined;
  const isRowFromEnd = (fromEnd: number) =>
    [before, after].some(({ cells, sentences }) => cells[sentences.length - fromEnd] !== undefined);
  let [first, last] = [start, end];
  while (first > 0 && isRow(first)) {
    first -= 1;
  }
  while (last > 0 && isRowFromEnd(last)) {
    last -= 1;
  }
  return { start: first === start ? start : Math.max(0, first + 1 - MAX_TABLE_LEADS), end: last };
}

function between({ sentences, cells }: Body, { start, end }: Ends): Body {
  return {
    sentences: sentences.slice(start, sentences.length - end),
    cells: cells.slice(start, sentences.length - end),
  };
}

function pairsFrom([i, j]: IndexPair, count: number): readonly Block[] {
  return Array.from({ length: count }, (_, n) => pairBlock([i + n, j + n]));
}
