/** White space within so many letters is where a text is cut. */
const NEAR = 30;
const LEFT_OUT = "… ";

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
  const start = cutAt(before, same - Math.floor(max / 4));
  return [LEFT_OUT + before.slice(start), LEFT_OUT + after.slice(start)];
}

/** The next word from a place on, or the next whole character where no word begins soon. */
function cutAt(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  if (space !== -1 && space - at < NEAR) {
    return space + 1;
  }
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
