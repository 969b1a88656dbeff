import { Lexer } from "marked";
import { inlineText } from "./inline-text.ts";
import { plainInline } from "./plain-markdown.ts";

/** Reads the text within blocks, and knows how much effort is left for exact reading. */
export interface Reader {
  readonly lexer: Lexer;
  /** In about nanoseconds. */
  effortLeft: number;
}

/** Exact reading of a document takes no longer than about this; the rest is read roughly. */
const MAX_EFFORT = 90_000_000;

export function newReader(): Reader {
  return { lexer: new Lexer({ gfm: true }), effortLeft: MAX_EFFORT };
}

/** Spends effort if there is enough of it; whether there was. */
export function spend(reader: Reader, effort: number): boolean {
  if (effort > reader.effortLeft) {
    return false;
  }
  reader.effortLeft -= effort;
  return true;
}

/** Two backslashes at the end of a line break it in kramdown, as one does in CommonMark. */
const KRAMDOWN_BREAK = /\\\\[ \t]?\n/g;

/** The text of Markdown within a block, in one line. */
export function readInline(reader: Reader, source: string): string {
  const text = source.replaceAll(KRAMDOWN_BREAK, "\\\n");
  const isExact = spend(reader, EFFORT.character * text.length) && spend(reader, inlineEffort(text));
  return isExact ? inlineText(text, reader.lexer) : plainInline(text);
}

/** Longer paragraphs, and those with more marks, are read roughly. */
const MAX_PARAGRAPH = 20_000;
const MAX_MARKS = 2000;
const EFFORT = { character: 30, mark: 1500, pair: 30 } as const;
/** No paragraph may take more than this. */
const MAX_PARAGRAPH_EFFORT = 50_000_000;

/** Emphasis is paired by looking back and forth over the paragraph, and addresses are sought from each of their characters. */
function inlineEffort(source: string): number {
  if (source.length > MAX_PARAGRAPH) {
    return Number.POSITIVE_INFINITY;
  }
  const marks = source.match(/[\\<!`&@:[\]]|[*_~]+|www\./g) ?? [];
  const emphases = marks.filter((mark) => /[*_~]/.test(mark)).length;
  const longest = source.includes("@") ? longestWord(source) : 0;
  const effort =
    EFFORT.mark * marks.length + EFFORT.pair * emphases * source.length + EFFORT.pair * longest * longest;
  return marks.length > MAX_MARKS || effort > MAX_PARAGRAPH_EFFORT ? Number.POSITIVE_INFINITY : effort;
}

function longestWord(source: string): number {
  return source.split(/\s+/).reduce((longest, word) => Math.max(longest, word.length), 0);
}
