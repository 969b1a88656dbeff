/** Before these lines nothing can go on: after a blank line, at the margin. */
const BREAK = /\n[ \t]*\n(?=[^ \t\n])/g;
/** Lists longer than this are cut before their items at the margin. */
const LONG_LIST = 4000;
const STARTS_LIST = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;
const NEXT_ITEM = /\n(?=(?:[-*+]|\d{1,9}[.)])[ \t])/g;
/** `[^1]: ` at the margin. */
const FOOTNOTE = /^\[\^[^[\]\s]{1,100}\]:[ \t]*/gm;

/** Older dialects need no space after the marks of a heading; one mark alone may be that of a tag. */
const TIGHT_HEADING = /^#{2,6}(?=[\p{L}\p{N}])/u;

/** A stretch of Markdown that may be lexed by itself, and where it starts. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
}

/** Markdown cut where no construct can go on. */
export function* chunksOf(markdown: string): Generator<Chunk> {
  for (const { text, start } of cutAt(markdown, BREAK)) {
    if (text.startsWith("[^")) {
      yield { text: withoutFootnoteMarks(text), start };
    } else if (text.length > LONG_LIST && STARTS_LIST.test(text)) {
      for (const item of cutAt(text, NEXT_ITEM)) {
        yield { text: item.text, start: start + item.start };
      }
    } else {
      yield { text: text.replace(TIGHT_HEADING, "$& "), start };
    }
  }
}

function* cutAt(text: string, breaks: RegExp): Generator<Chunk> {
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    yield { text: text.slice(start, match.index), start };
    start = match.index + match[0].length;
  }
  yield { text: text.slice(start), start };
}

/** The texts of footnotes: their marks are no text, and the indentation of their further lines is no code. */
function withoutFootnoteMarks(chunk: string): string {
  return chunk.replaceAll(FOOTNOTE, "\n").replaceAll(/^(?: {2,4}|\t)/gm, "");
}

/** Longer chunks are not lexed; nor are lists and quotations nested deeper than this, which people do not write. */
const MAX_CHUNK = 60_000;
const MAX_NESTING_LEVELS = 16;
/** Markers of list items and quotations at the start of a line. */
const MARKERS = /^(?:[ \t]{0,80}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;

/** What lexing a chunk takes, in about nanoseconds. */
export interface Effort {
  readonly effort: number;
  /** Whether the lexer can do it without overflow. */
  readonly isLexable: boolean;
}

const EFFORT = { chunk: 3000, character: 10, line: 2000, marker: 6000 } as const;

/** Lexing blocks is linear, but each level of lists and quotations reads its text again. */
export function blockEffort(chunk: string): Effort {
  if (chunk.length > MAX_CHUNK) {
    return { effort: EFFORT.chunk, isLexable: false };
  }
  let deepest = 0;
  let markers = 0;
  for (const [marks] of chunk.matchAll(MARKERS)) {
    deepest = Math.max(deepest, depthOf(marks));
    markers += 1;
  }
  const levels = 1 + Math.min(deepest, MAX_NESTING_LEVELS);
  const lines = chunk.match(/\n/g)?.length ?? 0;
  const effort = EFFORT.line * lines + (EFFORT.character * chunk.length + EFFORT.marker * markers) * levels;
  return { effort: EFFORT.chunk + effort, isLexable: deepest <= MAX_NESTING_LEVELS };
}

/** How deep the text after these marks of a line stands: two spaces are a level. */
function depthOf(marks: string): number {
  const indentation = marks.length - marks.trimStart().length;
  return indentation / 2 + (marks.match(/[^\s\d]/g)?.length ?? 0);
}
