import type { MarkedToken, Token, Tokens } from "marked";
import type { Block, BlockKind, Omission } from "../document.ts";
import { introductionOf, rowOf } from "../lists-and-rows.ts";
import { htmlBlocks, trimCode } from "./html-blocks.ts";
import { iconNames } from "./inline-text.ts";
import { plainBlocks } from "./plain-markdown.ts";
import { type Reader, readInline } from "./reader.ts";

/** What the blocks of a document are collected in. */
export interface Written {
  readonly reader: Reader;
  readonly blocks: Block[];
  /** What is left out of them. */
  readonly omitted: Omission[];
  /** The levels of those that are headings, by their places. */
  readonly levels: Map<number, number>;
  /** The line that introduces the list at the margin that is being read, or was read last. */
  listLabel: string | undefined;
  /** What the last token at the margin was. */
  lastType: Token["type"];
  /** Whether the last paragraph was nothing but pictures. */
  isAfterPicture: boolean;
  /** How many elements of HTML that enclose others are open. */
  openElements: number;
}

/** What a token stands in. */
interface Place {
  /** What a paragraph is there. */
  readonly kind: BlockKind;
  /** The line that introduces the list that the token stands in. */
  readonly label?: string | undefined;
  readonly isNested: boolean;
}

const AT_MARGIN: Place = { kind: "paragraph", isNested: false };

/** Adds the blocks of what the lexer found. */
export function writeTokens(tokens: readonly Token[], written: Written, place: Place = AT_MARGIN): void {
  for (const token of tokens as readonly MarkedToken[]) {
    writeToken(token, written, place);
    written.isAfterPicture &&= token.type === "paragraph" || token.type === "space";
    if (!place.isNested && token.type !== "space") {
      written.lastType = token.type;
    }
  }
}

function writeToken(token: MarkedToken, written: Written, place: Place): void {
  switch (token.type) {
    case "heading":
      written.levels.set(written.blocks.length, token.depth);
      add(written, "heading", readInline(written.reader, token.text));
      return;
    case "paragraph":
    case "text":
      writeParagraph(token.text, written, place);
      return;
    case "blockquote":
      writeTokens(token.tokens, written, { kind: "quotation", isNested: true });
      return;
    case "list":
      writeList(token, written, place);
      return;
    case "table":
      for (const row of [token.header, ...token.rows]) {
        written.blocks.push(...rowOf(row.map(({ text }) => readCell(written.reader, text))));
      }
      return;
    case "code":
      writeCode(token, written, place);
      return;
    case "html":
      written.openElements = openAfter(token.raw, written.openElements);
      if (/^\s*<h1\b/i.test(token.raw)) {
        written.levels.set(written.blocks.length, 1);
      }
      written.blocks.push(...htmlBlocks(token.raw, written.reader));
      return;
    default:
  }
}

function readCell(reader: Reader, source: string): string {
  return readInline(reader, source) || iconNames(source);
}

/** Elements that enclose others, and components; what closes itself encloses nothing. */
const ENCLOSING =
  /<(\/?)(?:div|section|article|aside|main|nav|header|footer|figure|details|center|[uo]l|[A-Z]\w{0,60})(?=[\s>])[^<>]*>/g;

function openAfter(html: string, before: number): number {
  let open = before;
  for (const [tag, slash] of html.matchAll(ENCLOSING)) {
    const change = slash === "/" ? -1 : 1;
    open = Math.max(0, open + (tag.endsWith("/>") ? 0 : change));
  }
  return open;
}

