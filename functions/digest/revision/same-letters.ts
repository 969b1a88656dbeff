/** Non-ASCII white space, marks and zero-width characters: folding replaces or drops them, but never with a letter. */
const NO_LETTER = /[\u00a0\u00ab\u00ad\u00b4\u00bb\u2000-\u206f\ufeff]/;
const ASCII = 128;
/** The bit that makes an ASCII letter lower case. */
const SMALL = 32;

/**
 * Whether two texts may be equal, ignoring white space, typography and case; false only if their letters and digits
 * certainly differ. Stops at the first difference, so texts that begin differently cost next to nothing; if that
 * difference involves a non-ASCII character, only folding can decide, and the answer is true.
 */
export function mayHaveSameLetters(before: string, after: string): boolean {
  for (let [i, j] = [0, 0]; ; i++, j++) {
    i = nextLetter(before, i);
    j = nextLetter(after, j);
    const [a, b] = [before.charCodeAt(i), after.charCodeAt(j)];
    if (i >= before.length && j >= after.length) {
      return true;
    }
    if (a !== b && (a | SMALL) !== (b | SMALL)) {
      return a >= ASCII || b >= ASCII;
    }
  }
}

/** Position of the next letter, digit or character that folding could turn into one. */
function nextLetter(text: string, from: number): number {
  let at = from;
  while (at < text.length && isNoLetter(text, at)) {
    at += 1;
  }
  return at;
}

function isNoLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= ASCII) {
    return NO_LETTER.test(text.charAt(at));
  }
  const small = code | SMALL;
  return (small < 97 || small > 122) && (code < 48 || code > 57);
}
