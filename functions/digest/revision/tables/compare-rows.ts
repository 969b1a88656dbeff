import { compareSentences, type FactOptions, type SentenceChange } from "../../facts/facts.ts";
import { heaviest } from "../../facts/substance.ts";
import type { FactChange } from "../../facts/types.ts";
import type { CellPair, RowPair } from "./row-pairs.ts";

/** Set before a cell, so that a figure in it is not read as the mark of a list. */
const OPENS_CELL = "| ";

/**
 * What changed in a row of a table: the facts of its cells, each labelled by its row and column. What a cell says is told by its
 * row; a column that came or went tells no fact.
 */
export function compareRows({ cells, hasOtherColumns }: RowPair, options: FactOptions): SentenceChange {
  const changes = cells.map((pair) => compareCells(pair, options));
  const weights = changes.map(({ weight }) => weight);
  return {
    facts: changes.flatMap(({ facts }) => facts),
    weight: heaviest(hasOtherColumns ? ["substance"] : weights),
  };
}

/** A cell that was filled or emptied changed no value. */
function compareCells(
  { before, after, label, isSlot, mayName }: CellPair,
  options: FactOptions,
): SentenceChange {
  if (before === "" || after === "") {
    return { facts: [], weight: "substance" };
  }
  const { facts, weight } = compareSentences(`${OPENS_CELL}${before}`, `${OPENS_CELL}${after}`, {
    ...options,
    areCells: isSlot,
  });
  const told = mayName ? facts : facts.filter(({ kind }) => kind !== "name");
  return { facts: label === "" ? told : told.map((fact) => labelled(fact, label)), weight };
}

function labelled({ around: _, ...fact }: FactChange, context: string): FactChange {
  return { ...fact, context };
}
