import type { Token } from "./tokens.ts";

/** What a blank is compared by: one is as good as another. */
export const BLANK = "_";
/** Most tokens of one blank: "XX.XX.20XX". */
const MAX_BLANK_TOKENS = 6;
/** "20XX", "xx.xx.2031", "x,xxx": letters in the place of digits, with digits or marks beside them. */
const LETTERS = /^(?=.*x{2})(?=.*[\d.,/-])(?:x{1,4}|\d{1,4})(?:[.,/-]?(?:x{1,4}|\d{1,4}))*$/i;
/** "___", "£??", "○": marks in their place. */
const MARKS = /^\p{Sc}?(?:_{2,}|\?{2,}|[○◯〇]+)$/u;
const OPENS = /^[x\d_?\p{Sc}○◯〇]/iu;

/** The end of a blank that is still to be filled in at a token, or where it begins if there is none. */
export function blankEnd(tokens: readonly Token[], at: number): number {
  if (!OPENS.test(tokens[at]?.text ?? "")) {
    return at;
  }
  let [text, end] = ["", at];
  for (let to = at; to < at + MAX_BLANK_TOKENS && (to === at || tokens[to]?.isGlued === true); to++) {
    text += tokens[to]?.text ?? "";
    end = LETTERS.test(text) || MARKS.test(text) ? to + 1 : end;
  }
  return end;
}
