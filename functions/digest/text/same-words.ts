/** How many words two texts begin with alike, and with how many others they end. */
export function sameEnds(
  was: readonly string[],
  now: readonly string[],
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(was.length, now.length);
  const start = sameWords(was, now, shorter);
  return { start, end: sameWords(was.toReversed(), now.toReversed(), shorter - start) };
}

function sameWords(was: readonly string[], now: readonly string[], max: number): number {
  const differ = was.slice(0, max).findIndex((word, at) => word !== now[at]);
  return differ < 0 ? max : differ;
}
