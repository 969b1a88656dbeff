/** Words the language is made of; they say nothing of what a text is about. */
const STOP_WORDS = new Set(
  (
    "a about above after again against ain all also am among an and any are aren't as at be became because been before " +
    "being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during " +
    "each either else ever every few for from further get got had hadn't has hasn't have haven't having he he's her here " +
    "hers herself him himself his how however i i'm if in into is isn't it it's its itself just let like made make many " +
    "may me might more most much must my myself neither no nor not now of off on once one only onto or other our ours out " +
    "over own per rather said same say says she she's should shouldn't since so some such than that that's the their " +
    "theirs them themselves then there there's these they they're this those though through to told too toward towards " +
    "under until up upon us very was wasn't we we're were weren't what when where which while who whom whose why will " +
    "with within without won't would wouldn't yet you you're your yours"
  ).split(" "),
);
const WORD = /[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu;
const MAX_WORD_LENGTH = 40;

/**
 * The stems of the content words of a text, in order, with repeats. Stems serve to compare words, not to be read. Linear
 * time.
 */
export function stemsOf(text: string): string[] {
  const words = text.normalize("NFC").toLowerCase().match(WORD) ?? [];
  return words.map(plain).filter(isContent).map(stem);
}

function plain(word: string): string {
  return word.replaceAll("’", "'").replace(/'s?$/, "").slice(0, MAX_WORD_LENGTH);
}

function isContent(word: string): boolean {
  return !STOP_WORDS.has(word) && (word.length > 1 || /\p{N}/u.test(word));
}

/** Endings and what is left of them, the first that fits; a stem of less than three letters is never made. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:ss|us|is)$/, "$&"],
  [/(?:iest|ier|ies|ied|ily)$/, "y"],
  [/(?:ations?|ators?|ating|ated|ates|ate)$/, "at"],
  [/(?:ments?|ingly|edly|ings?|ers?|ed|es|ly|s|e)$/, ""],
];

/** A word without its ending: a light cousin of Porter's stemmer (1980), three steps at most. */
export function stem(word: string): string {
  if (word.length < 4 || /\p{N}/u.test(word)) return word;
  const [pattern, left] = ENDINGS.find(([ending]) => ending.test(word)) ?? [/$/, ""];
  const cut = word.replace(pattern, left);
  if (cut.length < 3) return word;
  return undouble(cut.length > 3 ? cut.replace(/(?<=[^aeiou])y$/, "i") : cut);
}

/** "stopp" of "stopped" is "stop"; "kill" and "pass" keep their letters. */
function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
