import { countUnspaced } from "./scripts.ts";

/** What stands between spaces and has a letter or a digit, from the first one: a word. */
const WORD = /[\p{L}\p{N}]\S*/gu;
const LETTERS = /\p{L}/gu;

/** The length of a text: its words, or its characters if most of it is in scripts that put no space between words. */
export interface TextLength {
  readonly words?: number;
  readonly characters?: number;
}

/** How long these paragraphs are together. Linear time. */
export function lengthOf(paragraphs: readonly string[]): TextLength {
  const unspaced = sumOf(paragraphs, countUnspaced);
  const isUnspaced = unspaced > 0 && 2 * unspaced > sumOf(paragraphs, (text) => countMatches(text, LETTERS));
  return isUnspaced
    ? { characters: unspaced }
    : { words: sumOf(paragraphs, (text) => countMatches(text, WORD)) };
}

function sumOf(texts: readonly string[], count: (text: string) => number): number {
  return texts.reduce((sum, text) => sum + count(text), 0);
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
