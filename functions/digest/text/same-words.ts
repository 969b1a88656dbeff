const LEFT_OUT = "… ";

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

/**
 * Two texts to be cut to `max` letters: if they differ only in a later half of that, or beyond, both without most of what
 * they begin with alike, so that they differ in what is left of them. Linear.
 */
export function aroundDifference(
  before: string,
  after: string,
  max: number,
): readonly [before: string, after: string] {
  if (Math.max(before.length, after.length) <= max) {
    return [before, after];
  }
  let same = 0;
  while (same < before.length && before.charCodeAt(same) === after.charCodeAt(same)) {
    same += 1;
  }
  if (same < max / 2) {
    return [before, after];
  }
  const start = cutAt(before, same - Math.floor(max / 4), same - Math.floor(max / 8));
  return [LEFT_OUT + before.slice(start), LEFT_OUT + after.slice(start)];
}

/** The next word from a place on, or the next whole character where none begins before the last place. */
function cutAt(text: string, at: number, last: number): number {
  const space = text.indexOf(" ", at);
  if (space !== -1 && space < last) {
    return space + 1;
  }
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
