import { once } from "../../text/once.ts";
import { hasUnspaced } from "../../text/scripts.ts";

/** Longest line that has a form of its own, in characters, and how many words and figures it has at most. */
const MAX_FORM_LENGTH = 160;
const MAX_FORM_WORDS = 28;

/** A word, figure or pictograph of a line; marks between them say nothing of its form. */
export interface LineWord {
  readonly text: string;
  readonly sort: "word" | "figure" | "pictograph";
}

const WORD =
  /(\p{Nd}+(?:[.,:/’'\u202f\u00a0\-–]\p{Nd}+|h\p{Nd}{2})*)|(\p{L}[\p{L}\p{M}]*(?:['’\u200c-][\p{L}\p{M}]+)*)|\p{Extended_Pictographic}/gu;
/** Marks that no line of a page has in its form: it quotes, counts in money or shares, or asks. */
const SAYS_MORE = /["“”„«»%‰$€£¥?]/u;
const COPYRIGHT = "©";

/** In lower case, with a dot on each i: Turkish has two kinds of it. */
export function lowerCase(text: string): string {
  return text.replaceAll("İ", "i").toLowerCase();
}

/**
 * The words of a line that may be of a form, in lower case; `undefined` if it is too long, has marks that say more, or a word that
 * no form has. Most lines of stories are left at their second or third word.
 */
export function lineWords(line: string, isKnown: (word: string) => boolean): readonly LineWord[] | undefined {
  if (line.length > MAX_FORM_LENGTH || SAYS_MORE.test(line)) {
    return undefined;
  }
  const text = lowerCase(line);
  const words: LineWord[] = [];
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found !== null; found = WORD.exec(text)) {
    const word = wordOf(found);
    if (words.length === MAX_FORM_WORDS || (word.sort === "word" && !isKnown(word.text))) {
      return undefined;
    }
    if (word.text !== COPYRIGHT) {
      words.push(word);
    }
  }
  return words;
}

function wordOf([whole, figure, word]: RegExpExecArray): LineWord {
  if (figure !== undefined) {
    return { text: figure, sort: "figure" };
  }
  return word === undefined
    ? { text: whole, sort: "pictograph" }
    : { text: word.replaceAll("’", "'"), sort: "word" };
}

/** Whether a word is in one of these tables; of scripts without spaces none is cut into its words here. */
export function wordsOf(tables: readonly PhraseTable[]): (word: string) => boolean {
  const known = once(() => new Set(tables.flatMap((table) => [...table().values()].flat(2))));
  return (word) => known().has(word) || hasUnspaced(word);
}

/** Phrases by their first word, each as its words; of scripts without spaces by their first character, each in one piece. */
export type PhraseTable = () => ReadonlyMap<string, readonly (readonly string[])[]>;

/** A table of phrases, given with `|` between them, longest first. */
export function phraseTable(...lists: readonly string[]): PhraseTable {
  return once(() => tableOf(lists));
}

function tableOf(lists: readonly string[]): ReturnType<PhraseTable> {
  const phrases = lists
    .flatMap((list) => list.split("|"))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "")
    .map((phrase) => (hasUnspaced(phrase) ? [phrase] : phrase.split(" ")));
  return Map.groupBy(
    phrases.toSorted((a, b) => b.length - a.length || b.join(" ").length - a.join(" ").length),
    ([first = ""]) => keyOf(first),
  );
}

function keyOf(word: string): string {
  return hasUnspaced(word) ? String.fromCodePoint(word.codePointAt(0) ?? 0) : word;
}

/** A phrase of a table at a word of a line, and from a character of that word: where it ends. */
export interface Found {
  readonly word: number;
  readonly character: number;
}

/** Where the longest phrase at a place ends; `undefined` if there is none. */
export function phraseAt(table: PhraseTable, words: readonly LineWord[], at: Found): Found | undefined {
  const rest = (words[at.word]?.text ?? "").slice(at.character);
  for (const phrase of table().get(keyOf(rest)) ?? []) {
    const end = phraseEnd(phrase, words, at);
    if (end !== undefined) {
      return end;
    }
  }
  return undefined;
}

/** Where a phrase ends that begins at a place. In scripts without spaces it may be a part of what stands between marks. */
function phraseEnd(
  phrase: readonly string[],
  words: readonly LineWord[],
  { word, character }: Found,
): Found | undefined {
  const [first = ""] = phrase;
  const text = words[word]?.text ?? "";
  if (hasUnspaced(first)) {
    const end = character + first.length;
    const next = end === text.length ? { word: word + 1, character: 0 } : { word, character: end };
    return text.startsWith(first, character) ? next : undefined;
  }
  const isThere = character === 0 && phrase.every((part, step) => part === words[word + step]?.text);
  return isThere ? { word: word + phrase.length, character: 0 } : undefined;
}
