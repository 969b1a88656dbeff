/**
 * Counts the background table of the threads: `node bench/count-background.ts <folder>` prints the module
 * `functions/digest/edition/threads/background-table.ts`. The folder has one sub-folder a language, `en` and others, with plain
 * text files in each; `docs/adr/0009-background-table.md` names the texts. Nothing but stems and counts is kept.
 *
 * English texts are cut into documents, and the stems that most of them have are listed. Of another language only function
 * words are listed: they are in many documents of every file, while what one file is about is not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { termReader } from "../functions/digest/edition/threads/terms.ts";

/** About as much as is read of a story. */
const DOCUMENT_CHARACTERS = 2_400;
/** A last piece that is shorter than this is left out. */
const MIN_DOCUMENT_CHARACTERS = 900;
const MAX_STEMS = 10_000;
const MAX_FUNCTION_WORDS = 120;
const FUNCTION_WORD_SHARE = 0.15;
/** A function word that is also an English word ("die", "war") counts as the English one where it is in more documents. */
const ENGLISH_SHARE = 0.01;
const ENGLISH_WORDS = /\b(?:the|of|and)\b/gi;
/** English has some 35 of them in a document. */
const MAX_ENGLISH_WORDS = 8;
const LETTERS = /^[\p{L}\p{M}'’]+$/u;
const LINE_LENGTH = 108;

/** How many documents there are, and how many of them have each stem. */
interface Counts {
  readonly documents: number;
  readonly frequencies: ReadonlyMap<string, number>;
}

const readTerms = termReader();

function countDocuments(
  texts: readonly string[],
  isMeant: (document: string) => boolean = () => true,
): Counts {
  const frequencies = new Map<string, number>();
  const documents = texts.flatMap(cutDocuments).filter(isMeant);
  for (const text of documents) {
    const stems = new Set(readTerms(text).map(({ stem }) => stem));
    for (const stem of stems) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  }
  return { documents: documents.length, frequencies };
}

function cutDocuments(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const space = text.indexOf(" ", start + DOCUMENT_CHARACTERS);
    const end = space === -1 ? text.length : space;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces.filter(({ length }) => length >= MIN_DOCUMENT_CHARACTERS);
}

/** The stems that are in many documents of each text, by the smallest share of documents, and that share. */
function functionWords(texts: readonly string[]): [string, number][] {
  const counts = texts.map((text) => countDocuments([text], isTranslated));
  const shareIn = (stem: string): number =>
    Math.min(...counts.map(({ documents, frequencies }) => (frequencies.get(stem) ?? 0) / documents));
  return [...(counts[0]?.frequencies.keys() ?? [])]
    .map((stem): [string, number] => [stem, shareIn(stem)])
    .filter(([stem, share]) => share >= FUNCTION_WORD_SHARE && LETTERS.test(stem))
    .sort(byCount)
    .slice(0, MAX_FUNCTION_WORDS);
}

/** Manuals leave much of their English untranslated. */
function isTranslated(document: string): boolean {
  return (document.match(ENGLISH_WORDS)?.length ?? 0) < MAX_ENGLISH_WORDS;
}

function byCount([a, countA]: readonly [string, number], [b, countB]: readonly [string, number]): number {
  return countB - countA || (a < b ? -1 : 1);
}

/** Steps of half an octave are close enough, and keep the table small. */
function roundedFrequency(count: number): number {
  return Math.round(2 ** (Math.round(2 * Math.log2(count)) / 2));
}

function readTexts(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Document frequencies by stem; a function word of another language counts where English hardly has the word. */
function countFolder(folder: string): Counts {
  const { documents, frequencies } = countDocuments(readTexts(join(folder, "en")));
  const kept = new Map([...frequencies].sort(byCount).slice(0, MAX_STEMS));
  const others = readdirSync(folder).filter((name) => name !== "en");
  for (const [stem, share] of others.sort().flatMap((name) => functionWords(readTexts(join(folder, name))))) {
    const isEnglish = (frequencies.get(stem) ?? 0) > ENGLISH_SHARE * documents;
    if (!isEnglish) kept.set(stem, Math.max(share * documents, kept.get(stem) ?? 0));
  }
  return { documents, frequencies: kept };
}

function tableOf(frequencies: ReadonlyMap<string, number>): string {
  const rounded = [...frequencies].map(([stem, count]): [string, number] => [stem, roundedFrequency(count)]);
  const classes = Map.groupBy(rounded.sort(byCount), ([, count]) => count);
  const words = [...classes].flatMap(([count, stems]) => [`=${count}`, ...stems.map(([stem]) => stem)]);
  return wrap(words).join("\n");
}

function wrap(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= LINE_LENGTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error(
    "cannot count without texts: got no folder, call it as node bench/count-background.ts <folder>",
  );
}
const { documents, frequencies } = countFolder(folder);
console.log(`/** Documents that the table was counted from; written by \`bench/count-background.ts\`, as all of this file. */
export const BACKGROUND_DOCUMENTS = ${documents.toLocaleString("en").replaceAll(",", "_")};

/** \`=\` and a number: in how many documents each of the stems is that follow, rounded to half an octave. */
export const BACKGROUND_TABLE = \`
${tableOf(frequencies)}
\`;`);
