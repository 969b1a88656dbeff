import { foldBlockText } from "./block-text.ts";
import type { Block } from "./document.ts";

/** What stands between the cells of a table row. */
const CELL_SEPARATOR = " | ";

/** A row of a table, labelled by its first cell; nothing if no cell says anything. */
export function rowOf(cells: readonly string[]): readonly Block[] {
  return rowOfFolded(cells.map(foldBlockText));
}

/** The same of cells whose white space is folded. */
export function rowOfFolded(cells: readonly string[]): readonly Block[] {
  const texts = cells.filter((text) => text !== "");
  const [label] = texts;
  return label === undefined || !texts.some((text) => /[^\s:-]/.test(text))
    ? []
    : [{ kind: "table row", text: texts.join(CELL_SEPARATOR), label, cells }];
}

/** The same row with its text repaired: the cells that are not empty are its parts. */
export function repairedRow(block: Block, text: string): Block {
  const parts = text.split(CELL_SEPARATOR);
  const filled = block.cells?.filter((cell) => cell !== "").length;
  const { cells: _, ...other } = block;
  return block.cells === undefined || filled !== parts.length
    ? { ...other, text }
    : { ...other, text, cells: block.cells.map((cell) => (cell === "" ? "" : (parts.shift() ?? ""))) };
}

/** A longer line introduces no list. */
const MAX_INTRODUCTION = 300;

/** The text of a block that introduces the list after it: a heading, or a line that ends in a colon. */
export function introductionOf(block: Block | undefined): string | undefined {
  const isOne =
    block !== undefined &&
    block.text.length <= MAX_INTRODUCTION &&
    (block.kind === "heading" || (block.kind !== "code" && /[:：]$/.test(block.text)));
  return isOne ? block.text : undefined;
}
