import { endsBefore, ROLES, type Role, STRUCK_ELEMENTS } from "./block-roles.ts";
import { foldBlockText, foldCode, MAX_BLOCKS } from "./block-text.ts";
import type { Block, BlockKind } from "./document.ts";
import { introductionOf, rowOf } from "./lists-and-rows.ts";

/** Blocks open in one another; those deeper still end a block, but have no kind of their own. */
const MAX_OPEN_BLOCKS = 1000;
/** Cells of a table row; what stands in further ones is a block of its own. */
const MAX_CELLS = 1000;

/** A table row in the making: the texts of each cell. */
interface Row {
  readonly cells: string[][];
}

interface Open {
  readonly name: string;
  readonly role: Role;
  /** Of the text directly in it. */
  readonly kind: BlockKind;
  /** Of the items of a list. */
  readonly label: string | undefined;
  readonly row: Row | undefined;
}

/** Blocks in the making. Only this file looks inside. */
export interface BuildingBlocks {
  readonly blocks: Block[];
  readonly open: Open[];
  /** How often each name is in `open`, so that a closing tag without an opening one costs nothing. */
  readonly counts: Map<string, number>;
  text: string[];
  lineBreaks: number;
  skipped: { readonly name: string; depth: number } | undefined;
  /** The element of struck text that is open, and how many blocks are open around it: it ends with them. */
  struck: { readonly name: string; readonly around: number } | undefined;
}

/** No blocks yet. */
export function newBlocks(): BuildingBlocks {
  return {
    blocks: [],
    open: [],
    counts: new Map(),
    text: [],
    lineBreaks: 0,
    skipped: undefined,
    struck: undefined,
  };
}

/** An element begins. */
export function openElement(building: BuildingBlocks, name: string): void {
  if (building.skipped !== undefined) {
    building.skipped.depth += name === building.skipped.name ? 1 : 0;
    return;
  }
  if (name === "br") {
    breakLine(building);
    return;
  }
  if (STRUCK_ELEMENTS.has(name)) {
    building.struck ??= { name, around: building.open.length };
    return;
  }
  const role = isFull(building) ? undefined : ROLES.get(name);
  if (role === "skip") {
    building.skipped = { name, depth: 1 };
  } else if (role !== undefined) {
    openBlock(building, name, role);
  }
}

/** An element ends; one that is not open is passed over. */
export function closeElement(building: BuildingBlocks, name: string): void {
  const { skipped } = building;
  if (skipped !== undefined) {
    skipped.depth -= name === skipped.name ? 1 : 0;
    building.skipped = skipped.depth === 0 ? undefined : skipped;
    return;
  }
  if (name === building.struck?.name) {
    building.struck = undefined;
  }
  if ((building.counts.get(name) ?? 0) === 0) {
    return;
  }
  while (closeLast(building) !== name) {}
}

/** Text between tags. */
export function addText(building: BuildingBlocks, text: string): void {
  if (building.skipped === undefined && building.struck === undefined && !isFull(building)) {
    building.text.push(text);
    if (building.lineBreaks > 0 && text.trim() !== "") {
      building.lineBreaks = 0;
    }
  }
}

/** The blocks, with all that is still open closed. */
export function finishBlocks(building: BuildingBlocks): readonly Block[] {
  while (building.open.length > 0) {
    closeLast(building);
  }
  flush(building);
  return building.blocks;
}

/** Whether there are more blocks than a story has: no more are made. */
export function isFull({ blocks }: BuildingBlocks): boolean {
  return blocks.length > MAX_BLOCKS;
}

/** One `<br>` is white space, two are the end of a paragraph. */
function breakLine(building: BuildingBlocks): void {
  building.lineBreaks += 1;
  if (building.lineBreaks > 1 && building.open.at(-1)?.kind !== "code") {
    flush(building);
  } else {
    building.text.push("\n");
  }
}

function openBlock(building: BuildingBlocks, name: string, role: Role): void {
  flush(building);
  for (let last = building.open.at(-1); last !== undefined && endsBefore(last.role, role); ) {
    closeLast(building);
    last = building.open.at(-1);
  }
  if (building.open.length >= MAX_OPEN_BLOCKS) {
    return;
  }
  const around = building.open.at(-1);
  const label = role === "list" ? introductionOf(building.blocks.at(-1)) : around?.label;
  const row = role === "table row" ? { cells: [] } : around?.row;
  if (role === "cell" && row !== undefined && row.cells.length <= MAX_CELLS) {
    row.cells.push([]);
  }
  building.open.push({
    name,
    role,
    kind: kindOf(role, around?.kind ?? "paragraph"),
    label,
    row,
  });
  building.counts.set(name, (building.counts.get(name) ?? 0) + 1);
}

function kindOf(role: Role, around: BlockKind): BlockKind {
  if (role === "container" || role === "list" || role === "cell" || role === "skip") {
    return around;
  }
  return role === "paragraph" ? around : role;
}

/** Closes the innermost element and gives its name. */
function closeLast(building: BuildingBlocks): string | undefined {
  flush(building);
  const last = building.open.pop();
  if (last === undefined) {
    return undefined;
  }
  building.counts.set(last.name, (building.counts.get(last.name) ?? 1) - 1);
  if (building.struck !== undefined && building.open.length < building.struck.around) {
    building.struck = undefined;
  }
  if (last.role === "table row" && last.row !== undefined) {
    endRow(building.blocks, last.row);
  }
  return last.name;
}

/** A row of one cell is layout, not a table: its texts are paragraphs. */
function endRow(blocks: Block[], { cells }: Row): void {
  const texts = cells.filter((cell) => cell.length > 0);
  const [first] = texts;
  if (texts.length <= 1) {
    blocks.push(...(first ?? []).flatMap(paragraphsIn).map((text): Block => ({ kind: "paragraph", text })));
    return;
  }
  blocks.push(...rowOf(cells.map((cell) => cell.join(" "))));
}

/** Of what is preformatted in a cell, blank lines part the paragraphs. */
function paragraphsIn(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map(foldBlockText)
    .filter((paragraph) => paragraph !== "");
}

/** The cell that takes the text, if the row has one and is not too long. */
function openCell(row: Row | undefined): string[] | undefined {
  return row !== undefined && row.cells.length <= MAX_CELLS ? row.cells.at(-1) : undefined;
}

/** Ends the block that is being read. */
function flush(building: BuildingBlocks): void {
  if (building.text.length === 0) {
    return;
  }
  const [only = ""] = building.text;
  const raw = building.text.length === 1 ? only : building.text.join("");
  building.text = [];
  building.lineBreaks = 0;
  const around = building.open.at(-1);
  const kind = around?.kind ?? "paragraph";
  const text = kind === "code" ? foldCode(raw) : foldBlockText(raw);
  if (text === "") {
    return;
  }
  const cell = openCell(around?.row);
  if (cell !== undefined) {
    cell.push(text);
    return;
  }
  const label = kind === "list item" ? around?.label : undefined;
  building.blocks.push({
    kind: kind === "table row" ? "paragraph" : kind,
    text,
    ...(label !== undefined && { label }),
  });
}
