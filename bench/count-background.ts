/**
 * Counts the background table of the threads: `node bench/count-background.ts <folder>` prints the module
 * `functions/digest/text/background/background-table.ts`. The folder has one sub-folder per language, `en` and others,
 * each with plain text files; `docs/adr/0009-background-table.md` names the texts. Only stems and counts are
 * kept.
 *
 * English texts are cut into documents, and their most frequent stems are listed. For other languages only
 * function words are listed: those occur in many documents of every file, the topics of one file do not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { termReader } from "../functions/digest/edition/threads/terms.ts";

/** About as much as is read from a story. */
const DOCUMENT_CHARACTERS = 2_400;
/** A shorter last piece is left out. */
const MIN_DOCUMENT_CHARACTERS = 900;
const MAX_STEMS = 10_000;
const MAX_FUNCTION_WORDS = 120;
const FUNCTION_WORD_SHARE = 0.15;
/** A function word that is also English ("die", "war") counts as English above this share of English documents. */
const ENGLISH_SHARE = 0.01;
const ENGLISH_WORDS = /\b(?:the|of|and)\b/gi;
/** English has about 35 of them per document. */
const MAX_ENGLISH_WORDS = 8;
const LETTERS = /^[\p{L}\p{M}'’]+$/u;
const LINE_LENGTH = 108;
/** Characters that a stem may share with the one before: one digit. */
const MAX_SHARED = 9;
const A = "A".charCodeAt(0);

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
    for (const stem of stems) {
      frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
    }
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

/** Stems in many documents of each text, with their smallest share of documents, sorted by it. */
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

/** Manuals leave much English untranslated. */
function isTranslated(document: string): boolean {
  return (document.match(ENGLISH_WORDS)?.length ?? 0) < MAX_ENGLISH_WORDS;
}

function byCount([a, countA]: readonly [string, number], [b, countB]: readonly [string, number]): number {
  return countB - countA || (a < b ? -1 : 1);
}

/** Steps of half an octave are precise enough and keep the table small. */
function roundedFrequency(count: number): number {
  return Math.round(2 ** (Math.round(2 * Math.log2(count)) / 2));
}

function readTexts(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Document frequencies by stem; another language's function word is used if English hardly has the word. */
function countFolder(folder: string): Counts {
  const { documents, frequencies } = countDocuments(readTexts(join(folder, "en")));
  const kept = new Map([...frequencies].sort(byCount).slice(0, MAX_STEMS));
  const others = readdirSync(folder).filter((name) => name !== "en");
  for (const [stem, share] of others.sort().flatMap((name) => functionWords(readTexts(join(folder, name))))) {
    const isEnglish = (frequencies.get(stem) ?? 0) > ENGLISH_SHARE * documents;
    if (!isEnglish) {
      kept.set(stem, Math.max(share * documents, kept.get(stem) ?? 0));
    }
  }
  return { documents, frequencies: kept };
}

/** Stems in their order, each as how many characters it shares with the one before, the others, and its class. */
function tableOf(frequencies: ReadonlyMap<string, number>, classes: readonly number[]): string {
  const stems = [...frequencies].map(([stem, count]) => ({
    stem,
    of: classes.indexOf(roundedFrequency(count)),
  }));
  let before = "";
  const entries = stems
    .toSorted((a, b) => (a.stem < b.stem ? -1 : 1))
    .map(({ stem, of }) => {
      const shared = sharedLength(before, stem);
      before = stem;
      return `${shared}${stem.slice(shared)}${String.fromCharCode(A + of)}`;
    });
  return wrap(entries).join("\n");
}

function sharedLength(before: string, stem: string): number {
  let shared = 0;
  while (shared < MAX_SHARED && shared < before.length && before[shared] === stem[shared]) {
    shared += 1;
  }
  return shared;
}

function wrap(entries: readonly string[]): string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const line = lines.at(-1);
    if (line === undefined || line.length + entry.length > LINE_LENGTH) {
      lines.push(entry);
    } else {
      lines[lines.length - 1] = line + entry;
    }
  }
  return lines;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error("a folder of texts is needed; usage: node bench/count-background.ts <folder>");
}
const { documents, frequencies } = countFolder(folder);
const classes = [...new Set([...frequencies.values()].map(roundedFrequency))].sort((a, b) => b - a);
console.log(`/** Documents that the table was counted from; written by \`bench/count-background.ts\`, as all of this file. */
export const BACKGROUND_DOCUMENTS = ${documents.toLocaleString("en").replaceAll(",", "_")};

/** In how many documents the stems of each class are, rounded to half an octave. */
export const BACKGROUND_CLASSES: readonly number[] = ${JSON.stringify(classes).replaceAll(",", ", ")};

/**
 * The stems in the order of their UTF-16: a digit says how many characters of the one before it begin each, a capital ends
 * it and says its class, \`A\` the first. So written they take 30 kB less.
 */
export const BACKGROUND_TABLE: string = \`
${tableOf(frequencies, classes)}
\`;`);
