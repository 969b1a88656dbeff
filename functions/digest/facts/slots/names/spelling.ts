/** Fewest and most letters of a word of which the spelling is compared, and letters that may differ. */
const MIN_LETTERS = 4;
const MAX_LETTERS = 40;
const MAX_DIFFERENT = 2;

/** Whether two words are spelt nearly alike, as a name and its correction: the first letter is kept, at most two others differ. */
export function isRespelt(a: string, b: string): boolean {
  const isComparable = [a, b].every(({ length }) => length >= MIN_LETTERS && length <= MAX_LETTERS);
  return isComparable && a[0] === b[0] && distance([...a], [...b]) <= MAX_DIFFERENT;
}

/** Levenshtein's distance. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [n, letter] of a.entries()) {
    const next = [n + 1];
    b.forEach((other, m) => {
      const replaced = (row[m] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((next[m] ?? 0) + 1, (row[m + 1] ?? 0) + 1, replaced));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