/** A tag, or a heading with text below it: programs print lines that all begin with `##`. */
const MORE_HTML = /^\s*(?:<\/?[a-z]|#{2,6}[ \t][^\n]*\n\s*[^#\s])/i;

/** In an open element, what is set in and begins with a tag or a heading is more of its HTML, but for scripts. */
function writeCode(token: Tokens.Code, written: Written, place: Place): void {
  const { text } = token;
  if (
    token.codeBlockStyle === "indented" &&
    written.openElements > 0 &&
    MORE_HTML.test(text) &&
    !text.includes("=>")
  ) {
    written.openElements = openAfter(text, written.openElements);
    written.blocks.push(...htmlBlocks(text, written.reader));
  } else if (place.kind === "list item" && token.codeBlockStyle === "indented" && PROSE.test(text)) {
    writeParagraph(text.trim(), written, place);
  } else {
    add(written, "code", trimCode(text));
  }
}

/** "1.      The ministry …": blanks after the number of a paragraph make it code, but it is a sentence. */
const PROSE = /^\s*\p{Lu}[^\n{}<>=;]{40,}[.!?:]["”’)]?\s*$/u;

/** What says anything: a block of nothing but marks is an ornament, or what a mistake left. */
const SAYING = /[^\p{P}\p{Sm}\p{Sk}\s]/u;

function add(written: Written, kind: BlockKind, text: string, label?: string): void {
  if (kind === "code" ? text !== "" : SAYING.test(text)) {
    written.blocks.push({ kind, text, ...(label !== undefined && { label }) });
  }
}

/** Rows that a table without a head leaves are rows all the same. */
const ONLY_ROWS = /^\|[^|\n]*\|[^\n]*(?:\n\|[^|\n]*\|[^\n]*)+$/;

/** "Chair: Ada Holt" and "Place: Velm" below it: Markdown joins the lines, but each says its own. */
const LABELLED_LINE = /^[ \t]*[*_]{0,3}\p{Lu}[\p{L}\p{M} .'’/-]{1,40}[*_]{0,3}:[*_]{0,3}[ \t]+\S/u;

/** "**Presentation**" on a line of its own, above the first sentence of its paragraph, which is not bold, too. */
const BOLD_HEAD = /^(?<mark>\*\*|__)(?=[^\s*_])[^*_\n]{1,80}\k<mark>:?[ \t]*\n(?=[ \t]*[^\s*_])/u;

function headAndRest(source: string): readonly string[] {
  const [head = ""] = BOLD_HEAD.exec(source) ?? [];
  return head === "" ? [] : [head.trim(), source.slice(head.length)];
}

function labelledLines(source: string): readonly string[] {
  const lines = source.split("\n");
  return lines.length > 1 && lines.every((line) => LABELLED_LINE.test(line)) ? lines : [];
}

function writeParagraph(source: string, written: Written, place: Place): void {
  const lines = [...labelledLines(source), ...headAndRest(source)];
  if (lines.length > 0) {
    for (const line of lines) {
      writeParagraph(line, written, place);
    }
    return;
  }
  if (ONLY_ROWS.test(source)) {
    written.blocks.push(...plainBlocks(source));
  } else {
    const whole = source.trim();
    const text = whole.replace(PICTURES, "");
    const isBelow = written.isAfterPicture || text !== whole;
    const isCaption = place.kind === "paragraph" && isBelow && SET_APART.test(text);
    add(written, isCaption ? "caption" : place.kind, readInline(written.reader, source));
    written.isAfterPicture = text === "" && whole !== "";
  }
}

const PICTURES = /^(?:!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)\s*)+/u;
/** A text that is small or emphasised as a whole, as captions are. */
const SET_APART =
  /^(?:\*(?![*\s])[^*]+\*|_(?![_\s])[^_]+_|<(?<tag>su[bp]|small|em|i)>[^<]*(?:<(?!\/\k<tag>)[^<]*)*<\/\k<tag>>)$/iu;

function writeList(list: Tokens.List, written: Written, place: Place): void {
  if (entriesIn(list) >= MIN_CONTENTS) {
    omitContents(list, written);
    return;
  }
  const label = introduction(written, place);
  if (!place.isNested) {
    written.listLabel = label;
  }
  for (const item of list.items) {
    writeItem(item, written, label);
  }
}

const MIN_CONTENTS = 2;
/** A link to a heading of the same page, alone or in emphasis. */
const OWN_LINK = /^[*_]{0,3}\[[^\]\n]{1,300}\]\(#[^)\s]{0,300}\)[*_]{0,3}$/;

/** How many links to headings of its page a list has, if it has nothing else; of any other, not a number. */
function entriesIn(list: Tokens.List): number {
  return list.items.reduce((sum, { tokens }) => {
    const [first, ...others] = (tokens as readonly MarkedToken[]).filter(({ type }) => type !== "space");
    const isLink =
      (first?.type === "text" || first?.type === "paragraph") && OWN_LINK.test(first.text.trim());
    const inside = others.map((token) => (token.type === "list" ? entriesIn(token) : Number.NaN));
    return isLink ? inside.reduce((all, entries) => all + entries, sum + 1) : Number.NaN;
  }, 0);
}

const CONTENTS_TITLE = new Set(
  [
    "contents|table of contents|toc|on this page|in this article|in this guide|index",
    "sommaire|table des matières|sur cette page|dans cet article",
    "inhalt|inhaltsverzeichnis|auf dieser seite",
    "índice|indice|contenido|contenidos|tabla de contenido|tabla de contenidos|en esta página",
    "sommario|in questa pagina|inhoud|inhoudsopgave|op deze pagina|sumário|conteúdo|nesta página|spis treści|innehåll|indhold",
  ].flatMap((names) => names.split("|")),
);

/** A list of contents is no text of the story, nor is its title. */
function omitContents(list: Tokens.List, written: Written): void {
  const title = written.blocks.at(-1);
  if (title?.kind === "heading" && CONTENTS_TITLE.has(title.text.toLowerCase().replace(/:$/, ""))) {
    written.blocks.pop();
    written.levels.delete(written.blocks.length);
  }
  written.omitted.push({ reason: "list of contents", text: list.raw });
}

/** An item introduces the list in it; a list that is cut in two has one introduction. */
function introduction(written: Written, place: Place): string | undefined {
  const before = written.blocks.at(-1);
  if (written.lastType === "list" && !place.isNested) {
    return written.listLabel;
  }
  return place.isNested && before?.kind === "list item" ? before.text : introductionOf(before);
}

const TASK_BOX = /^\[[ xX]\][ \t]+/;

/** The first paragraph of an item is the item; what else stands in it follows as what it is. */
function writeItem(item: Tokens.ListItem, written: Written, label: string | undefined): void {
  const tokens = item.tokens.filter(({ type }) => type !== "space" && type !== "checkbox");
  const [first] = tokens as MarkedToken[];
  const inside: Place = { kind: "paragraph", isNested: true };
  if (first?.type !== "text" && first?.type !== "paragraph") {
    writeTokens(tokens, written, { ...inside, kind: "list item" });
    return;
  }
  const source = item.task ? first.text.replace(TASK_BOX, "") : first.text;
  add(written, "list item", readInline(written.reader, source), label);
  writeTokens(tokens.slice(1), written, inside);
}
