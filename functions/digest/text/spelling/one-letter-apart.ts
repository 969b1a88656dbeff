/** Letters at the end that tell inflections apart ("closed", "closes"). */
const ENDING = 2;

/** Whether one letter is missing, added, another one or swapped in a word, not the first nor in the ending. */
export function isOneLetterApart(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1;
  }
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwapped = x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
  return start > 0 && end >= ENDING && (Math.max(x.length, y.length) === 1 || isSwapped);
}
