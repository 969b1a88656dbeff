import type { NewsChange } from "../../changes/schema.ts";
import { fold } from "../../text/fold.ts";
import { termsOfWord } from "../../text/scripts.ts";
import { tokenise } from "../../text/tokens.ts";

/** Two sentences that share this part of the shorter one's words are two versions of one. */
const MIN_VERSION = 0.5;
/** Copies have fewer sentences of their own than this. */
const MAX_OWN = 12;
/** Rough, but the same for both texts. */
const SENTENCE_END = /[.!?…]+\s+|[。！？]/;
const CUT = /…$/;

/** The sentences of a story, as far as its record has them, without the one in which its beginning is cut. */
export type Sentences = ReadonlySet<string>;

/** The sentences that the record of a story has; a removed one has only those of the summary. */
export function sentencesOf(story: NewsChange): Sentences {
  const beginning = "text" in story ? story.text : "";
  const all = beginning.split("\n").map(split);
  const lines = CUT.test(beginning) ? [...all.slice(0, -1), all.at(-1)?.slice(0, -1) ?? []] : all;
  return new Set([...story.summary.flatMap(split), ...lines.flat()]);
}

/**
 * Whether two stories with nearly the same text are copies: one of them may say more, but not each something else, and no sentence
 * stands in the place of another, as of a toll that is 12 here and 19 there.
 */
export function tellTheSame(a: Sentences, b: Sentences): boolean {
  const [onlyInA, onlyInB] = [[...a.difference(b)], [...b.difference(a)]];
  if (Math.max(onlyInA.length, onlyInB.length) > MAX_OWN) {
    return false;
  }
  const others = onlyInB.map(wordsOf);
  const isWithin = onlyInA.length === 0 || onlyInB.length === 0;
  return isWithin && !onlyInA.map(wordsOf).some((words) => others.some((other) => areVersions(words, other)));
}

function split(text: string): readonly string[] {
  return text.split(SENTENCE_END).map((sentence) => withoutEnd(fold(sentence)));
}

function withoutEnd(sentence: string): string {
  return sentence.replace(/[.!?…]$/, "");
}

function wordsOf(sentence: string): ReadonlySet<string> {
  const words = tokenise(sentence).filter(({ type }) => type === "number" || type === "word");
  return new Set(words.flatMap(({ text }) => termsOfWord(text)));
}

function areVersions(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = a.intersection(b).size;
  return shared > 0 && shared >= MIN_VERSION * Math.min(a.size, b.size);
}
