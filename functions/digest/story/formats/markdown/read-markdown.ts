import type { Token } from "marked";
import type { Block, Document } from "../document.ts";
import { deckOf, withLeadingHeadline } from "../stated.ts";
import { unifyLineEnds } from "../text/plain-text.ts";
import { blockEffort, chunksOf } from "./chunks.ts";
import { splitFrontMatter } from "./front-matter/front-matter.ts";
import { htmlBlocks, trimCode } from "./html-blocks.ts";
import { piecesOf } from "./pieces.ts";
import { plainBlocks } from "./plain-markdown.ts";
import { newReader, type Reader, readInline, spend } from "./reader.ts";
import type { Piece } from "./reading.ts";
import { withoutSetIn } from "./set-in-blocks.ts";
import { type Written, writeTokens } from "./token-blocks.ts";

/** Posts are a hundredth of this long; what a longer one goes on with is read roughly. */
const MAX_EXACT = 250_000;

/**
 * Reads a Markdown post whose line ends are LF: its front matter as metadata, its body as blocks. Link targets, emphasis, images, tags, comments
 * and attributes are no text. Effort is bounded: what would take the lexer too long is read without it.
 */
export function readMarkdown(source: string): Document {
  const { metadata, body, omitted } = splitFrontMatter(source);
  const reader = newReader();
  const { headline, deck, byline, ...others } = metadata;
  const title = readTitle(reader, headline);
  const [subtitle, authors] = [readTitle(reader, deck), readTitle(reader, byline)];
  const { written, omitted: cut } = readBody(body, reader);
  const told = withHeadline(title, written);
  const ownDeck = deckOf(subtitle, told.blocks);
  return withText({
    format: "markdown",
    ...others,
    ...(ownDeck !== undefined && { deck: ownDeck }),
    ...(authors !== "" && { byline: authors }),
    ...told,
    omitted: [...omitted, ...cut],
  });
}

/** A post that is all front matter tells readers what stands there: its description, then other prose. */
function withText(document: Document): Document {
  const { deck, doubtful = [], ...others } = document;
  if (document.blocks.length > 0 || document.headline === undefined) {
    return document;
  }
  const lines = [...(deck === undefined ? [] : [deck]), ...doubtful];
  return lines.length === 0
    ? document
    : { ...others, blocks: lines.map((text) => ({ kind: "paragraph", text })) };
}

/** To cut one text into its pieces, in about nanoseconds. */
const TEXT_EFFORT = { start: 2000, character: 10 } as const;

/** The blocks of Markdown without a front matter. The same bounds hold, for all that one reader reads. */
export function readMarkdownBlocks(body: string, reader: Reader): readonly Block[] {
  const effort = TEXT_EFFORT.start + TEXT_EFFORT.character * Math.min(body.length, MAX_EXACT);
  if (!spend(reader, effort)) {
    return plainBlocks(body);
  }
  reader.lexer.tokens.links = {};
  return readBody(unifyLineEnds(body), reader).written.blocks;
}

