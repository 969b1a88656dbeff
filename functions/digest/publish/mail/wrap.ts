import { columnsOf } from "../../text/columns.ts";
import { piecesOf } from "../wording/line-pieces.ts";
import { WHOLE_WORD, withoutMarks } from "../wording/safe-text.ts";

/** Columns of the text part; a longer word, such as an address, gets a line of its own. */
const COLUMNS = 74;

/** Fences facts in scripts that run from right to left: the next line is read from left to right, too, or its arrow would turn round. */
const LEFT_TO_RIGHT_MARK = "\u200e";

/** Printed by the templates and the view only: story text has ordinary blanks. */
const NO_BREAK_SPACE = "\u00a0";

/**
 * Lays out the text part: lines break between words but not at a no-break space, and between letters of scripts without spaces;
 * continuation lines align under the beginning of theirs, no line ends with a blank, and no two empty lines follow each other. Linear in the
 * text.
 */
export function wrapText(text: string): string {
  const wrapped = text
    .split("\n")
    .flatMap((line) => wrapLine(line.trimEnd()))
    .join("\n")
    .replaceAll(NO_BREAK_SPACE, " ")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "");
  return `${withoutMarks(wrapped).trimEnd()}\n`;
}

function wrapLine(line: string): readonly string[] {
  if (columnsOf(line) <= COLUMNS) {
    return [line];
  }
  const indent = /^ {0,8}(?:\d{1,2}\. |[-*] )?/.exec(line)?.[0].length ?? 0;
  const [first = "", ...more] = filled(partsOf(line.slice(indent)), COLUMNS - indent);
  const hanging = `${" ".repeat(indent)}${line.includes(LEFT_TO_RIGHT_MARK) ? LEFT_TO_RIGHT_MARK : ""}`;
  return [line.slice(0, indent) + first, ...more.map((words) => hanging + words)];
}

/** The parts in lines of at most so many columns; a wider part has a line of its own. */
function filled(parts: readonly Part[], columns: number): readonly string[] {
  const lines: string[] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const { text, blank } of parts) {
    const width = columnsOf(text);
    if (taken + blank.length + width > columns) {
      lines.push(text);
      taken = width;
    } else {
      lines[lines.length - 1] += blank + text;
      taken += blank.length + width;
    }
  }
  return lines;
}

/** What stays together on a line, with the blank that parts it from what is before, if any. */
interface Part {
  readonly text: string;
  readonly blank: "" | " ";
}

function partsOf(words: string): readonly Part[] {
  return words.split(" ").flatMap((word) => {
    const pieces = word.includes(WHOLE_WORD) ? [word] : piecesOf(word);
    return pieces.map((text, index): Part => ({ text, blank: index === 0 ? " " : "" }));
  });
}
