/** More edits than this are not a typo. */
const MAX_EDITS = 3;

/** The candidate that `word` most likely meant, or `undefined` if none is within three edits; case is ignored. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: countEdits(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  const best = ranked[0];
  const allowed = Math.min(MAX_EDITS, Math.floor(word.length / 2));
  return best !== undefined && best.edits <= allowed ? best.candidate : undefined;
}

/** Levenshtein distance, row by row: O(|a|·|b|) time, one row of memory. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const above = row;
    row = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
