import { MAX_LOOKUPS } from "../../facts/vocabulary.ts";

const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;
const FIRST_CAPITALS =
  /(?<![\p{L}\p{N}])(?<!(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.'’-]{0,30} )\p{Lu}[\p{L}\p{N}]*/gu;
const CAPITAL_WORD = /^\p{Lu}[\p{L}\p{N}]*$/u;
const IN_WORD = /[\p{L}\p{N}]/u;

/** Returns a test for capitalised words in a text. The text is indexed at most once, after many look-ups. */
export function capitalsIn(text: string): (word: string) => boolean {
  const known = new Map<string, boolean>();
  let all: ReadonlySet<string> | undefined;
  return (word) => {
    if (known.size >= MAX_LOOKUPS) {
      all ??= new Set(text.match(CAPITALS));
      return all.has(word);
    }
    const isThere = known.get(word) ?? (CAPITAL_WORD.test(word) && hasWord(text, word));
    known.set(word, isThere);
    return isThere;
  };
}

/** The capitalised words of a text before which no other stands: "Holt" and "Harbour", but not the "Board" of "Harbour Board". Linear time. */
export function firstCapitalsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(FIRST_CAPITALS));
}

/** Whether a text contains a word of letters and digits as a whole word. Such words do not overlap. Linear time. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const around = text.charAt(at - 1) + text.charAt(at + word.length);
    if (!IN_WORD.test(around)) {
      return true;
    }
  }
  return false;
}
