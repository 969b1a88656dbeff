import { lineOf, looksLikeMarkup, MAX_BLOCKS } from "../block-text.ts";
import type { Block, BlockKind } from "../document.ts";
import { rowOf } from "../lists-and-rows.ts";
import { looksLikeMarkdown } from "../markdown/looks-like-markdown.ts";
import { readMarkdownBlocks } from "../markdown/read-markdown.ts";
import type { Reader } from "../markdown/reader.ts";
import { readMarkupBlocks } from "../markup-blocks.ts";
import { decodedText } from "../sax.ts";
import { plainBlocks } from "../text/plain-blocks.ts";
import { inlineText, isInline, typeOf } from "./json-spans.ts";
import { type Fields, fieldsOf, isList, isRecord, type JsonRecord, looksLikeJson } from "./json-values.ts";
import { parseJson } from "./parse-json.ts";

/** How deep the parts of a body may nest; what is deeper is left out. */
const MAX_BODY_DEPTH = 64;

/** Names under which a part of a body holds its text or its parts, the best first. */
const PARTS =
  "rendered html bodyhtml value text plaintext children content blocks nodes sections articlebody contenthtml contenttext paragraphs paragraph items body data root document doc caption code".split(
    " ",
  );

const KINDS: readonly (readonly [RegExp, BlockKind])[] = [
  [
    /^(?:core)?(?:h[1-6]|head(?:er|ing)\d?|heading(?:one|two|three|four|five|six)|subhead\w*|crosshead\w*|title)$/,
    "heading",
  ],
  [/^(?:core)?(?:li|listitem|bullet|checklistitem|unorderedlistitem|orderedlistitem|numbered)$/, "list item"],
  [/^(?:core)?(?:blockquote|quote|pullquote|quotation)$/, "quotation"],
  [/^(?:core)?(?:code|codeblock|pre|preformatted)$/, "code"],
  [/^(?:core)?(?:caption|image|figure|picture|photo|media|video)$/, "caption"],
  [/^(?:core)?(?:p|para|paragraph|normal|unstyled|textblock|block|text)$/, "paragraph"],
];

/** Parts that are no text of the story. */
const NO_TEXT =
  /^(?:embed|ad|advert\w*|iframe|script|html(?:embed)|widget|newsletter|related\w*|promo|divider|gallery)$/;

/**
 * The blocks of a body: a text, a list of texts, or the parts that an editor program makes of it. `markdown` reads what of it is
 * Markdown, and bounds the effort of all bodies that it is given to.
 */
export function bodyBlocks(body: unknown, markdown: Reader): readonly Block[] {
  const reading: Reading = { blocks: [], markdown };
  collect(body, { kind: "paragraph", depth: 0 }, reading);
  return reading.blocks;
}

interface Around {
  readonly kind: BlockKind;
  readonly depth: number;
}

interface Reading {
  readonly blocks: Block[];
  readonly markdown: Reader;
}

function collect(value: unknown, around: Around, reading: Reading): void {
  if (around.depth > MAX_BODY_DEPTH || reading.blocks.length > MAX_BLOCKS) {
    return;
  }
  if (typeof value === "string") {
    collectText(value, around, reading);
  } else if (isList(value)) {
    collectList(value, around, reading);
  } else if (isRecord(value)) {
    collectPart(value, around, reading);
  }
}

function collectText(text: string, around: Around, reading: Reading): void {
  if (looksLikeJson(text)) {
    collect(parseJson(text), { ...around, depth: around.depth + 8 }, reading);
    return;
  }
  if (/^\s*https?:\/\/\S+\s*$/.test(text)) {
    return;
  }
  const { kind } = around;
  for (const block of textBlocks(text, reading.markdown)) {
    reading.blocks.push(block.kind === "paragraph" && kind !== "paragraph" ? { ...block, kind } : block);
  }
}

function textBlocks(text: string, markdown: Reader): readonly Block[] {
  if (looksLikeMarkdown(text)) {
    return readMarkdownBlocks(text, markdown);
  }
  return looksLikeMarkup(text) ? readMarkupBlocks(withoutEscapes(text)) : plainBlocks(text);
}

/** HTML that was escaped as a whole, as some exports do, unescaped: `&lt;p&gt;One.&lt;/p&gt;`. */
function withoutEscapes(html: string): string {
  return /^\s{0,100}&lt;[a-z]/i.test(html) && !html.includes("<") ? decodedText(html) : html;
}

/** Members that are spans make one line; others are parts of their own. */
function collectList(list: readonly unknown[], around: Around, reading: Reading): void {
  const inside = { kind: around.kind, depth: around.depth + 1 };
  if (list.length > 0 && list.every(isInline)) {
    collectText(inlineText(list, MAX_BODY_DEPTH - inside.depth), inside, reading);
    return;
  }
  for (const member of list) {
    if (isRow(member)) {
      reading.blocks.push(...(reading.blocks.length <= MAX_BLOCKS ? rowOf(member.map(lineOf)) : []));
    } else {
      collect(member, inside, reading);
    }
  }
}

/** A list of texts in a list is a row of a table. */
function isRow(value: unknown): value is readonly string[] {
  return (
    isList(value) &&
    value.length > 1 &&
    value.every((cell) => typeof cell === "string" && !looksLikeJson(cell))
  );
}

function collectPart(part: JsonRecord, around: Around, reading: Reading): void {
  const fields = fieldsOf(part);
  const type = typeOf(fields);
  if (NO_TEXT.test(type)) {
    return;
  }
  const kind = kindOf(type, fields, around.kind);
  if (kind === "code" && typeof fields.get("text") === "string") {
    collectCode(String(fields.get("text")), reading);
    return;
  }
  const name = PARTS.find((known) => isText(fields.get(known)));
  if (name !== undefined) {
    collectHeading(fields, reading);
    collect(
      fields.get(name),
      { kind: name === "caption" ? "caption" : kind, depth: around.depth + 1 },
      reading,
    );
  }
}

/** The heading of a part that has one beside its text. */
function collectHeading(fields: Fields, { blocks }: Reading): void {
  const heading =
    fields.get("heading") ?? fields.get("subheading") ?? fields.get("headline") ?? fields.get("title");
  const text = typeof heading === "string" && !looksLikeJson(heading) ? lineOf(heading) : "";
  if (text !== "") {
    blocks.push({ kind: "heading", text });
  }
}

function collectCode(code: string, reading: Reading): void {
  const text = looksLikeJson(code) ? "" : code.trim();
  if (text !== "") {
    reading.blocks.push({ kind: "code", text });
  }
}

function isText(value: unknown): boolean {
  return typeof value === "string" ? value.trim() !== "" : typeof value === "object" && value !== null;
}

function kindOf(type: string, fields: Fields, around: BlockKind): BlockKind {
  const style = fields.get("style");
  const names = [
    fields.has("listitem") ? "listitem" : "",
    typeof style === "string" ? style.toLowerCase() : "",
    type,
  ];
  for (const name of names) {
    const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
    if (kind !== undefined && kind !== "paragraph") {
      return kind;
    }
  }
  return type === "list" ? "list item" : around;
}
