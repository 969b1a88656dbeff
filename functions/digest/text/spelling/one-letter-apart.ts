import { differing } from "./differing.ts";

/** Letters at the end that tell inflections apart ("closed", "closes"). */
const ENDING = 2;

/** Whether one letter is missing, added, another one or swapped in a word, not the first nor in the ending. */
export function isOneLetterApart(a: string, b: string): boolean {
  const { start, end, one, other } = differing(a, b);
  const isSwapped = one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
  return start > 0 && end >= ENDING && (Math.max(one.length, other.length) === 1 || isSwapped);
}
