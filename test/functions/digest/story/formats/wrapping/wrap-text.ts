/** A paragraph wrapped at a width, as mail programs and `fmt` do it; in scripts without spaces after any sign but a mark. */
export function wrapAt(paragraph: string, width: number): string {
  const pieces = /[\u3041-\u9fff]/.test(paragraph)
    ? (paragraph.match(/[^、。，」][、。，」]*/gu) ?? [])
    : (paragraph.match(/\S+\s*/g) ?? []);
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && columns(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].join("\n");
}

function columns(text: string): number {
  return text.length + (text.match(/[\u3000-\ud7a3\uff00-\uff60]/g)?.length ?? 0);
}
