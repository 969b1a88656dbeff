import type { Lexer, Token } from "marked";
import { withoutInvisible } from "../../../text/invisible.ts";
import { SPACE } from "../block-text.ts";
import { decodeEntities } from "../entities.ts";
import { LOWERED, RAISED, withSuperscripts } from "../superscripts.ts";

/** Scripts written without spaces between words, whose lines join without one. */
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** A text in one line: white space folded, and line breaks within Chinese and Japanese dropped. */
export function foldLines(text: string): string {
  const visible = withoutInvisible(text);
  return visible
    .replaceAll(SPACE, (run: string, at: number) =>
      run.includes("\n") && WIDE.test(visible.charAt(at - 1)) && WIDE.test(visible.charAt(at + run.length))
        ? ""
        : " ",
    )
    .trim();
}

/** Elements whose content is no text, should their tags stand in a line. */
const HIDDEN = /^<(\/?)(?:script|style|template|svg)\b/i;
/** Elements whose content is code. */
const CODE = /^<(\/?)(?:code|kbd|samp|tt)\b/i;
const SUPERSCRIPT = /^<(\/?)sup\b/i;
/** Syntax that the lexer takes for text: marks of footnotes, of notices and of tables of contents. */
const FOOTNOTE_MARK = /\[\^[^[\]\s]{1,100}\]/g;
/** A reference that is defined nowhere. */
const LOST_REFERENCE = /\[([^[\]]{0,300})\]\[[^[\]]{0,300}\]/g;
/** A link of a wiki, with the words that stand for its page. */
const WIKI_LINK = /\[\[(?:[^\s[\]|][^[\]|\n]{0,200}\|)?([^\s[\]|][^[\]|\n]{0,200})\]\]/g;
/** A link whose target was a template tag, of which a title is left. */
const LOST_TARGET = /\]\([ \t]{1,9}"[^"\n()]*"\)/g;
/** A link or an image whose parenthesis was never closed, or whose address was broken in two. */
const OPEN_TARGET =
  /\]\((?:https?:\/\/|mailto:|www\.|\.{0,2}\/|#)[^\s()<>"]{0,2000}(?:\n[^\s()<>"]{1,300}\)|(?=\s|$)(?!\s+["'()]))/gi;
/** A tag with attributes that are no HTML. */
const LOST_TAG = /<\/?(?:a|div|iframe|img|p|span|video)\s[^<>]*>/gi;
/** An image whose reference is defined nowhere. */
const LOST_IMAGE = /(?<![\p{L}\p{N}])!\[[^[\]]{0,300}\](?:\[[^[\]]{0,300}\])?/gu;
/** A shortcode of a content system: `[gallery ids="31,30"]`, `[/gallery]`. */
const SHORTCODE =
  /\[\/[a-z][\w-]{1,40}\]|\[[a-z][\w-]{1,40}(?:[ \t]{1,9}[\w-]{1,40}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')){1,20}[ \t]{0,9}\/?\]/gi;
/** The end of a link that begins nowhere, or after another bracket, or whose address is none. */
const LOST_LINK_END = /\]{1,2}\((?:#[^()\s]{0,300}|mailto:[^()\s]{0,300}|[^()\n/]{0,300}\/[^()\n]{0,300})\)/g;
/** Tags that keep a template from reading code: part of its source, and not of what it shows. */
export const RAW_TAGS = /\{%-?\s{0,9}(?:end)?raw\s{0,9}-?%\}/g;
/** Where code or an escaped character stands, with its number, while marks are dropped around it; no text has these. */
const HELD = /\ufdd0(\d+)\ufdd1/g;
const HOLDERS = /[\ufdd0\ufdd1]/g;
/** A line that was to define a reference, in the midst of a paragraph or with an address that is none. */
const LOST_DEFINITION =
  /^[ \t]*(?:\[[^[\]\n]{1,300}\]:[ \t]*){1,9}[(<:]?[ \t]{0,9}(?:[a-z]{2,9}:\/\/|\/|#|mailto:)[^\s]*[ \t]*(?:-->|"[^"\n]{0,300}")?[ \t]*$/gm;
/** Lines that name references, and no address: no text if a paragraph has nothing else. */
const ONLY_NAMES = /^(?:[ \t]*\[[^[\]\n]{1,300}\]:[ \t]*(?:\n|$)|[ \t]*\n)+$/;
/** Marks of strong emphasis with a space inside them, and of code that never ends or begins. */
const LOST_MARKS = /\*{2,}|`+/g;
/** Marks of highlighted and of inserted words. */
const HIGHLIGHT = /(?<![\p{L}\p{N}=^])(==|\^\^)(?=[^\s=^])([^=^\n]{1,300})(?<=\S)\1(?![\p{L}\p{N}=^])/gu;
/** Icons and emoji by their names: `:octicons-home-16:`, `:tada:`. In `a::b::c` and `10:30` there are none. */
const ICONS =
  /(?<![\p{L}\p{N}:/])(?::(?:[a-z][a-z0-9]{0,30}(?:[-_][a-z0-9]{1,30}){0,9}|[+-]1):){1,20}(?![\p{L}\p{N}:/])/gu;
const ICON_LIBRARY = /^(?:material|octicons|fontawesome(?:-(?:brands|solid|regular))?|simple)-/;
const NOTICE_MARK = /^\s*\[{1,2}(?:!\w{1,20}|_?toc_?)\]{1,2}/i;

/** The text of Markdown within a block, in one line: without emphasis, link targets, images, tags and footnote marks. */
export function inlineText(source: string, lexer: Lexer): string {
  lexer.state.inLink = false;
  lexer.state.inRawBlock = false;
  const collected: Collected = { parts: [], held: [], isHidden: false, isCode: false };
  collect(lexer.inlineTokens(withoutLostLines(source), []), collected);
  const text = decodeEntities(withoutLeftovers(withSuperscripts(collected.parts.join(""))));
  return foldLines(text.replaceAll(HELD, (_, index: string) => collected.held[Number(index)] ?? ""));
}

/** The names of the icons that are all of a table's cell, where they say what a word would: `yes`, `x`. */
export function iconNames(cell: string): string {
  const icons = cell.match(ICONS) ?? [];
  const names = icons.flatMap((run) => run.split(":").filter((name) => name !== ""));
  return names.map((name) => name.replace(ICON_LIBRARY, "").replaceAll(/[-_]/g, " ")).join(" ");
}

function withoutLostLines(source: string): string {
  const marked = source
    .replace(NOTICE_MARK, "")
    .replaceAll(LOST_TARGET, "](#)")
    .replaceAll(OPEN_TARGET, "](#)")
    .replaceAll(HOLDERS, "");
  const defined = marked.includes("]:") ? marked.replaceAll(LOST_DEFINITION, "") : marked;
  return ONLY_NAMES.test(defined.trim()) ? "" : defined;
}

/** A text without what its author meant as markup, and the lexer did not take as such. */
function withoutLeftovers(text: string): string {
  const marked = text.includes("[")
    ? text
        .replaceAll(FOOTNOTE_MARK, "")
        .replaceAll(SHORTCODE, "")
        .replaceAll(WIKI_LINK, "$1")
        .replaceAll(LOST_IMAGE, "")
        .replaceAll(LOST_REFERENCE, "$1")
    : text;
  return marked
    .replaceAll(LOST_LINK_END, "")
    .replaceAll(LOST_MARKS, "")
    .replaceAll(LOST_TAG, "")
    .replaceAll(HIGHLIGHT, "$2")
    .replaceAll(ICONS, "");
}

interface Collected {
  readonly parts: string[];
  /** Code and escaped characters, which {@link HELD} stands for. */
  readonly held: string[];
  isHidden: boolean;
  /** Whether an element of HTML makes the text code. */
  isCode: boolean;
}

function collect(tokens: readonly Token[], collected: Collected): void {
  for (const token of tokens) {
    collectToken(token, collected);
  }
}

function collectToken(token: Token, collected: Collected): void {
  switch (token.type) {
    case "image":
    case "checkbox":
      return;
    case "html":
      collectTag(token.raw, collected);
      return;
    case "br":
      addText("\n", collected);
      return;
    case "codespan":
    case "escape":
      holdText(textOf(token).replaceAll(RAW_TAGS, ""), collected);
      return;
    default:
      if ("tokens" in token && token.tokens !== undefined) {
        collect(token.tokens, collected);
      } else if (collected.isCode) {
        holdText(decodeEntities(textOf(token)), collected);
      } else {
        addText(textOf(token), collected);
      }
  }
}

function textOf(token: Token): string {
  return "text" in token && typeof token.text === "string" ? token.text : "";
}

function addText(text: string, collected: Collected): void {
  if (!collected.isHidden) {
    collected.parts.push(text);
  }
}

function holdText(text: string, collected: Collected): void {
  collected.held.push(text);
  addText(`\ufdd0${collected.held.length - 1}\ufdd1`, collected);
}

function collectTag(tag: string, collected: Collected): void {
  const hidden = HIDDEN.exec(tag);
  const code = CODE.exec(tag);
  const raised = SUPERSCRIPT.exec(tag);
  if (hidden !== null) {
    collected.isHidden = hidden[1] === "";
  } else if (code !== null) {
    collected.isCode = code[1] === "";
  } else if (raised !== null) {
    addText(raised[1] === "" ? RAISED : LOWERED, collected);
  } else if (/^<(?:br|\/?p|\/?div|\/?li|\/?td)\b/i.test(tag)) {
    addText("\n", collected);
  }
}
