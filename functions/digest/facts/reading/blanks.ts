import type { Token } from "./tokens.ts";

/** What a blank is compared by: one is as good as another. */
export const BLANK = "_";
/** Most tokens of one blank: "XX.XX.20XX". */
const MAX_BLANK_TOKENS = 6;
/** Its letters. */
const MAX_BLANK_LETTERS = 40;
/** "20XX", "xx.xx.2031", "x,xxx": letters in the place of digits, with digits or marks beside them. */
const LETTERS = /^(?=.*x{2})(?=.*[\d.,/-])[x\d]+(?:[.,/-][x\d]+)*$/i;
/** "___", "£??", "○": marks in their place. */
const MARKS = /^\p{Sc}?(?:_{2,}|\?{2,}|[○◯〇]+)$/u;
const OPENS = /^[x\d_?\p{Sc}○◯〇]/iu;

/** The end of a blank that is still to be filled in at a token, or where it begins if there is none. Bounded. */
export function blankEnd(tokens: readonly Token[], at: number): number {
  const [first] = tokens.slice(at, at + 1);
  if (first === undefined || !OPENS.test(first.text)) {
    return at;
  }
  const run = tokens.slice(at, at + MAX_BLANK_TOKENS);
  const gap = run.findIndex(({ isGlued }, n) => n > 0 && !isGlued);
  const glued = run.slice(0, gap < 0 ? run.length : gap);
  const length = glued.findLastIndex(({ end }) => isBlank(glued, end - first.start)) + 1;
  return at + length;
}

/** Whether the first letters of a run of tokens are a blank. */
function isBlank(run: readonly Token[], length: number): boolean {
  const text = run
    .map((token) => token.text)
    .join("")
    .slice(0, length);
  return length <= MAX_BLANK_LETTERS && (LETTERS.test(text) || MARKS.test(text));
}
