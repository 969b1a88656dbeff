/** A notice or a tab of Python-Markdown, with its title. */
const OPENING =
  /^ *(?:(?:!!!|\?\?\?\+?) +[\w-]+(?: +[\w-]+){0,5}(?: +"(?<title>[^"]*)")?|===[!+]? +"(?<tab>[^"]*)") *$/;
const HAS_OPENING = /^ *(?:!!!|\?\?\?\+?|===[!+]?) /m;
const FENCE = /^ *(?:`{3}|~{3})/;
/** By so many columns the text of a notice is set in. */
const STEP = 4;

/**
 * A body in which notices (`!!! note "Title"`), those that fold (`??? note`) and tabs (`=== "Title"`) are headings with
 * the text below them, which is set in and would be read as code. Linear.
 */
export function withoutSetIn(body: string): string {
  if (!HAS_OPENING.test(body)) {
    return body;
  }
  const lines = body.split("\n");
  /** The columns at which the open blocks begin, from the outside in. */
  const open: number[] = [];
  let isFenced = false;
  return lines
    .map((line, index) => {
      closeBlocks(open, line);
      const shown = line.slice(Math.min(STEP * open.length, columnOf(line)));
      isFenced = FENCE.test(line) !== isFenced;
      const opening = isFenced || !isSetIn(lines, index) ? null : OPENING.exec(line);
      if (opening === null) {
        return shown;
      }
      open.push(columnOf(line));
      const title = opening.groups?.title ?? opening.groups?.tab ?? "";
      return title === "" ? "" : `${" ".repeat(columnOf(shown))}#### ${title}`;
    })
    .join("\n");
}

/** A line with text that is not set in ends a block. */
function closeBlocks(open: number[], line: string): void {
  const column = columnOf(line);
  while (column < line.length && column < (open.at(-1) ?? -STEP) + STEP) {
    open.pop();
  }
}

/** Whether the text below a line, after at most one blank one, is set in. */
function isSetIn(lines: readonly string[], index: number): boolean {
  const [next = "", afterNext = ""] = lines.slice(index + 1, index + 3);
  return columnOf(next.trim() === "" ? afterNext : next) >= columnOf(lines[index] ?? "") + STEP;
}

function columnOf(line: string): number {
  return line.length - line.trimStart().length;
}
