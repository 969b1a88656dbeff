import { directionOf, languageOf } from "../../text/language.ts";
import type { Block, BlockKind, Document } from "../formats/document.ts";
import { deriveHeadline } from "../headline/derive-headline.ts";
import { boundHeadline, cutKeywords, keywordsAfter, repeatOf } from "../headline/headline.ts";
import { classLines } from "../lines/class-lines.ts";
import { isCredit } from "../lines/credit.ts";
import type { Story } from "../types.ts";
import { bylinesIn, isByline } from "./byline.ts";
import { cutDateline } from "./dateline.ts";
import type { StoryFrame } from "./frame.ts";

/** How many blocks from the top may repeat the headline, the deck or the byline. */
const TOP_BLOCKS = 8;
/** How many paragraphs determine language and direction. */
const SAMPLED_BLOCKS = 40;

/**
 * The frame of a document whose format has fields for it. What the source states is taken as it is; repeats of it at the
 * top of the body, and lines that every site has (share links, "read more"), are boilerplate. A headline that is not
 * stated is derived from the first sentence.
 */
export function readStatedFrame(document: Document): StoryFrame {
  const { body, boilerplate, byline } = partBlocks(document);
  const { blocks, dateline } = withoutDateline(body);
  const prose = blocks.filter(({ kind }) => kind !== "code" && kind !== "table row");
  const sample = prose.slice(0, SAMPLED_BLOCKS).map(({ text }) => text);
  const given = boundHeadline(cutKeywords(document.headline ?? ""));
  const keywords = keywordsAfter(document.headline ?? "");
  const lang = languageOf(sample.join("\n")) ?? languageTag(document.lang);
  const told = toldIn(prose.slice(0, TOP_BLOCKS));
  const opening = told[0] ?? blocks[0]?.text ?? "";
  return {
    headline: given || deriveHeadline(told, lang) || boundHeadline(opening),
    headlineSource: given === "" ? "derived" : "given",
    ...statedFields(document),
    ...(byline !== undefined && { byline }),
    ...(dateline !== undefined && { dateline }),
    ...bodyOf(blocks),
    boilerplate,
    ...doubtfulOf(document, keywords),
    ...(document.outside !== undefined && { outside: document.outside }),
    ...(lang !== undefined && { lang }),
    dir: directionOf(`${given}\n${sample.join("\n")}`),
  };
}

/** The texts that may tell what the story tells: no headings, and captions and quotations only if there is nothing else. */
function toldIn(top: readonly Block[]): readonly string[] {
  const texts = top.filter(({ kind }) => kind !== "heading");
  const own = texts.filter(({ kind }) => kind !== "quotation" && kind !== "caption");
  return (own.length > 0 ? own : texts).map(({ text }) => text);
}

/** Lines left out by their look or place alone; those of a known form are boilerplate, and bylines are read as such. */
function doubtfulOf({ doubtful = [], headline }: Document, keywords: string): Pick<Story, "doubtful"> {
  const classes = classLines(doubtful, headline);
  const own = doubtful.filter((line, index) => classes[index] === undefined && !isByline(line));
  const all = keywords.includes(",") ? [keywords, ...own] : own;
  return all.length === 0 ? {} : { doubtful: all };
}

type StatedFields = Pick<Story, "deck" | "published" | "updated" | "status" | "note">;

function statedFields({ deck, published, updated, status, note }: Document): StatedFields {
  return {
    ...(deck !== undefined && { deck }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(status !== undefined && { status }),
    ...(note !== undefined && { note }),
  };
}

/** The paragraphs, which of them are headings, and what the others are where any is more than a paragraph. */
function bodyOf(
  blocks: readonly Block[],
): Pick<Story, "paragraphs" | "headings" | "kinds" | "labels" | "rows"> {
  const rows = new Map(
    blocks.flatMap(({ cells }, index) => (cells === undefined ? [] : [[index, cells] as const])),
  );
  const hasKinds = blocks.some(({ kind }) => kind !== "paragraph" && kind !== "heading");
  return {
    paragraphs: blocks.map(({ text }) => text),
    headings: blocks.flatMap(({ kind }, index) => (kind === "heading" ? [index] : [])),
    ...(hasKinds && {
      kinds: blocks.map(({ kind }) => kind),
      labels: blocks.map(({ label }) => label ?? ""),
      ...(rows.size > 0 && { rows }),
    }),
  };
}

interface Parted {
  readonly body: readonly Block[];
  readonly boilerplate: readonly string[];
  readonly byline: string | undefined;
}

function partBlocks({ headline = "", deck = "", byline, blocks }: Document): Parted {
  const top = blocks.slice(0, TOP_BLOCKS);
  const named = bylinesIn(top.map(({ kind, text }) => (kind === "paragraph" ? text : "")));
  const bylines = top.filter(({ kind, text }) => kind === "paragraph" && named.has(text));
  const isHeadline = repeatOf(headline);
  const isRepeat = ({ text }: Block): boolean =>
    (headline !== "" && isHeadline(text)) || text === deck || text === byline;
  const texts = blocks.map(classableText);
  const classes = classLines(texts, headline || texts[0]);
  const classed = blocks.filter((_, index) => classes[index] !== undefined);
  const removed = new Set<Block>([...bylines, ...top.filter(isRepeat), ...classed]);
  if (removed.size === blocks.length) {
    return { body: blocks, boilerplate: [], byline };
  }
  return {
    body: blocks.filter((block) => !removed.has(block)),
    boilerplate: blocks
      .filter((block) => removed.has(block) && !bylines.includes(block))
      .map(({ text }) => text),
    byline: byline ?? (bylines.length === 0 ? undefined : bylines.map(({ text }) => text).join(" | ")),
  };
}

const MAY_BE_BOILERPLATE: ReadonlySet<BlockKind> = new Set(["paragraph", "list item", "heading"]);

/** Tables and code hold no lines of the page, and captions only credits. */
function classableText({ kind, text }: Block): string {
  return MAY_BE_BOILERPLATE.has(kind) || (kind === "caption" && isCredit(text)) ? text : "";
}

function withoutDateline(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly dateline?: string;
} {
  const first = blocks.findIndex(({ kind }) => kind === "paragraph");
  const block = blocks[first];
  if (block === undefined) {
    return { blocks };
  }
  const { paragraph, dateline } = cutDateline(block.text);
  return dateline === undefined
    ? { blocks }
    : { blocks: blocks.with(first, { ...block, text: paragraph }), dateline };
}

/** The primary language of a declared tag, where it is well formed. */
function languageTag(declared = ""): string | undefined {
  return /^[a-z]{2,3}(?=-|_|$)/i.exec(declared)?.[0].toLowerCase();
}
