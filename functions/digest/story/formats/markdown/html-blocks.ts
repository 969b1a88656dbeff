import type { Block, BlockKind } from "../document.ts";
import { decodeEntities } from "../entities.ts";
import { readMarkup } from "../html/markup.ts";
import { rowOf } from "../lists-and-rows.ts";
import { RAW_TAGS } from "./inline-text.ts";
import { plainBlocks } from "./plain-markdown.ts";
import { type Reader, readInline, spend } from "./reader.ts";

/** Elements that begin and end a block, and the kind of what stands in them. */
const BLOCKS: Readonly<Record<string, BlockKind>> = {
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "heading"] as const)),
  ...Object.fromEntries(["figcaption", "caption"].map((name) => [name, "caption"] as const)),
  ...Object.fromEntries(["li", "dd"].map((name) => [name, "list item"] as const)),
  blockquote: "quotation",
  pre: "code",
};
/** Elements that only separate what stands before from what stands after them. */
const SEPARATORS: ReadonlySet<string> = new Set(
  "address article aside body center details div dl dt fieldset figure footer form header hr main nav ol p section summary table tbody tfoot thead ul".split(
    " ",
  ),
);
const HIDDEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "svg",
  "iframe",
  "select",
  "textarea",
]);

/** Elements whose content is code within a line. */
const CODE: ReadonlySet<string> = new Set(["code", "kbd", "samp", "tt"]);

interface HtmlState {
  readonly reader: Reader;
  readonly blocks: Block[];
  readonly parts: string[];
  /** The kinds of the open elements of `BLOCKS`, from the outside in, with their names. */
  readonly open: { readonly name: string; readonly kind: BlockKind }[];
  /** The cells of the row so far, if a row is open. */
  cells: string[] | undefined;
  /** Of the row, from 0; -1 before its first cell. */
  column: number;
  /** The columns of the table that are not shown: GitBook keeps the pictures of its cards in them. */
  readonly hiddenColumns: Set<number>;
  hidden: number;
}

/** Deeper elements are read as the outer ones. */
const MAX_OPEN_TAGS = 50;

/** In about nanoseconds. */
const EFFORT = { start: 10_000, character: 10, tag: 1000 } as const;

/** The blocks of HTML in a Markdown body. What stands between the tags may be Markdown. */
export function htmlBlocks(html: string, reader: Reader): Block[] {
  if (
    !spend(reader, EFFORT.start + EFFORT.character * html.length + EFFORT.tag * (html.split("<").length - 1))
  ) {
    return plainBlocks(html);
  }
  const state: HtmlState = {
    reader,
    blocks: [],
    parts: [],
    open: [],
    cells: undefined,
    column: -1,
    hiddenColumns: new Set(),
    hidden: 0,
  };
  const path: string[] = [];
  const handler = {
    open(name: string, attributes: ReadonlyMap<string, string>) {
      path.push(name);
      openElement(state, name);
      if (attributes.has("hidden") || attributes.has("data-hidden")) {
        hideColumn(state, name);
      }
    },
    close: () => closeElement(state, path.pop() ?? ""),
    single: (name: string) => openElement(state, name),
    text(text: string) {
      if (state.hidden === 0) {
        state.parts.push(text);
      }
    },
  };
  readMarkup(html, handler, false);
  endRow(state);
  endBlock(state);
  return state.blocks;
}

function openElement(state: HtmlState, name: string): void {
  if (HIDDEN.has(name)) {
    state.hidden += 1;
  } else if (name === "br") {
    state.parts.push("\n");
  } else if (name === "tr") {
    openRow(state);
  } else if (name === "td" || name === "th") {
    if (state.cells === undefined) {
      openRow(state);
    }
    endCell(state);
    state.column += 1;
  } else if (CODE.has(name)) {
    addCodeTag(state, "<code>");
  } else {
    openBlock(state, name);
  }
}

/** A cell opens one of its own, as in a browser: what stands before it may have been cut off. */
function openRow(state: HtmlState): void {
  endRow(state);
  endBlock(state);
  state.cells = [];
  state.column = -1;
}

/** The head of a hidden column hides all its cells. */
function hideColumn(state: HtmlState, name: string): void {
  if (name === "th") {
    state.hiddenColumns.add(state.column);
  }
}

/** The tags of code stay, for what reads the line to leave alone what stands between them; in a block of code they are none of it. */
function addCodeTag({ open, parts }: HtmlState, tag: string): void {
  if (open.at(-1)?.kind !== "code") {
    parts.push(tag);
  }
}

function openBlock(state: HtmlState, name: string): void {
  const kind = BLOCKS[name];
  if (kind === undefined && !SEPARATORS.has(name)) {
    return;
  }
  separate(state);
  if (kind !== undefined && state.open.length < MAX_OPEN_TAGS) {
    state.open.push({ name, kind });
  }
}

function closeElement(state: HtmlState, name: string): void {
  if (HIDDEN.has(name)) {
    state.hidden = Math.max(0, state.hidden - 1);
  } else if (name === "tr") {
    endRow(state);
  } else if (name === "table") {
    endRow(state);
    state.hiddenColumns.clear();
  } else if (name === "td" || name === "th") {
    endCell(state);
  } else if (CODE.has(name)) {
    addCodeTag(state, "</code>");
  } else if (BLOCKS[name] !== undefined || SEPARATORS.has(name)) {
    separate(state);
    const at = state.open.findLastIndex((element) => element.name === name);
    state.open.splice(at === -1 ? state.open.length : at);
  }
}

/** Ends the block, or within a cell only its line. */
function separate(state: HtmlState): void {
  if (state.cells === undefined) {
    endBlock(state);
  } else {
    state.parts.push("\n");
  }
}

function takeText(state: HtmlState): string {
  const text = state.parts.join("");
  state.parts.length = 0;
  return text;
}

function endBlock(state: HtmlState): void {
  const source = takeText(state);
  const kind = state.open.at(-1)?.kind ?? "paragraph";
  if (kind === "code") {
    const code = trimCode(decodeEntities(source));
    state.blocks.push(...(code === "" ? [] : [{ kind, text: code }]));
    return;
  }
  for (const block of plainBlocks(source, (text) => readInline(state.reader, text))) {
    state.blocks.push(block.kind === "paragraph" ? { ...block, kind } : block);
  }
}

/** What ends as a cell, and began as none, is a text of its own. */
function endCell(state: HtmlState): void {
  if (state.cells === undefined) {
    endBlock(state);
    return;
  }
  const text = takeText(state);
  if (text.trim() !== "" && !state.hiddenColumns.has(state.column)) {
    state.cells.push(readInline(state.reader, text.trim()));
  }
}

function endRow(state: HtmlState): void {
  if (state.cells !== undefined) {
    endCell(state);
    state.blocks.push(...rowOf(state.cells));
    state.cells = undefined;
  }
}

/** Code without the tags that keep a template from reading it, the blank lines around it and the space at the ends of its lines. */
export function trimCode(code: string): string {
  const lines = code
    .replaceAll(RAW_TAGS, "")
    .split("\n")
    .map((line) => line.trimEnd());
  return lines
    .slice(lines.findIndex((line) => line !== ""))
    .join("\n")
    .trimEnd();
}
