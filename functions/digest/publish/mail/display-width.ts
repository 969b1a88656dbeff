/** Characters that take two columns where each has the same width: Unicode's East Asian wide and fullwidth ones, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Marks on the letter before, and what nobody sees. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Noncharacter_Code_Point}]/u;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Columns that a text takes on a line of the text part. Linear in the text. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) {
    return text.length;
  }
  let columns = 0;
  for (const character of text) {
    columns += widthOf(character);
  }
  return columns;
}

function widthOf(character: string): number {
  if (NO_WIDTH.test(character)) {
    return 0;
  }
  return WIDE.test(character) ? 2 : 1;
}

/**
 * Where a line may break in a script that has no spaces: beside one of its letters, but neither before a mark or small letter that
 * belongs to what is before it, nor after an opening bracket (Unicode UAX 14, in short); never between two letters of other scripts.
 */
const BREAK =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}ー、。，．！？：；」』）】》〉〕］｝])(?=[[\p{L}\p{N}「『（【《〈〔［｛]--[々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ]])|(?<=[\p{L}\p{M}\p{N}])(?=[[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}「『（【《〈〔［｛]--[々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ]])/v;

/** The pieces of a word between which a line may break: one, if it has no letters of a script without spaces. */
export function piecesOf(word: string): readonly string[] {
  return word.split(BREAK);
}
