/** What East Asian and emoji fonts of a terminal draw two columns wide (Unicode UAX 11, W and F). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303e\u30fb-\u30ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;
/** Drawn over the letter before, or not at all. */
const NO_WIDTH = /^[\p{M}\p{Cf}]*$/u;

/** Columns that a character takes in a terminal, with the marks and joiners that belong to it. */
export function columnsOf(grapheme: string): number {
  if (WIDE.test(grapheme) || grapheme.includes("\ufe0f")) {
    return 2;
  }
  return NO_WIDTH.test(grapheme) ? 0 : 1;
}

/** Whether a line may break after this character without a blank, as between two Chinese ones. */
export function isWide(grapheme: string): boolean {
  return columnsOf(grapheme) === 2;
}
