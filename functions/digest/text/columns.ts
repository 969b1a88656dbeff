/** Characters that may take other than one column; a superset that is fast to test. */
const MAYBE_OTHER = /[\p{M}\p{Cf}\u1100-\u11ff\u231a-\u2bff\u2e80-\u{10ffff}]/u;
/** What takes two columns: letters and marks of East Asian scripts, but for halfwidth ones, and emoji. */
const WIDE =
  /[[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yi}\p{Emoji_Presentation}\u3000-\u303e\u30fb-\u30ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]--[\u1160-\u11ff\uff61-\uffdc\p{Emoji_Modifier}]]|.(?=\ufe0f)/gsv;
/** Marks on the letter before, the later parts of a Korean syllable, skin tones, and what nobody sees. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Noncharacter_Code_Point}\u1160-\u11ff\p{Emoji_Modifier}]/gu;
const SURROGATE_PAIR = /[\u{10000}-\u{10ffff}]/gu;

/** Columns that a text takes where all letters are equally wide (Unicode UAX 11, in short). Linear. */
export function columnsOf(text: string): number {
  return MAYBE_OTHER.test(text)
    ? text.length - count(text, SURROGATE_PAIR) + count(text, WIDE) - count(text, NO_WIDTH)
    : text.length;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
