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
