import { countUnspaced } from "./scripts.ts";

/** Letters and digits between spaces: a word. */
const WORD = /[\p{L}\p{N}]/u;
const SPACES = /\s+/;
const LETTERS = /\p{L}/gu;

/** The length of a text: its words, or its characters if most of it is in scripts that put no space between words. */
export interface TextLength {
  readonly words?: number;
  readonly characters?: number;
}

/** How long these paragraphs are together. Linear time. */
export function lengthOf(paragraphs: readonly string[]): TextLength {
  let [words, unspaced, letters] = [0, 0, 0];
  for (const paragraph of paragraphs) {
    words += paragraph.split(SPACES).filter((piece) => WORD.test(piece)).length;
    unspaced += countUnspaced(paragraph);
    letters += paragraph.match(LETTERS)?.length ?? 0;
  }
  return 2 * unspaced > letters ? { characters: unspaced } : { words };
}
