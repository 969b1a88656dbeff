/** So many entries make a list of contents: fewer may be prices, or blanks to fill in. */
const MIN_ENTRIES = 3;
/** So many dots lead to a page. */
const MIN_DOTS = 4;
/** Lines between two entries: a chapter without a page of its own. */
const MAX_BETWEEN_ENTRIES = 1;
/** A longer line is no entry. */
const MAX_ENTRY = 400;
/** Digits of a page number. */
const MAX_DIGITS = 4;

/** The indexes of the lines of a printed list of contents: "1. Prices ........ 7", with pages that do not fall. */
export function contentsLines(lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  let run: number[] = [];
  let page = 0;
  const close = () => {
    found.push(...(run.length >= MIN_ENTRIES ? run : []));
    run = [];
    page = 0;
  };
  for (const [index, line] of lines.entries()) {
    const next = pageOf(line);
    const last = run.at(-1) ?? index;
    if (index - last > MAX_BETWEEN_ENTRIES + 1 || (next !== undefined && next < page)) {
      close();
    }
    if (next !== undefined) {
      run.push(index);
      page = next;
    }
  }
  close();
  return found;
}

/** The page that dots lead to at the end of a line; read from the end, so that it is linear. */
function pageOf(line: string): number | undefined {
  const end = line.trimEnd();
  let at = end.length;
  while (at > 0 && end.length - at <= MAX_DIGITS && /[0-9]/.test(end.charAt(at - 1))) {
    at -= 1;
  }
  const digits = end.slice(at);
  let dots = 0;
  while (at > 0 && /[\s.…·_]/u.test(end.charAt(at - 1))) {
    at -= 1;
    dots += LEADERS.get(end.charAt(at)) ?? 0;
  }
  const isEntry = digits !== "" && digits.length <= MAX_DIGITS && dots >= MIN_DOTS && at > 0;
  return isEntry && end.length <= MAX_ENTRY ? Number(digits) : undefined;
}

/** Marks that lead to a page, and for how many dots each stands. */
const LEADERS: ReadonlyMap<string, number> = new Map([
  [".", 1],
  ["·", 1],
  ["_", 1],
  ["…", 3],
]);
