/** White space, marks and zero-width characters beyond ASCII: folding exchanges or drops them, and makes no letter of them. */
const NO_LETTER = /[\u00a0\u00ab\u00ad\u00b4\u00bb\u2000-\u206f\ufeff]/;
const ASCII = 128;
/** An ASCII letter with this bit is small. */
const SMALL = 32;

/**
 * Whether two texts may be one but for white space, typography and case: false only where their letters and digits
 * differ for certain. It stops at the first that differ, so for two texts that begin differently it costs next to
 * nothing; where one of the two is no ASCII letter, only folding can tell, and the answer is true.
 */
export function mayHaveSameLetters(before: string, after: string): boolean {
  for (let [i, j] = [0, 0]; ; i++, j++) {
    i = nextLetter(before, i);
    j = nextLetter(after, j);
    const [a, b] = [before.charCodeAt(i), after.charCodeAt(j)];
    if (i >= before.length && j >= after.length) return true;
    if (a !== b && (a | SMALL) !== (b | SMALL)) return a >= ASCII || b >= ASCII;
  }
}

/** The next place that is a letter, a digit or anything that could become one. */
function nextLetter(text: string, from: number): number {
  let at = from;
  while (at < text.length && isNoLetter(text, at)) at += 1;
  return at;
}

function isNoLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= ASCII) return NO_LETTER.test(text.charAt(at));
  const small = code | SMALL;
  return (small < 97 || small > 122) && (code < 48 || code > 57);
}
