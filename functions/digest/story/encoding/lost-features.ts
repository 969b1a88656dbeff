/** How much of a text is searched, in characters: lost marks are missing from the start. */
const SEARCHED = 200_000;

/** "â" where no language writes it. */
const CERTAIN =
  /(?<=\p{L}\p{L})âs(?![\p{L}â])|(?<=n)ât(?![\p{L}â])|(?<![\p{L}â])Iâ(?:m|d|ve|ll)(?!\p{L})|(?<!\p{L})(?:[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ww]ho|[Ii]t|[Tt]here)âd(?!\p{L})|(?<!\p{L})Oâ(?=\p{Lu}\p{Ll})|(?<=\p{L})â(?:re|ve|ll)(?![\p{L}â])|(?<=\d)â\d|(?<=\p{L})â(?=\p{Lu})|(?<=[.,!?%)\]])â|(?<=^|[\s(])â(?=\p{Lu}|[\d$£])|(?<=\p{L}{5})â(?=\p{L}{5})|(?<=\p{L})â(?=[ae])|(?<=[ao])â(?=\p{L})|â[¬¦]|Ã¢ÂÂ|ââ|(?<=^|[\s(])â(?=[a-z][a-z ,'-]{3,80}[a-z]â(?:[\s.,;:)]|$))/gmu;
/** "â" where English never writes it, though other languages may. */
const LIKELY =
  /(?<=\s)â(?=\s)|(?<=\p{L})â(?=[\s.,;:!?)]|$)|(?<=^|[\s(])â(?=\p{Ll})|(?<=\p{L}{4})â(?=\p{L}{2})/gmu;
/** The marks themselves, intact. */
const INTACT_MARK = /[’‘“”–—]/g;
/** Accented letters of languages that use "â", except those that may themselves be a garbled byte. */
const ACCENTED = /[\u00c0\u00c1\u00c4-\u00e1\u00e3-\u00ef\u00f1-\u017f\u0180-\u024f\u1e00-\u1eff]/gu;
const ENGLISH =
  /(?<!\p{L})(?:the|of|and|to|is|for|that|with|was|are|by|from|has|have|said|will|in|a)(?!\p{L})/giu;
const MIN_ENGLISH_WORDS = 3;

/**
 * Whether the bare "â" in a text are remnants of lost marks, not letters: at least one is where no language
 * writes it, or the text is English; and they outnumber intact marks and other accented letters together.
 */
export function hasLostMarks(text: string): boolean {
  if (!(text.includes("â") || text.includes("Ã¢ÂÂ"))) {
    return false;
  }
  const sample = text.slice(0, SEARCHED);
  const certain = count(sample, CERTAIN);
  const likely = certain + count(sample, LIKELY);
  const accented = count(sample, ACCENTED);
  const against = accented + count(sample, INTACT_MARK);
  if (certain > 0) {
    return likely > against;
  }
  return likely > 0 && against === 0 && count(sample, ENGLISH) >= MIN_ENGLISH_WORDS;
}

/** "â" alone, at the end of a word, after a vowel, or as a soft sign: in no word that English borrowed. */
const NOT_ENGLISH =
  /(?<=\s)â(?=\s)|(?<=\p{L})â(?=[\s.,;:!?)]|$)|(?<=[aeiou])â(?=\p{L})|(?<=\p{L}{3}[^aeiou])âs?k(?!\p{L})/gmu;

/**
 * Where a line has remnants of lost marks though most marks of its text are intact: places where no language writes "â",
 * of English also those where it does not.
 */
export function certainPlaces(line: string): ReadonlySet<number> {
  const found = [...line.matchAll(CERTAIN), ...line.matchAll(NOT_ENGLISH)];
  return new Set(found.map(({ 0: match, index }) => index + Math.max(0, match.indexOf("â"))));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
