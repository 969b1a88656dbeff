/** Characters of unspaced scripts, which put no space between words. */
const UNSPACED_SCRIPTS =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, "u");
const EVERY_UNSPACED = new RegExp(UNSPACED, "gu");
const RUN = new RegExp(`[${UNSPACED_SCRIPTS}]+|[^${UNSPACED_SCRIPTS}]+`, "gu");
const CHARACTER = new RegExp(`[${UNSPACED_SCRIPTS}]\\p{M}*|[^${UNSPACED_SCRIPTS}]+`, "gu");
/** Kana and Chinese letters, which take no marks and one code unit each. */
const ONLY_LETTERS = /^[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff]+$/;
/** A wider range that is faster to test, with the halves of pairs; it excludes the quotation marks and dashes of every script. */
const MAYBE_UNSPACED = /[\u0e00-\u1fff\u2e80-\uffff]/;

/** Whether a text has characters of unspaced scripts. */
export function hasUnspaced(text: string): boolean {
  return MAYBE_UNSPACED.test(text) && UNSPACED.test(text);
}

/** How many characters of a text belong to unspaced scripts. */
export function countUnspaced(text: string): number {
  return hasUnspaced(text) ? (text.match(EVERY_UNSPACED)?.length ?? 0) : 0;
}

/**
 * A word, unchanged in spaced scripts; in unspaced ones, its character bigrams. For comparing texts, bigrams
 * serve nearly as well as the words of a dictionary (Nie, Gao, Zhang and Zhou, "On the Use of Words and
 * N-grams for Chinese Information Retrieval", 2000).
 */
export function termsOfWord(word: string): string[] {
  return hasUnspaced(word)
    ? runsOfWord(word).flatMap((run) => (UNSPACED.test(run) ? bigramsOf(run) : [run]))
    : [word];
}

/** A word cut where characters of unspaced scripts and others meet. */
export function runsOfWord(word: string): readonly string[] {
  return word.match(RUN) ?? [];
}

/**
 * The characters of unspaced scripts one by one, each with its marks; anything else in a word stays in one
 * piece. Joined, the pieces are the word.
 */
export function piecesOfWord(word: string): readonly string[] {
  if (!hasUnspaced(word)) {
    return [word];
  }
  return ONLY_LETTERS.test(word) ? word.split("") : (word.match(CHARACTER) ?? []);
}

/** Sliced from the run, not concatenated, so that they are fast to look up. */
function bigramsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) {
    return characters;
  }
  let at = 0;
  return characters.slice(1).map((next, n) => {
    const length = characters[n]?.length ?? 0;
    const bigram = run.slice(at, at + length + next.length);
    at += length;
    return bigram;
  });
}