/** Where the first page shows a post no further, glued to a stop: "in six towns.READMORE". */
const TEASER_END =
  /(?<=[.!?…][)"”»’]?)(?:READ ?MORE|WEITERLESEN|LIRE LA SUITE|LEER MÁS|LEGGI TUTTO|LEIA MAIS)$/gmu;

function readBody(body: string, reader: Reader) {
  const exact = body.length <= MAX_EXACT ? body.length : body.lastIndexOf("\n", MAX_EXACT) + 1;
  const { pieces, omitted } = piecesOf(withoutSetIn(body.slice(0, exact).replaceAll(TEASER_END, "")));
  const written = readPieces(pieces, reader);
  pushAll(written.blocks, plainBlocks(body.slice(exact)));
  return { written, omitted: [...omitted, ...written.omitted] };
}

/** Titles and names in a front matter may have emphasis, code and tags of templates, too. */
function readTitle(reader: Reader, title = ""): string {
  return piecesOf(title)
    .pieces.map(({ text }) => readInline(reader, text))
    .join(" ");
}

/** A piece, or what the lexer found in a part of it; Markdown left as a piece takes too much effort to be lexed. */
type Part = Piece | { readonly kind: "tokens"; readonly tokens: readonly Token[] };

/** First the blocks of all pieces, then the text in them: a link may be defined at the end. */
function readPieces(pieces: readonly Piece[], reader: Reader): Written {
  const parts = pieces.flatMap((piece) => (piece.kind === "markdown" ? lexed(piece.text, reader) : [piece]));
  const written: Written = {
    reader,
    blocks: [],
    omitted: [],
    levels: new Map(),
    listLabel: undefined,
    lastType: "",
    isAfterPicture: false,
    openElements: 0,
  };
  for (const part of parts) {
    writePart(part, written);
  }
  return written;
}

function lexed(markdown: string, reader: Reader): Part[] {
  const parts: Part[] = [];
  for (const { text, start } of chunksOf(markdown)) {
    const { effort, isLexable } = blockEffort(text);
    if (!spend(reader, effort)) {
      return [...parts, { kind: "markdown", text: markdown.slice(start) }];
    }
    parts.push(
      isLexable ? { kind: "tokens", tokens: reader.lexer.blockTokens(text, []) } : { kind: "markdown", text },
    );
  }
  return parts;
}

function writePart(part: Part, written: Written): void {
  if (part.kind !== "tokens") {
    written.lastType = "";
  }
  switch (part.kind) {
    case "tokens":
      writeTokens(part.tokens, written);
      return;
    case "markdown":
      pushAll(written.blocks, plainBlocks(part.text));
      return;
    case "html":
      pushAll(written.blocks, htmlBlocks(part.text, written.reader));
      return;
    case "code": {
      const text = trimCode(part.text);
      pushAll(written.blocks, text === "" ? [] : [{ kind: "code", text }]);
      return;
    }
    default:
      part satisfies never;
  }
}

function pushAll(blocks: Block[], more: readonly Block[]): void {
  for (const block of more) {
    blocks.push(block);
  }
}

/** Short lines that may stand above a headline, such as a link or a date, and their words. */
const MAX_ABOVE = 3;
const MAX_WORDS_ABOVE = 8;
/** Headings under one that is the headline, if the first of them follows at once. */
const MIN_PARTS = 2;
const STOP = /[.!?…:;,]$/u;

/**
 * Without a title, a heading of the first level that leads the body, and is not followed by another one, is the headline; so is the
 * only one, under a few short lines. Without any of the first level, it is the heading that leads the body, even if one of its own
 * level follows at once: its section would be empty; or if all others, two at least, are deeper. A heading that only repeats the title is left out.
 */
function withHeadline(title: string, { blocks, levels }: Written): Pick<Document, "headline" | "blocks"> {
  const first = blocks[0];
  if (title !== "") {
    const isRepeated = first?.kind === "heading" && first.text === title;
    return { headline: title, blocks: isRepeated ? blocks.slice(1) : blocks };
  }
  const tops = [...levels].flatMap(([place, level]) => (level === 1 ? [place] : []));
  const place = tops.length === 0 ? leadingOf(levels) : topOf(tops, blocks);
  if (place !== undefined) {
    return { headline: blocks[place]?.text ?? "", blocks: blocks.toSpliced(place, 1) };
  }
  return tops.length === 0
    ? withLeadingHeadline<Pick<Document, "headline" | "blocks">>({ blocks })
    : { blocks };
}

function leadingOf(levels: Written["levels"]): number | undefined {
  const level = levels.get(0);
  return level !== undefined && (level === levels.get(1) || isOverParts(level, levels)) ? 0 : undefined;
}

/** Whether all other headings are of deeper levels: the first one names what they are parts of. One alone may be the story's. */
function isOverParts(level: number, levels: Written["levels"]): boolean {
  const others = [...levels.values()].slice(1);
  return others.length >= MIN_PARTS && others.every((other) => other > level);
}

function topOf([top = 0, next]: readonly number[], blocks: readonly Block[]): number | undefined {
  const isTitle = top === 0 ? next !== 1 : next === undefined && stepsAside(blocks, top);
  return isTitle ? top : undefined;
}

/** Whether only a few short lines that are no sentences, or code, stand above a heading, and text below it. */
function stepsAside(blocks: readonly Block[], heading: number): boolean {
  const isShort = ({ kind, text }: Block) =>
    kind === "code" ||
    (kind === "paragraph" && !STOP.test(text) && text.split(" ").length <= MAX_WORDS_ABOVE);
  return (
    heading <= MAX_ABOVE &&
    blocks[heading + 1]?.kind === "paragraph" &&
    blocks.slice(0, heading).every(isShort)
  );
}
