import { withoutInvisible } from "../../text/invisible.ts";
import { MAX_BLOCKS } from "./block-text.ts";
import type { Block, Document } from "./document.ts";
import { decodeEntities } from "./entities.ts";

/** Lines that are looked at, half of them blank at most: more of them are too many blocks, wrapped or not. */
const MAX_LINES = 4 * (MAX_BLOCKS + 1);

/** A line of a text file, with white space folded; never empty. */
interface Line {
  readonly text: string;
  /** Whether the next line of the file is blank, or there is none. */
  readonly blankAfter: boolean;
}

/** Line ends of old systems; the last, U+0085, may also be what is left of an ellipsis in windows-1252. */
const RARE_LINE_END = /[\v\f\u0085]/g;
/** What C1 controls are left over from another encoding, and an ellipsis between words. */
const LEFT_CONTROL = /[\u0080-\u0084\u0086-\u009f]|\u0085 /;

/** Converts CRLF, CR, U+2028 and U+2029 to LF, and rarer line ends in a text that has no other. */
export function unifyLineEnds(text: string): string {
  const unified = text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n");
  return unified.includes("\n") || LEFT_CONTROL.test(unified)
    ? unified
    : unified.replaceAll(RARE_LINE_END, "\n");
}

/**
 * Folds each run of white space within a line to one space, and trims the text. Removes control
 * characters and invisible marks, among them those that could reorder neighbouring text.
 */
function foldSpace(text: string): string {
  return withoutInvisible(text)
    .replaceAll(/[[\s\p{Cc}]--[\n]]{2,}|[[\s\p{Cc}]--[ \n]]/gv, " ")
    .replaceAll(/\n[ \n]*\n/g, "\n\n")
    .trim();
}

/**
 * Plain text as a document: its lines that are not blank, in order; for hard-wrapped text, its paragraphs. Plain text
 * states nothing about itself: headline and byline are found by the frame. A character reference that an export left in
 * the text (`&rsquo;`) is the mark it stands for.
 */
export function readPlainText(text: string): Document {
  const folded = foldSpace(decodeEntities(text)).split("\n", MAX_LINES);
  const lines: Line[] = [];
  for (const [index, line] of folded.entries()) {
    const trimmed = line.trim();
    if (trimmed !== "") {
      lines.push({ text: trimmed, blankAfter: (folded[index + 1] ?? "").trim() === "" });
    }
  }
  const isWrapped = folded.length < MAX_LINES && isHardWrapped(lines);
  const blocks = (isWrapped ? unwrap(lines) : lines).map(toBlock);
  return { format: "text", blocks, omitted: [] };
}

function toBlock({ text, blankAfter }: Line): Block {
  return { kind: "paragraph", text, blankAfter };
}

const MIN_WRAPPED_LINES = 6;
const WRAP_WIDTH = { shortest: 50, longest: 100 } as const;

/** Email and wire copy: no line is wider than a screen, and most continue on the next. */
function isHardWrapped(lines: readonly Line[]): boolean {
  const full = lines.filter(
    (line) => !line.blankAfter && line.text.length >= WRAP_WIDTH.shortest && !/[.!?:…”"]$/.test(line.text),
  );
  return (
    lines.length >= MIN_WRAPPED_LINES &&
    full.length * 2 >= lines.length &&
    lines.every((line) => line.text.length <= WRAP_WIDTH.longest)
  );
}

function unwrap(lines: readonly Line[]): Line[] {
  const paragraphs: { parts: string[]; blankAfter: boolean }[] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (isOpen && last !== undefined) {
      last.parts.push(line.text);
      last.blankAfter = line.blankAfter;
    } else {
      paragraphs.push({ parts: [line.text], blankAfter: line.blankAfter });
    }
    isOpen = !line.blankAfter;
  }
  return paragraphs.map(({ parts, blankAfter }) => ({ text: parts.join(" "), blankAfter }));
}
