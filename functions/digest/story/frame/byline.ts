import { isDateLine, isUnlabelledDate } from "./date-line.ts";

/** Longest byline, in words; a longer line beginning with "By" is a sentence. */
const MAX_BYLINE_WORDS = 14;

const AUTHOR =
  /^(?:by|(?:words|story|text|written|posted|reported|reporting|edited) by|von|par|por|di|door)(?=[ :|])/iu;
/** In other scripts and after a noun, only a colon tells. */
const LABELLED =
  /^(?:authors?|autor(?:in|en|es|a)?|auteure?s?|autore|redactie|tekst|автор|текст|作者|记者|記者|文|取材)\s?[:：／]\s?[^\p{Nd}.!?。，]{2,60}$/iu;
const FUNCTION_WORDS = new Set([
  "by",
  "and",
  "for",
  "of",
  "the",
  "in",
  "at",
  "on",
  "with",
  "und",
  "et",
  "y",
  "e",
  "de",
  "en",
  "avec",
  "mit",
  "con",
  "von",
  "van",
  "der",
  "da",
  "do",
  "|",
]);
/** What begins so names no author: "By the river", "By Monday", "Von der Leyen in Kiew". */
const NOT_AUTHOR =
  /^(?:by[ :]+(?:the|a|an|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d|now|then)|von (?:der|den|dem)|door (?:de|het|een))\b/iu;

/** Of more lines that name an author, each is of a part of the page: of a talk in a programme. */
const MAX_AUTHOR_LINES = 2;
/** Sentences above which a date stands over the text; one may be a deck. */
const MIN_SENTENCES = 2;
/** Words of a line of prose, which ends with a stop. */
const MIN_PROSE_WORDS = 6;
const SENTENCE_END = /[.!?。！？](?=\s|$)/gu;
const ENDS_SENTENCE = /[.!?。！？]$/u;

/** The lines near the top of a story that give its author, its date or both; a date below its first prose is what it tells of. */
export function bylinesIn(lines: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const areMany = lines.filter(namesAuthor).length > MAX_AUTHOR_LINES;
  let sentences = 0;
  for (const line of lines) {
    const isOfPart = (areMany && namesAuthor(line)) || (sentences >= MIN_SENTENCES && isUnlabelledDate(line));
    if (isByline(line) && !isOfPart) {
      found.add(line);
    }
    sentences += isProse(line) ? (line.match(SENTENCE_END)?.length ?? 0) : 0;
  }
  return found;
}

function isProse(line: string): boolean {
  return ENDS_SENTENCE.test(line) && line.split(" ", MIN_PROSE_WORDS).length >= MIN_PROSE_WORDS;
}

/** Whether a line near the top of a story gives its author, its date or both. */
export function isByline(line: string): boolean {
  return isDateLine(line) || LABELLED.test(line.slice(0, 100)) || namesAuthor(line);
}

function namesAuthor(line: string): boolean {
  if (!AUTHOR.test(line) || NOT_AUTHOR.test(line)) {
    return false;
  }
  const words = line.slice(0, 300).split(" ");
  const isShort = words.length > 1 && words.length <= MAX_BYLINE_WORDS;
  return (
    isShort &&
    words.every(
      (word) =>
        /^[^\p{L}]*(?:\p{Lu}|\P{L}*$)/u.test(word) ||
        FUNCTION_WORDS.has(word.toLowerCase().replace(/^\(/u, "")),
    )
  );
}
