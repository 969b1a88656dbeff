/** One line of a story, white space folded and invisible controls taken out; never empty. */
export interface Line {
  readonly text: string;
  /** The next line of the file is blank, or there is none. */
  readonly blankAfter: boolean;
}

/** Line ends CRLF, CR, U+2028 and U+2029 become LF. */
export function unifyLineEnds(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n");
}

/**
 * One space for every run of white space within a line, none at the ends of the text. Control characters and the
 * bidirectional controls that could turn around what stands beside them are taken out; joiners and the marks of
 * right-to-left scripts stay.
 */
function foldSpace(text: string): string {
  return text
    .replaceAll(/[[\s\p{Cc}]--[\n]]+/gv, " ")
    .replaceAll(/[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g, "")
    .trim();
}

/** The lines of a text that say something, in order. A hard-wrapped text gives its paragraphs. */
export function splitLines(text: string): Line[] {
  const folded = foldSpace(text).split("\n");
  const lines: Line[] = [];
  for (const [index, line] of folded.entries()) {
    const trimmed = line.trim();
    if (trimmed !== "") {
      lines.push({ text: trimmed, blankAfter: (folded[index + 1] ?? "").trim() === "" });
    }
  }
  return isHardWrapped(lines) ? unwrap(lines) : lines;
}

const MIN_WRAPPED_LINES = 6;
const WRAP_WIDTH = { shortest: 50, longest: 100 } as const;

/** Mail and wire copy: no line beyond a screen's width, and most lines go on in the next one. */
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
