/** Columns of the text part; a longer word, such as an address, gets a line of its own. */
const COLUMNS = 74;

/** Fences facts in scripts that run from right to left: the next line is read from left to right, too, or its arrow would turn round. */
const LEFT_TO_RIGHT_MARK = "\u200e";

/** Printed by the templates and the view only: story text has ordinary blanks. */
const NO_BREAK_SPACE = "\u00a0";

/**
 * Lays out the text part: lines break between words but not at a no-break space, continuation lines align under
 * the beginning of theirs, no line ends with a blank, and no two empty lines follow each other. Linear in the text.
 */
export function wrapText(text: string): string {
  const wrapped = text
    .split("\n")
    .flatMap((line) => wrapLine(line.trimEnd()))
    .join("\n")
    .replaceAll(NO_BREAK_SPACE, " ")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "");
  return `${wrapped.trimEnd()}\n`;
}

function wrapLine(line: string): readonly string[] {
  if (line.length <= COLUMNS) {
    return [line];
  }
  const indent = /^ {0,8}(?:\d{1,2}\. |[-*] )?/.exec(line)?.[0].length ?? 0;
  const hanging = `${" ".repeat(indent)}${line.includes(LEFT_TO_RIGHT_MARK) ? LEFT_TO_RIGHT_MARK : ""}`;
  const lines: string[] = [];
  let current = line.slice(0, indent);
  let isEmpty = true;
  for (const word of line.slice(indent).split(" ")) {
    if (!isEmpty && current.length + 1 + word.length > COLUMNS) {
      lines.push(current);
      current = hanging;
      isEmpty = true;
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current];
}
