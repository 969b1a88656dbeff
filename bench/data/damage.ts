const NOT_ASCII = /[^\p{ASCII}]/gu;
const C1 = /[\u0080-\u009f]/g;

/**
 * A text whose UTF-8 was read as Latin-1 and then lost its C1 control characters: ’ “ ” – — all become a bare
 * â, … becomes â¦, € becomes â¬.
 */
export function damage(text: string): string {
  return text.replaceAll(NOT_ASCII, (character) =>
    Buffer.from(character, "utf8").toString("latin1").replaceAll(C1, ""),
  );
}

/**
 * Typesets straight quotes and double hyphens, so that a plain text has marks to lose. Quotes between two
 * spaces, as in tokenised text, are closed up with what they quote.
 */
export function typeset(text: string): string {
  return text
    .replaceAll(/(?<=^|\s)" ([^"]{1,600}) "(?=\s|$)/g, "“$1”")
    .replaceAll(/(^|[\s([—–-])"/g, "$1“")
    .replaceAll('"', "”")
    .replaceAll(/(^|[\s([“])'(?=\p{L})/gu, "$1‘")
    .replaceAll("'", "’")
    .replaceAll(/ ?-- ?/g, "—");
}

/** How much of a text was recovered. */
export interface Recovery {
  /** Non-ASCII characters, and how many of them were restored in place. */
  readonly marks: number;
  readonly marksRight: number;
  readonly isExact: boolean;
}

/** How far repair may have shifted a piece of plain text, in characters. */
const REACH = 4;

/** Compares a line with its repaired form, mark by mark, between the plain pieces that both share. */
export function compareMarks(clean: string, repaired: string): Recovery {
  let from = 0;
  let [marks, marksRight] = [0, 0];
  const pieces = clean.split(/((?:[^\p{ASCII}])+)/u);
  for (let index = 1; index < pieces.length; index += 2) {
    const run = pieces[index] ?? "";
    from += pieces[index - 1]?.length ?? 0;
    const end = endOfRun({ repaired, from, run, next: pieces[index + 1] ?? "" });
    marks += run.length;
    if (repaired.slice(from, end) === run) {
      marksRight += run.length;
    }
    from = end;
  }
  return { marks, marksRight, isExact: clean === repaired };
}

interface Place {
  readonly repaired: string;
  readonly from: number;
  readonly run: string;
  readonly next: string;
}

/** Where the plain piece after a run of marks begins. */
function endOfRun({ repaired, from, run, next }: Place): number {
  if (next === "") {
    return repaired.length;
  }
  const at = repaired.indexOf(next.slice(0, REACH), from);
  return at < 0 || at > from + run.length + REACH ? from + run.length : at;
}
